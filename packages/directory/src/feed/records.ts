import { EveryContactError } from '@everycontact/core';
import { entry, type ReportEntry } from '../report/report.js';
import type { Raw } from '../source.js';
import { rowsOfCsv } from './csv.js';
import { itemsOfJson, type Item } from './json.js';
import { kindOf, type Kind } from './kind.js';

/** One record of a feed: a service to map, or what it is instead. */
export type Candidate =
  | { readonly service: Raw; readonly place?: Raw }
  | { readonly kind: Kind; readonly fields: readonly string[] }
  | { readonly broken: string }
  | { readonly value: unknown };

export interface Records {
  readonly candidates: readonly Candidate[];
  readonly form: 'json' | 'csv';
  readonly noted: readonly ReportEntry[];
  readonly notCarried: ReadonlyMap<string, number>;
}

const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The records of a feed, whatever form it comes in; the form is told by the content, never by a name.
 *
 * @throws EveryContactError `feed-is-web-page`, `feed-not-json`, `feed-not-csv`, `feed-empty` (no record at all), `feed-no-services`
 */
export function recordsOf(text: string, feed: string): Records {
  const start = text.trimStart();
  if (start.startsWith('<')) throw webPage(start, feed);
  const json = start.startsWith('{') || start.startsWith('[');
  const { rows, noted } = json ? { rows: [], noted: [] } : rowsOfCsv(text, feed);
  const items: readonly Item[] = json ? itemsOfJson(text, feed) : rows.map((value) => ({ value }));
  const candidates = items.flatMap(candidatesOf);
  const notCarried = new Map<string, number>();
  for (const [name, times] of items.flatMap(({ beside }) => [...(beside ?? [])])) {
    notCarried.set(name, (notCarried.get(name) ?? 0) + times);
  }
  if (candidates.length === 0) {
    throw new EveryContactError(
      'feed-empty',
      feed,
      `Feed "${feed}" is whole but holds no record: at least one service was expected. Keep the last good copy and ask who publishes it.`,
    );
  }
  if (!candidates.some((candidate) => 'service' in candidate)) throw noServices(candidates, feed);
  return { candidates, form: json ? 'json' : 'csv', noted, notCarried };
}

function candidatesOf({ value, broken }: Item): readonly Candidate[] {
  if (broken !== undefined) return [{ broken }];
  if (!isRaw(value)) return [{ value }];
  const kind = kindOf(value);
  const other: Candidate = { kind, fields: Object.keys(value) };
  if (kind === 'service') return [{ service: value }];
  if (kind === 'service at location') {
    const { service, ...place } = value;
    return isRaw(service) ? [{ service, place }] : [other];
  }
  if (kind === 'organization' && Array.isArray(value.services) && value.services.length > 0) {
    const { services, ...organization } = value;
    return (services as readonly unknown[]).map((service) =>
      isRaw(service) ? { service: { organization, ...service } } : { value: service },
    );
  }
  return [other];
}

/** The report's entry for a record that is no service. */
export function dropped(candidate: Exclude<Candidate, { service: Raw }>, index: number): ReportEntry {
  if ('broken' in candidate) return entry('line-unreadable', { index }, 'line', candidate.broken);
  if ('kind' in candidate) return entry('not-a-service', { index }, 'record', candidate.kind);
  return entry('not-an-object', { index }, 'record', candidate.value);
}

function noServices(candidates: readonly Candidate[], feed: string): EveryContactError {
  const counts = new Map<string, number>();
  for (const candidate of candidates) {
    const kind =
      'kind' in candidate ? candidate.kind : 'broken' in candidate ? 'unreadable line' : 'value that is no record';
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const found = [...counts].map(([kind, times]) => `${times} × ${kind}`).join(', ');
  const fields = candidates.flatMap((candidate) => ('fields' in candidate ? candidate.fields : [])).slice(0, 8);
  const names =
    fields.length === 0 ? '' : `, with the fields ${fields.map((name) => `"${name.slice(0, 30)}"`).join(', ')}`;
  return new EveryContactError(
    'feed-no-services',
    feed,
    `Feed "${feed}" holds no service: services were expected (a name, and an organization, status or way to get in touch), found ${found}${names}. Give the feed's list of services, e.g. its address ending in /services, or its services.csv.`,
  );
}

function webPage(start: string, feed: string): EveryContactError {
  const title = /<title[^<>]{0,200}>([^<]{0,200})/i.exec(start.slice(0, 20_000))?.[1]?.trim().replace(/\s+/g, ' ');
  return new EveryContactError(
    'feed-is-web-page',
    feed,
    `Feed "${feed}" is a web page or XML: JSON or CSV was expected, found ${title ? `a page titled "${title}"` : `"${start.slice(0, 40).replace(/\s+/g, ' ')}"`}. The server may have answered with an error or a log-in page; open the address in a browser.`,
  );
}
