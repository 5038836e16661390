import { EveryContactError, type Day, type Service } from '@everycontact/core';
import { candidatesOf, type Candidate } from '../feed/candidate.js';
import type { Item } from '../feed/item.js';
import type { TopicMap } from '../needs.js';
import { Account, type Fate } from '../report/account.js';
import { note, type Note, type ReadReport, type ReportEntry } from '../report/report.js';
import { plainText } from '../service/plain-text.js';
import type { Holiday } from '../service/holidays.js';
import { toService } from '../service/to-service.js';
import type { Notes, Raw } from '../source.js';
import type { FormatRecord } from './format.js';
import type { Ids } from './ids.js';
import { PageTotals } from './page-totals.js';

/** What all feeds of one import share. */
export interface Import {
  readonly today: Day;
  readonly topics: TopicMap;
  readonly holidays?: readonly Holiday[] | undefined;
  readonly ids: Ids;
  /** Ids by name, organisation and address, to tell look-alikes. */
  readonly seen: Map<string, string>;
}

/** A service whose other places may come later in the feed. */
interface Held {
  raw: Raw;
  readonly index: number;
}

/** After this many records that are none, the feed is no directory. */
const mostDropped = 1_000_000;

/** Turns the records of one feed into services, each id once, and accounts for every record. */
export class Intake {
  readonly account: Account;
  readonly #shared: Import;
  readonly #provenance: Service['provenance'];
  readonly #held = new Map<string, Held>();
  readonly #totals = new PageTotals();
  /** Rows of a spreadsheet without an id: one that comes again says nothing new. */
  readonly #rows = new Set<string>();
  readonly #kinds = new Map<string, number>();
  #fields: readonly string[] = [];
  #anyService = false;

  constructor(shared: Import, provenance: Service['provenance'], listen?: (fate: Fate, entry: ReportEntry) => void) {
    this.#shared = shared;
    this.#provenance = provenance;
    this.account = new Account(provenance.feed, listen);
  }

  /** @param uuids whether ids are expected to be UUIDs: in JSON and tabular packages, not in our own CSV */
  take(item: Item, uuids: boolean): readonly Service[] {
    this.account.row = 'row' in item ? item.row : undefined;
    if ('page' in item) {
      this.#totals.add(item.page, item.holds);
      for (const [name, beside] of Object.entries(item.page)) {
        if (Array.isArray(beside) && beside.length > 0) this.account.notCarried(name);
      }
    }
    if ('beside' in item) for (const [name, times] of item.beside) this.account.notCarried(name, times);
    const faults = 'faults' in item ? (item.faults ?? []) : [];
    if ('ofServices' in item && this.#repeats(item.value as Raw)) return [];
    return candidatesOf(item).flatMap((candidate) => this.#record(candidate, uuids, faults));
  }

  /** Whether a row without an id says the very same as an earlier one, which is then told. */
  #repeats(row: Raw): boolean {
    const before = this.#rows.size;
    if (row.id !== undefined || nameOf(row) === undefined || this.#rows.add(JSON.stringify(row)).size > before)
      return false;
    this.account.tell('merged', note('same-row', 'name', row.name), { index: this.#next(), name: nameOf(row) });
    return true;
  }

  /** A record that a format has read. */
  takeRead(record: FormatRecord): readonly Service[] {
    const index = this.#next();
    for (const field of record.notCarried ?? []) this.account.notCarried(field);
    if ('merged' in record) this.account.tell('merged', record.merged, { index, id: record.id, name: record.name });
    if ('dropped' in record) this.#drop(record.dropped, { index, id: record.id, name: record.name }, 'record');
    if (!('service' in record)) return [];
    const { service, notes = [] } = record;
    const { id, name, organization } = service;
    const mine = this.#mine(id, { name, organization }, index);
    if (mine === undefined) return [];
    return [this.#keep(mine.id === id ? service : { ...service, id: mine.id }, index, [...notes, ...mine.changes])];
  }

  /** Services held back for their places; the feed has ended. */
  end(): readonly Service[] {
    this.account.row = undefined;
    const services = [...this.#held.values()].map(({ raw, index }) => this.#map(raw, true, index, []));
    this.#held.clear();
    const wrong = this.#totals.wrong();
    if (wrong !== undefined) this.account.tell('repaired', wrong);
    return services;
  }

  /** @throws EveryContactError `feed-empty` (no record at all), `feed-no-services` */
  report(): ReadReport {
    const { feed } = this.#provenance;
    if (this.account.read === 0) throw empty(feed);
    if (this.account.kept === 0 && !this.#anyService) throw this.#noServices();
    return this.account.report();
  }

  #next(): number {
    const index = this.account.read;
    this.account.read += 1;
    return index;
  }

  #record(candidate: Candidate, uuids: boolean, faults: readonly Note[]): readonly Service[] {
    const index = this.#next();
    if ('refused' in candidate) {
      if (this.#fields.length < 8) this.#fields = [...new Set([...this.#fields, ...candidate.fields])].slice(0, 8);
      this.#drop(candidate.refused, { index }, candidate.kind);
      return [];
    }
    this.#anyService = true;
    const { service, place } = candidate;
    const written = idOf(service);
    const name = nameOf(service);
    if (name === undefined && typeof service.name !== 'number') {
      this.#drop(note('nameless', 'name', service.name), { index, id: written }, 'service without a name');
      return [];
    }
    const held = place === undefined || written === undefined ? undefined : this.#held.get(written.toLowerCase());
    if (held !== undefined) {
      held.raw = withPlace(held.raw, place);
      this.account.tell('merged', note('another-place', 'id', written), { index, id: written, name });
      return [];
    }
    const mine = written === undefined ? { id: undefined, changes: [] } : this.#mine(written, service, index);
    if (mine === undefined) return [];
    const { id } = mine;
    const changes = [...faults, ...mine.changes];
    const raw = withPlace(id === written ? service : { ...service, id }, place);
    if (place === undefined || written === undefined) return [this.#map(raw, uuids, index, changes)];
    this.#held.set(written.toLowerCase(), { raw, index });
    for (const change of changes) this.account.tell('repaired', change, { index, id, name });
    return [];
  }

  /** The id this service is kept under, or nothing where it is merged with an earlier one. */
  #mine(id: string, raw: Raw, index: number): { readonly id: string; readonly changes: readonly Note[] } | undefined {
    const { feed } = this.#provenance;
    const meaning = this.#shared.ids.meaningOf(id, feed, raw);
    if (meaning.is === 'new') return { id, changes: [] };
    if (meaning.is === 'another service') return { id: meaning.id, changes: [note('id-taken', 'id', id, meaning.id)] };
    const told =
      meaning.is === 'same record' ? note('duplicate-id', 'id', id) : note('another-feed', 'id', id, meaning.feed);
    this.account.tell('merged', told, { index, id, name: nameOf(raw) });
    return undefined;
  }

  #map(raw: Raw, uuids: boolean, index: number, faults: readonly Note[]): Service {
    const written: Note[] = [...faults];
    const notes: Notes = {
      repaired: (code, field, found, became) => written.push(note(code, field, found, became)),
      notCarried: (field) => this.account.notCarried(field),
    };
    const { today, topics, holidays, ids } = this.#shared;
    const service = toService(
      raw,
      uuids || Object.hasOwn(raw, 'organization_id'),
      {
        today,
        topics,
        holidays,
        provenance: this.#provenance,
        makeId: (name, organization) => ids.make(`${name} ${organization}`),
      },
      notes,
    );
    return this.#keep(service, index, written);
  }

  #keep(service: Service, index: number, notes: readonly Note[]): Service {
    const whose = { index, id: service.id, name: service.name };
    for (const one of notes) this.account.tell('repaired', one, whose);
    const earlier = this.#lookAlike(service);
    if (earlier !== undefined) this.account.tell('repaired', note('looks-duplicate', 'name', earlier), whose);
    this.account.kept += 1;
    return service;
  }

  /** Another service that looks like this one and has another id: told, never merged. */
  #lookAlike({ id, name, organization, locations }: Service): string | undefined {
    const key = JSON.stringify([name, organization.name, locations[0]?.address].map((part) => part?.toLowerCase()));
    const earlier = this.#shared.seen.get(key);
    if (earlier === undefined) this.#shared.seen.set(key, id);
    return earlier;
  }

  #drop(why: Note, whose: { index: number; id?: string | undefined; name?: string | undefined }, kind: string): void {
    this.account.tell('dropped', why, whose);
    const times = (this.#kinds.get(kind) ?? 0) + 1;
    this.#kinds.set(kind, times);
    if (times > mostDropped) throw this.#noServices();
  }

  #noServices(): EveryContactError {
    const { feed } = this.#provenance;
    const found = [...this.#kinds].map(([kind, times]) => `${times} × ${kind}`).join(', ');
    const names = this.#fields.map((name) => `"${name.slice(0, 30)}"`).join(', ');
    return new EveryContactError(
      'feed-no-services',
      feed,
      `Feed "${feed}" holds no service: services were expected (a name, and an organization, status or way to get in touch), found ${found}${names === '' ? '' : `, with the fields ${names}`}. Give the feed's list of services, e.g. its address ending in /services, or its services.csv; of a spreadsheet with headings of its own, say what each stands for, above all which is the name, as in --column "Tel no=phone".`,
    );
  }
}

const idOf = (raw: Raw): string | undefined =>
  typeof raw.id === 'string' || typeof raw.id === 'number' ? String(raw.id).trim() || undefined : undefined;
const nameOf = (raw: Raw): string | undefined =>
  typeof raw.name === 'string' ? plainText(raw.name).text || undefined : undefined;
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : []);

const withPlace = (service: Raw, place: Raw | undefined): Raw =>
  place === undefined
    ? service
    : { ...service, service_at_locations: [...listOf(service.service_at_locations), place] };

export const empty = (feed: string): EveryContactError =>
  new EveryContactError(
    'feed-empty',
    feed,
    `Feed "${feed}" is empty: services as JSON or CSV were expected, and it holds no record. Keep the last good copy and ask who publishes it.`,
  );
