import { EveryContactError, type Instant, type Service } from '@everycontact/core';
import { decode } from './feed/decode.js';
import { dropped as droppedEntry, recordsOf, type Candidate } from './feed/records.js';
import { defaultTopics, type TopicMap } from './needs.js';
import { entry, type ReadReport, type ReportEntry } from './report/report.js';
import { isDay } from './service/day.js';
import { plainText } from './service/plain-text.js';
import { toService, type Mapping } from './service/to-service.js';
import type { Notes, Raw } from './source.js';

export interface ReadOptions {
  /** A name for messages and provenance, e.g. the address or file it came from. */
  readonly feed: string;
  /** When the feed was fetched: decides what is stale, outdated or in the future. */
  readonly fetchedAt: Instant;
  readonly licence?: string;
  readonly attribution?: string;
  /** Instead of `defaultTopics`. */
  readonly topics?: TopicMap;
}

export interface ReadResult {
  readonly services: readonly Service[];
  readonly report: ReadReport;
}

/**
 * Services from a feed of any form we know, and an account of every record dropped, merged or repaired.
 *
 * Reads HSDS 3.x and Open Referral UK JSON (one service, a list, a page, pages one after another, JSON lines, tables,
 * services at locations, organisations with their services), the `services.csv` of a tabular package, and our own plain
 * CSV (columns in the README). The form is told by the content. Texts become plain text; dates are civil dates; ages are years.
 *
 * @param input text, or bytes in UTF-8, UTF-16 or Windows-1252
 * @throws EveryContactError when there is no service to read: `feed-empty`, `feed-too-large`, `feed-not-text`,
 *   `feed-is-web-page`, `feed-not-json`, `feed-not-csv`, `feed-no-services`, and `fetched-at-invalid` for a wrong option
 */
export function readServices(input: string | Uint8Array, options: ReadOptions): ReadResult {
  const { feed, fetchedAt, licence, attribution, topics = defaultTopics } = options;
  const today = fetchedAt.slice(0, 10);
  if (!isDay(today)) {
    throw new EveryContactError(
      'fetched-at-invalid',
      'fetchedAt',
      `"fetchedAt" must be an instant such as 2026-11-22T09:30:00.000Z, found "${fetchedAt}".`,
    );
  }
  const { text, legacy } = decode(input, feed);
  const { candidates, form, noted, notCarried } = recordsOf(text, feed);

  const repaired: ReportEntry[] = [
    ...(legacy ? [entry('decoded-legacy', {}, 'encoding', 'bytes that are not UTF-8')] : []),
    ...noted,
  ];
  const { records, merged, dropped } = sorted(candidates);
  const counts = new Map(notCarried);
  const made = new Map<string, number>(records.map(({ raw }) => [idOf(raw) ?? '', 1]));
  const mapping: Mapping = {
    topics,
    today,
    provenance: { feed, ...(licence ? { licence } : {}), ...(attribution ? { attribution } : {}), fetchedAt },
    makeId: (name, organization) => newId(slug(`${name} ${organization}`), made),
  };
  const services = records.map(({ raw, index }) => {
    const written: ((service: Service) => ReportEntry)[] = [];
    const notes: Notes = {
      repaired: (code, field, found, became) =>
        written.push(({ id, name }) => entry(code, { index, id, name }, field, found, became)),
      notCarried: (field) => counts.set(field, (counts.get(field) ?? 0) + 1),
    };
    const service = toService(raw, form === 'json' || Object.hasOwn(raw, 'organization_id'), mapping, notes);
    repaired.push(...written.map((write) => write(service)));
    return service;
  });
  repaired.push(
    ...lookAlikes(
      services,
      records.map(({ index }) => index),
    ),
  );
  return {
    services,
    report: {
      feed,
      read: candidates.length,
      kept: services.length,
      repaired,
      merged,
      dropped,
      notCarried: Object.fromEntries(counts),
    },
  };
}

interface Found {
  raw: Raw;
  readonly index: number;
}

const idOf = (raw: Raw): string | undefined =>
  typeof raw.id === 'string' || typeof raw.id === 'number'
    ? String(raw.id).trim().toLowerCase() || undefined
    : undefined;
const nameOf = (raw: Raw): string | undefined =>
  typeof raw.name === 'string' ? plainText(raw.name).text || undefined : undefined;
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : []);

/** Ids are compared in lower case. The first record of an id stays; the same service at another place adds that place to it. */
function sorted(candidates: readonly Candidate[]): {
  records: readonly Found[];
  merged: ReportEntry[];
  dropped: ReportEntry[];
} {
  const records: Found[] = [];
  const first = new Map<string, Found>();
  const merged: ReportEntry[] = [];
  const dropped: ReportEntry[] = [];
  candidates.forEach((candidate, index) => {
    if (!('service' in candidate)) {
      dropped.push(droppedEntry(candidate, index));
      return;
    }
    const { service, place } = candidate;
    const id = idOf(service);
    const name = nameOf(service);
    const whose = { index, id, name };
    if (name === undefined && typeof service.name !== 'number') {
      dropped.push(entry('nameless', whose, 'name', service.name));
      return;
    }
    const known = id === undefined ? undefined : first.get(id);
    const places = place === undefined ? [] : [place];
    if (known === undefined) {
      const raw =
        place === undefined
          ? service
          : { ...service, service_at_locations: [...listOf(service.service_at_locations), place] };
      const found: Found = { raw, index };
      records.push(found);
      if (id !== undefined) first.set(id, found);
      return;
    }
    if (place !== undefined)
      known.raw = { ...known.raw, service_at_locations: [...listOf(known.raw.service_at_locations), ...places] };
    merged.push(entry(place === undefined ? 'duplicate-id' : 'another-place', whose, 'id', id));
  });
  return { records, merged, dropped };
}

const slug = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80) || 'service';

/** `taken` counts how often each id was wanted, so that a thousand rows of one name stay quick. */
function newId(wanted: string, taken: Map<string, number>): string {
  let more = taken.get(wanted) ?? 0;
  let id = more === 0 ? wanted : `${wanted}-${more + 1}`;
  while (more > 0 && taken.has(id)) id = `${wanted}-${++more + 1}`;
  taken.set(wanted, more + 1);
  taken.set(id, taken.get(id) ?? 1);
  return id;
}

/** Services that look like one and have two ids: told, never merged. */
function lookAlikes(services: readonly Service[], indexes: readonly number[]): readonly ReportEntry[] {
  const seen = new Map<string, Service>();
  return services.flatMap((service, at) => {
    const { id, name, organization, locations } = service;
    const key = JSON.stringify([name, organization.name, locations[0]?.address].map((part) => part?.toLowerCase()));
    const earlier = seen.get(key);
    seen.set(key, earlier ?? service);
    return earlier === undefined
      ? []
      : [entry('looks-duplicate', { index: indexes[at] ?? at, id, name }, 'name', earlier.id)];
  });
}
