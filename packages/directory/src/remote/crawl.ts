import { EveryContactError } from '@everycontact/core';
import { listNames, totalTold } from '../page.js';
import { isRaw, type Raw } from '../source.js';
import { ask, shownAddress, type Asking } from './ask.js';

/** What a server's whole list came to. */
export interface Crawled {
  readonly records: readonly Raw[];
  readonly pages: number;
  /** How many the server says it has: told, never believed. */
  readonly told?: number;
  /** Of these only the short form could be had, without places and topics. */
  readonly short: number;
  /** Whole records by id, for the next reading: what has not changed is not asked for again. */
  readonly whole: ReadonlyMap<string, Raw>;
}

const idOf = (item: Raw): string | undefined =>
  typeof item.id === 'string' || typeof item.id === 'number'
    ? String(item.id).trim().toLowerCase() || undefined
    : undefined;

/**
 * Every service of an HSDS or Open Referral UK API, page by page; a list in short form is completed service by service.
 * Nothing about a person or a need is asked: the same requests whoever is there.
 *
 * No word of the server on totals, or on which page is the last, decides: reading ends at a page that is empty, refused or
 * brings nothing new.
 *
 * @param base the address that `/services` follows
 * @param known whole records of an earlier reading; one with the same `last_modified` is not asked for again
 * @throws EveryContactError `remote-unreachable`, `remote-busy`, `remote-refused`, `remote-not-json`, `remote-not-services`,
 *   `remote-too-large`, `remote-stopped`
 */
export async function crawl(
  base: URL,
  asking: Asking,
  known: ReadonlyMap<string, Raw>,
  signal: AbortSignal,
): Promise<Crawled> {
  const { items, pages, told } = await list(base, asking, signal);
  const whole = new Map<string, Raw>();
  const records = [...items];
  const short: number[] = [];
  items.forEach((item, at) => {
    const id = idOf(item);
    if (id === undefined) return;
    const before = known.get(id);
    if (isWhole(item)) whole.set(id, item);
    else if (before && isSame(before, item)) records[at] = keep(whole, id, { ...before, ...item });
    else short.push(at);
  });
  let inARow = 0;
  let next = 0;
  const complete = async () => {
    for (let at = short[next++]; at !== undefined && inARow < asking.limits.failures; at = short[next++]) {
      const item = items[at] as Raw;
      const id = idOf(item) as string;
      const found = await one(base, item, id, asking, signal);
      inARow = found ? 0 : inARow + 1;
      // What was known before says more than the short form, and what the short form says is newer.
      const before = known.get(id);
      if (found) records[at] = keep(whole, id, { ...item, ...found });
      else if (before) records[at] = { ...before, ...item };
    }
  };
  await Promise.all(Array.from({ length: asking.limits.atOnce }, complete));
  const left = short.filter((at) => records[at] === items[at]).length;
  return { records, pages, short: left, whole, ...(told !== undefined && { told }) };
}

function keep(whole: Map<string, Raw>, id: string, record: Raw): Raw {
  whole.set(id, record);
  return record;
}

/** Lists that only a whole record has; an item with any of them needs no second request. */
const lists = [
  'service_at_locations',
  'locations',
  'attributes',
  'service_taxonomys',
  'schedules',
  'regular_schedules',
];
const isWhole = (item: Raw): boolean => lists.some((name) => Array.isArray(item[name]));
const isSame = (before: Raw, item: Raw): boolean =>
  typeof item.last_modified === 'string' && item.last_modified !== '' && item.last_modified === before.last_modified;

async function list(base: URL, asking: Asking, signal: AbortSignal) {
  const { limits } = asking;
  const seen = new Set<string>();
  const items: Raw[] = [];
  let told: number | undefined;
  let full = true;
  let refused: EveryContactError | undefined;
  let pages = 0;
  for (let page = 1; pages < limits.pages; ) {
    const url = pageOf(base, page, limits.perPage, full);
    const answered = await ask(url, asking, signal);
    if (!answered.ok) {
      if (!noSuchPage.includes(answered.status)) throw answered.error;
      if (page > 1) return { items, pages, told };
      // A strict server does not know "full": it is asked again in the plainest way there is.
      if (page === 1 && full) full = false;
      else if (page === 1) {
        refused = answered.error;
        page = 0;
      } else if (refused) throw refused;
      else if (items.length === 0) return { items, pages, told };
      else page = 2;
      continue;
    }
    pages += 1;
    const found = itemsOf(answered.json, shownAddress(url));
    told ??= toldBy(answered.json);
    const fresh = found.filter((item) => isNew(item, seen));
    items.push(...fresh);
    if (items.length > limits.services) throw tooMany(base, `${limits.services} services`);
    // Some count pages from 0: then what was asked for as the first is the second, if there is one.
    if (page === 1 && (fresh.length === 0 || saysLater(answered.json))) page = 0;
    else if (fresh.length === 0 && (page > 0 || items.length === 0)) return { items, pages, told };
    else page = page === 0 ? 2 : page + 1;
  }
  throw tooMany(base, `${limits.pages} pages`);
}

/** How servers say that there is no such page, or that they do not know what was asked. */
const noSuchPage = [400, 404, 410, 416, 422];

function isNew(item: Raw, seen: Set<string>): boolean {
  const key = idOf(item) ?? JSON.stringify(item);
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}

function pageOf(base: URL, page: number, perPage: number, full: boolean): URL {
  const url = under(base, 'services');
  if (full) {
    url.searchParams.set('full', 'true');
    url.searchParams.set('per_page', String(perPage));
  }
  url.searchParams.set('page', String(page));
  return url;
}

function under(base: URL, path: string): URL {
  const url = new URL(base);
  url.pathname = `${base.pathname.replace(/\/$/, '')}/${path}`;
  return url;
}

/** One whole service, or nothing where it cannot be had: its short form is still a service. */
async function one(base: URL, item: Raw, id: string, asking: Asking, signal: AbortSignal): Promise<Raw | undefined> {
  const url = under(base, `services/${encodeURIComponent(String(item.id).trim())}`);
  try {
    const answered = await ask(url, asking, signal);
    const found = answered.ok ? answered.json : undefined;
    return isRaw(found) && idOf(found) === id ? found : undefined;
  } catch (error) {
    if (signal.aborted) throw error;
    return undefined;
  }
}

function itemsOf(json: unknown, at: string): readonly Raw[] {
  const held = isRaw(json) ? listNames.map((name) => json[name]).find(Array.isArray) : json;
  if (Array.isArray(held)) return held.filter(isRaw);
  const fields = isRaw(json) ? Object.keys(json).slice(0, 8) : [];
  const found = fields.length > 0 ? `the fields ${fields.map((name) => `"${name.slice(0, 30)}"`).join(', ')}` : 'none';
  throw new EveryContactError(
    'remote-not-services',
    at,
    `The server at ${at} answered with JSON that is no list of services: a list or a page with "contents" was expected, found ${found}. Check the address: /services is put after it.`,
  );
}

const toldBy = (json: unknown): number | undefined => (isRaw(json) ? totalTold(json)?.total : undefined);

const saysLater = (json: unknown): boolean => isRaw(json) && (json.first_page ?? json.first) === false;

const tooMany = (base: URL, limit: string): EveryContactError =>
  new EveryContactError(
    'remote-too-large',
    shownAddress(base),
    `The server at ${shownAddress(base)} has more than ${limit}: that much is not read over the network. Read it from a file with "everycontact directory import", or raise the limit.`,
  );
