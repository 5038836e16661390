import type { Told } from './capped.js';
import { limits } from './limits.js';

/**
 * What `JSON.parse` hides or cannot say: a key written twice, and the line and column where a text stops being JSON.
 * One pass, no recursion; it stops where a text is deeper or larger than any pack.
 *
 * @returns whether the text can be parsed
 */
export function isJson(text: string, told: Told): boolean {
  const placeOf = placesIn(text);
  const problem = (code: string, at: number, message: string) => told.add({ code, where: placeOf(at), message });
  /** The open objects with the keys they have so far, and the open lists. */
  const open: (Set<string> | 'list')[] = [];
  let wants: Wants = 'value';
  let parts = 0;
  let at = 0;
  for (;;) {
    at = skip(text, at);
    const found = text[at];
    const inside = open[open.length - 1];
    if (found === undefined && wants === 'end' && !open.length) return true;
    const close = inside === 'list' ? ']' : '}';
    if (inside && found === close && wants !== 'value' && wants !== 'key' && wants !== 'colon') {
      open.pop();
      wants = 'end';
      at += 1;
    } else if (wants === 'end' && inside && found === ',') {
      wants = inside === 'list' ? 'value' : 'key';
      at += 1;
    } else if (wants === 'colon' && found === ':') {
      wants = 'value';
      at += 1;
    } else if ((wants === 'key' || wants === 'first-key') && found === '"' && inside instanceof Set) {
      const end = endOfString(text, at);
      if (end === undefined) break;
      const key = keyOf(text.slice(at, end));
      if (inside.has(key))
        problem(
          'json-duplicate-key',
          at,
          `expected each key once, found ${JSON.stringify(key)} again: keep one of them`,
        );
      inside.add(key);
      wants = 'colon';
      at = end;
    } else if ((wants === 'value' || wants === 'first-value') && found !== undefined) {
      parts += 1;
      if (parts > limits.parts || open.length > limits.depth) {
        problem(
          'json-too-large',
          at,
          `expected at most ${limits.parts} parts in ${limits.depth} levels, found more: check that this is a pack and not something else`,
        );
        return false;
      }
      if (found === '{' || found === '[') {
        open.push(found === '{' ? new Set() : 'list');
        wants = found === '{' ? 'first-key' : 'first-value';
        at += 1;
      } else {
        const end = found === '"' ? endOfString(text, at) : endOfWord(text, at);
        if (end === undefined) break;
        wants = 'end';
        at = end;
      }
    } else break;
  }
  const found = at < text.length ? JSON.stringify(text.slice(at, at + 12)) : 'the end of the text';
  problem('json-syntax', at, `expected ${expected[wants]}, found ${found}: correct it, or hand in the whole file`);
  return false;
}

type Wants = 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'end';
const expected: Readonly<Record<Wants, string>> = {
  value: 'a value',
  'first-value': 'a value or "]"',
  key: 'a key in quotation marks',
  'first-key': 'a key in quotation marks or "}"',
  colon: '":"',
  end: '"," or the closing bracket',
};

const space = /[ \t\r\n]*/y;
const word = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

function skip(text: string, at: number): number {
  space.lastIndex = at;
  space.test(text);
  return space.lastIndex;
}

function endOfWord(text: string, at: number): number | undefined {
  word.lastIndex = at;
  return word.test(text) ? word.lastIndex : undefined;
}

/** Behind the closing mark; nothing where it is missing, or a line ends before it. */
function endOfString(text: string, start: number): number | undefined {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) return undefined;
    if (code === 0x5c) at += 1;
  }
  return undefined;
}

/** A key as it counts: `"\\u0061"` is "a". What is no good escape is found by `JSON.parse` soon after. */
function keyOf(written: string): string {
  if (!written.includes('\\')) return written.slice(1, -1);
  try {
    return String(JSON.parse(written));
  } catch {
    return written;
  }
}

/** `line 3, column 14`, both counted from 1; asked from the start of a text to its end, it is read once. */
function placesIn(text: string): (at: number) => string {
  let line = 1;
  let start = 0;
  return (at) => {
    for (let end = text.indexOf('\n', start); end >= 0 && end < at; end = text.indexOf('\n', start)) {
      line += 1;
      start = end + 1;
    }
    return `line ${line}, column ${at - start + 1}`;
  };
}
