import { EveryContactError } from '@everycontact/core';
import { listNames } from '../page.js';
import { note } from '../report/report.js';
import { isRaw, type Raw } from '../source.js';
import { Brackets } from './brackets.js';
import { longestRecord, type Found, type Item, type ItemReader } from './item.js';
import { kindOf } from './kind.js';
import { joinTables, tablesOf } from './tables.js';

/** A page longer than this, in characters, is read record by record; a shorter one is looked at whole. */
const longPage = 8_000_000;
/** Tables are joined in memory: this many characters of them at most. */
const largest = 200_000_000;

type Place =
  | 'between'
  /** A document that is read whole. */
  | 'record'
  /** One record of a list. */
  | 'list'
  /** What comes after the list of a long page. */
  | 'rest'
  /** JSON lines. */
  | 'line';

/**
 * JSON of any length as items: a document, several one after another, or JSON lines. A list is opened where it stands, a
 * page (`contents`, …) too once it is longer than eight million characters: each record is parsed by itself.
 *
 * @throws EveryContactError `feed-not-json` (cut off, or no JSON), `feed-too-large`
 */
export function jsonReader(feed: string): ItemReader {
  let brackets = new Brackets();
  let place: Place = 'between';
  let floor = 1;
  let pieces: string[] = [];
  let length = 0;
  let tryAt = longPage;
  let before = '';
  let inList = 0;
  let documents = 0;
  let oneLine = false;
  let read = 0;

  const hold = (piece: string): void => {
    length += piece.length;
    if (place === 'record' || length <= longestRecord) pieces.push(piece);
    else pieces = [];
  };
  const taken = (): { text: string; tooLong: boolean } => {
    const held = { text: pieces.join(''), tooLong: place !== 'record' && length > longestRecord };
    pieces = [];
    length = 0;
    return held;
  };
  const cutOff = (why: string): EveryContactError =>
    new EveryContactError(
      'feed-not-json',
      feed,
      `Feed "${feed}" begins like JSON and is not whole: ${why}. It may have been cut off; fetch it again.`,
    );

  function element(found: Found): void {
    const { text, tooLong } = taken();
    if (tooLong) found({ broken: note('record-too-long', 'record', `more than ${longestRecord} characters`) });
    else if (text.trim() !== '') one(text).forEach(found);
    inList += 1;
  }
  function one(text: string): readonly Item[] {
    const value = parsed(text);
    return value.ok ? opened(value.value, 0) : [{ broken: note('line-unreadable', 'record', text.trim()) }];
  }

  /** In a document: to its end, or to where its list begins if it is a long page. */
  function inRecord(chunk: string, at: number, found: Found): number {
    let here = at;
    do {
      here = brackets.next(chunk, here, 1) + 1;
    } while (here <= chunk.length && brackets.depth > 0);
    hold(chunk.slice(at, here));
    if (here <= chunk.length) {
      const { text } = taken();
      const value = parsed(text);
      if (!value.ok) throw cutOff(value.why);
      oneLine = documents === 0 && !text.includes('\n');
      documents += 1;
      place = 'between';
      opened(value.value, 0).forEach(found);
      return here;
    }
    if (length > tryAt) openPage(found);
    return chunk.length;
  }

  function openPage(found: Found): void {
    const { text } = taken();
    const list = listIn(text);
    if (list === undefined) {
      if (text.length > largest) throw tooLarge(feed, text.length);
      tryAt *= 2;
      hold(text);
      return;
    }
    before = text.slice(0, list);
    brackets = new Brackets();
    brackets.depth = 2;
    floor = 2;
    inList = 0;
    place = 'list';
    const rest = text.slice(list);
    for (let at = 0; at < rest.length; ) at = step(rest, at, found);
  }

  function step(chunk: string, at: number, found: Found): number {
    if (place === 'record') return inRecord(chunk, at, found);
    if (place === 'between') return between(chunk, at);
    const to = place === 'line' ? chunk.indexOf('\n', at) : brackets.next(chunk, at, place === 'rest' ? 1 : floor);
    if (to === -1 || to === chunk.length) {
      hold(chunk.slice(at));
      return chunk.length;
    }
    hold(chunk.slice(at, to));
    if (place === 'rest') {
      if (brackets.depth > 0) hold(',');
      else closePage(found);
    } else {
      element(found);
      if (place === 'list' && brackets.depth < floor) closeList(chunk[to] ?? '');
    }
    return to + 1;
  }

  function closeList(sign: string): void {
    if (sign !== ']') throw cutOff(`"${sign}" stands where a list should end`);
    place = floor === 1 ? 'between' : 'rest';
    documents += 1;
  }
  function closePage(found: Found): void {
    const page = parsed(`${before}]${taken().text}}`);
    if (!page.ok || !isRaw(page.value)) throw cutOff(page.ok ? 'no page' : page.why);
    found({ page: page.value, holds: inList });
    place = 'between';
    tryAt = longPage;
  }

  /** Between two documents: white space, and a new line after a first record that is one line makes it JSON lines. */
  function between(chunk: string, at: number): number {
    const to = chunk.slice(at).search(/\S/);
    const white = to < 0 ? chunk.slice(at) : chunk.slice(at, at + to);
    if (oneLine && white.includes('\n')) place = 'line';
    if (to < 0) return chunk.length;
    if (place === 'line') return at + to;
    brackets = new Brackets();
    const sign = chunk[at + to];
    if (sign === '{') {
      place = 'record';
      return at + to;
    }
    if (sign !== '[') throw cutOff(`"${chunk.slice(at + to, at + to + 20)}" stands after it`);
    place = 'list';
    floor = 1;
    inList = 0;
    brackets.depth = 1;
    return at + to + 1;
  }

  return {
    push(text, found) {
      read += text.length;
      for (let at = 0; at < text.length; ) at = step(text, at, found);
    },
    end(found) {
      if (place === 'line') element(found);
      else if (place !== 'between') throw cutOff(`it ends after ${read} characters in the middle of a record or list`);
    },
  };
}

type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly why: string };

function parsed(text: string): Parsed {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    return {
      ok: false,
      why: error instanceof Error ? error.message.slice(0, 120).replace(/\s+/g, ' ') : 'it cannot be parsed',
    };
  }
}

/** What holds the services: a list, a page of an API, tables, or the record itself. A list of pages is opened once more. */
function opened(value: unknown, depth: number): readonly Item[] {
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown) => (depth === 0 && isPage(item) ? opened(item, 1) : [{ value: item }]));
  }
  if (!isRaw(value)) return [{ value }];
  const tables = tablesOf(value);
  if (tables !== undefined) {
    const { services, beside } = joinTables(tables);
    return [...services.map((service) => ({ value: service })), { beside }];
  }
  const name = pageOf(value);
  if (name === undefined) return [{ value }];
  const { [name]: list, ...page } = value;
  const items = (list as readonly unknown[]).map((item) => ({ value: item }));
  return [...items, { page, holds: items.length }];
}

const isPage = (value: unknown): boolean => isRaw(value) && pageOf(value) !== undefined;

function pageOf(value: Raw): string | undefined {
  if (kindOf(value) !== 'record of another kind') return undefined;
  return listNames.find((name) => Object.hasOwn(value, name) && Array.isArray(value[name]));
}

/** Where the list of an unfinished page begins, if the last member of this text is one. `services` may be a table: not it. */
function listIn(text: string): number | undefined {
  const brackets = new Brackets();
  let member = text.indexOf('{') + 1;
  for (let at = 0; at < text.length; ) {
    at = brackets.next(text, at, 1) + 1;
    if (at <= text.length) member = at;
  }
  const [open, name = ''] = /^\s*"([a-z]+)"\s*:\s*\[/.exec(text.slice(member, member + 200)) ?? [];
  if (open === undefined || name === 'services' || !listNames.includes(name)) return undefined;
  const before = parsed(`${text.slice(0, member).replace(/,\s*$/, '')}}`);
  return before.ok && isRaw(before.value) && kindOf(before.value) === 'record of another kind'
    ? member + open.length
    : undefined;
}

const tooLarge = (feed: string, length: number): EveryContactError =>
  new EveryContactError(
    'feed-too-large',
    feed,
    `Feed "${feed}" holds one record or one set of tables of more than ${length} characters; at most ${largest} are held at once. Give the services as a list, page by page, or one a line.`,
  );
