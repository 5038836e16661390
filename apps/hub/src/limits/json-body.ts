import type { Context } from 'hono';
import type { HubEnv } from '../hub-env.js';
import { Refusal } from '../refusal.js';
import { cutShort } from './body.js';

/**
 * The body of a request as JSON that may be anything.
 *
 * @param deepest how many levels it may have
 * @throws Refusal `body-not-json` (400 or 415), `body-cut-short`, `body-too-deep` (400)
 */
export async function jsonBody(c: Context<HubEnv>, deepest: number): Promise<unknown> {
  const type = c.req.header('Content-Type') ?? '';
  if (!/^application\/(fhir\+)?json\s*(;|$)/i.test(type)) {
    throw new Refusal(415, 'body-not-json', 'Content-Type', 'Expected Content-Type: application/json, found another.');
  }
  const text = utf8(await c.req.arrayBuffer().catch(cutShort));
  if (isDeeper(text, deepest)) {
    const message = `Expected at most ${deepest} levels of JSON, found more. Send what the hook asks for.`;
    throw new Refusal(400, 'body-too-deep', 'body', message);
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Refusal(400, 'body-not-json', 'body', 'Expected JSON, found something that cannot be read as such.');
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true });

function utf8(bytes: ArrayBuffer): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new Refusal(400, 'body-not-json', 'body', 'Expected JSON in UTF-8, found bytes that are not UTF-8.');
  }
}

/** Counted before it is parsed; brackets in strings are no levels. */
function isDeeper(text: string, deepest: number): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') inString = !inString;
    else if (inString) at += Number(sign === '\\');
    else if (sign === '[' || sign === '{') {
      if (++depth > deepest) return true;
    } else if (sign === ']' || sign === '}') depth--;
  }
  return false;
}
