import type { Told } from './capped.js';
import { isJson } from './json.js';
import { limits } from './limits.js';

/**
 * JSON from a text, in time and memory in proportion to it, with problems by line and column; nothing where the text is
 * not JSON, or too large to be looked at.
 */
export function readJson(written: string, told: Told): { readonly json: unknown } | undefined {
  const refuse = (code: string, message: string) => told.add({ code, where: '', message });
  if (written.length > limits.characters) {
    refuse(
      'json-too-large',
      `expected at most ${limits.characters} characters, found ${written.length}: check that this is a pack and not something else`,
    );
    return undefined;
  }
  // Some editors write a mark of byte order first.
  const text = written.startsWith('\ufeff') ? written.slice(1) : written;
  if (!isJson(text, told)) return undefined;
  try {
    return { json: JSON.parse(text) as unknown };
  } catch (error) {
    refuse('json-syntax', `expected JSON, found otherwise: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}
