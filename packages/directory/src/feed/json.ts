import { EveryContactError } from '@everycontact/core';
import type { Raw } from '../source.js';
import { kindOf } from './kind.js';
import { joinTables, tablesOf } from './tables.js';

/** One thing found in a feed where a record belongs. `broken` is a line that could not be read. */
export interface Item {
  readonly value?: unknown;
  readonly broken?: string;
  /** Names and counts of what stands beside the services and is not carried. */
  readonly beside?: ReadonlyMap<string, number>;
}

const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);
const pages = ['contents', 'content', 'services', 'data', 'results', 'items'];

/** A JSON document, JSON lines, or documents one after another, as items. */
export function itemsOfJson(text: string, feed: string): readonly Item[] {
  const whole = parsed(text);
  if (whole.ok) return opened(whole.value, 0);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const read = lines.map(parsed);
  if (lines.length > 1 && read[0]?.ok && isRaw(read[0].value)) {
    return read.flatMap((line, at) => (line.ok ? opened(line.value, 0) : [{ broken: lines[at] ?? '' }]));
  }
  const documents = inARow(text).map(parsed);
  if (documents.length > 1 && documents.every((document) => document.ok)) {
    return documents.flatMap((document) => (document.ok ? opened(document.value, 0) : []));
  }
  throw new EveryContactError(
    'feed-not-json',
    feed,
    `Feed "${feed}" begins like JSON and is not whole: ${whole.ok ? '' : whole.why}. It may have been cut off after ${text.length} characters; fetch it again.`,
  );
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
    return services.map((service, at) => (at === 0 ? { value: service, beside } : { value: service }));
  }
  const page = pageOf(value);
  return page === undefined ? [{ value }] : opened(page, 1);
}

const isPage = (value: unknown): boolean => isRaw(value) && pageOf(value) !== undefined;

function pageOf(value: Raw): readonly unknown[] | undefined {
  if (kindOf(value) !== 'record of another kind') return undefined;
  const name = pages.find((page) => Object.hasOwn(value, page) && Array.isArray(value[page]));
  return name === undefined ? undefined : (value[name] as readonly unknown[]);
}

/** Splits `{…}{…}` and `[…] {…}` where one document ends and the next begins, by counting brackets outside strings. */
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
