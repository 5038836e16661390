import { EveryContactError } from '@everycontact/core';

/** One document of JSON, or a line that is none. */
export type Document = { readonly value: unknown } | { readonly broken: string };

/** All of it is held at once, because any service may point to any place: several times the largest directory we know. */
const largest = 200_000_000;

/**
 * The JSON documents of a text that comes in pieces: one, one a line, or one after another. A line that is cut off is
 * given as broken, and the next is read on.
 *
 * @throws EveryContactError `feed-too-large`, `feed-empty`, `feed-not-json`
 */
export async function documentsIn(pieces: AsyncIterable<string>, feed: string): Promise<readonly Document[]> {
  let text = '';
  for await (const piece of pieces) {
    text += piece;
    if (text.length > largest) throw tooLarge(feed);
  }
  const bare = text.replace(/^\ufeff/, '').trim();
  if (bare === '') throw empty(feed);
  const whole = parsed(bare);
  if ('value' in whole) return [whole];
  const documents = inARow(bare).map(parsed);
  if (documents.every((document) => 'value' in document)) return documents;
  const lines = bare
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(parsed);
  if (lines.length > 1 && lines.some((line) => 'value' in line && isObject(line.value))) return lines;
  throw notJson(feed, bare);
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

function parsed(text: string): Document {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return { broken: text };
  }
}

/** Splits `{…}{…}` where one document ends and the next begins, by counting brackets outside strings. */
function inARow(text: string): readonly string[] {
  const documents: string[] = [];
  let depth = 0;
  let start = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (quoted) {
      if (sign === '\\') at += 1;
      else if (sign === '"') quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') {
      depth -= 1;
      if (depth > 0) continue;
      documents.push(text.slice(start, at + 1));
      start = at + 1;
    }
  }
  const rest = text.slice(start);
  return rest.trim() === '' ? documents : [...documents, rest];
}

const tooLarge = (feed: string) =>
  new EveryContactError(
    'feed-too-large',
    feed,
    `Feed "${feed}" holds more than ${largest} characters; at most that many are read at once. Ask the server for one area at a time.`,
  );
const empty = (feed: string) =>
  new EveryContactError(
    'feed-empty',
    feed,
    `Feed "${feed}" is empty: FHIR resources as JSON were expected. Keep the last good copy and look at where it comes from.`,
  );
const notJson = (feed: string, text: string) =>
  new EveryContactError(
    'feed-not-json',
    feed,
    text.startsWith('<')
      ? `Feed "${feed}" is XML: FHIR as JSON was expected. Ask the server with the header "Accept: application/fhir+json".`
      : `Feed "${feed}" begins like JSON and is not whole. It may have been cut off after ${text.length} characters; fetch it again.`,
  );
