import { EveryContactError, type Location, type Service } from '@everycontact/core';
import { checksum } from './checksum.js';
import { ClassWriter } from './class-writer.js';
import { contain, type Column, type Head } from './container.js';
import { dayWord, isByPhone, partsOf, termsBit, termsWord } from './parts.js';
import { narrow, PoolWriter } from './pool.js';
import { toGrid } from './sphere.js';
import { encodeShard, SHARD } from './texts.js';
import { ROW } from './opened.js';
import { leafOf, leavesFor, nodesOf, placeOf, treeOrder } from './tree.js';

export interface WriteOptions {
  /** When the services were last known to be true. */
  readonly asOf: string;
  /** `inside` makes one file; `beside` keeps the records apart, so that a page loads only those it shows. Inside unless told. */
  readonly texts?: 'inside' | 'beside';
}
export interface ServicesFile {
  readonly index: Uint8Array;
  /** One a shard, by number; empty where the texts are inside. */
  readonly texts: readonly Uint8Array[];
}
/** A service at one of its places, or a service without a place. */
interface Row {
  readonly service: number;
  readonly place?: Location;
  readonly latitude: number;
  readonly longitude: number;
}

/**
 * Writes services so that `openServices` finds among them without parsing. The same services in any order give the same bytes.
 *
 * @throws EveryContactError `services-file-id-twice` where two services have one id
 */
export function writeServices(given: readonly Service[], { asOf, texts = 'inside' }: WriteOptions): ServicesFile {
  const services = [...given].sort((a, b) => text(a.id, b.id));
  refuseTwice(services);
  const alphabet = alphabetOf(services);
  const { rows, placed } = rowsOf(services, alphabet);
  const latitudes = Int32Array.from(rows.slice(0, placed), ({ latitude }) => latitude);
  const longitudes = Int32Array.from(rows.slice(0, placed), ({ longitude }) => longitude);

  const classes = new ClassWriter();
  const pools = { terms: new PoolWriter(), area: new PoolWriter(), hours: new PoolWriter() };
  const of = { class: [] as number[], terms: [] as number[], area: [] as number[], hours: [] as number[] };
  const termsWords: number[] = [];
  const termsBits: number[] = [];
  for (const { service, place } of rows) {
    const parts = partsOf(services[service] as Service, place);
    of.class.push(classes.add(parts));
    of.terms.push(pools.terms.add(parts.terms));
    const entry = of.terms.at(-1) ?? 0;
    termsWords[entry] = termsWord(parts.terms);
    termsBits[entry] = termsBit(entry, isByPhone(parts.terms));
    of.area.push(pools.area.add(parts.area));
    of.hours.push(pools.hours.add(parts.hours));
  }
  const described = classes.columns(of.class);
  const needsBits = described.columns['needs.bits'] ?? [];
  const speechBits = described.columns['speech.bits'] ?? [];
  const partsOfRow = (row: number) => classes.partsOf(of.class[row] ?? 0);
  const nodes = nodesOf(latitudes, longitudes, {
    needs: (row) => needsBits[partsOfRow(row)[0]] ?? 0,
    languages: (row) => speechBits[partsOfRow(row)[1]] ?? 0,
    terms: (row) => termsWords[of.terms[row] ?? 0] ?? 0,
    entry: (row) => termsBits[of.terms[row] ?? 0] ?? 0,
  });
  const shards = shardsOf(services, rows);
  const head: Head = {
    schema: 'everycontact/index@1',
    asOf,
    count: services.length,
    rows: rows.length,
    placed,
    leaves: leavesFor(placed),
    shards: shards.length,
    needs: described.needs,
    languages: described.languages,
  };
  const index = contain(head, {
    nodes,
    rows: rowColumn(rows, placed, nodes, (row) => [...partsOfRow(row), of.terms[row] ?? 0]),
    area: narrow(of.area),
    hours: narrow(of.hours),
    ...described.columns,
    'terms.words': Int32Array.from(termsWords),
    ...pools.terms.columns('terms'),
    ...pools.area.columns('area'),
    ...pools.hours.columns('hours'),
    assured: Uint16Array.from(rows, ({ service }) => dayWord(services[service]?.assuredOn)),
    alphabet: narrow(rows.map(({ service }) => alphabet[service] ?? 0)),
    ...siblingColumns(rows),
    'texts.sums': Uint32Array.from(shards, checksum),
    ...(texts === 'inside' && { 'texts.ends': ends(shards), texts: joined(shards) }),
  });
  return { index, texts: texts === 'inside' ? [] : shards };
}

function refuseTwice(services: readonly Service[]): void {
  const twice = services.find(({ id }, i) => services[i + 1]?.id === id);
  if (twice)
    throw new EveryContactError(
      'services-file-id-twice',
      `services.${twice.id}`,
      `Each service of a file has an id of its own; "${twice.id}" is there twice. Merge the two, or give one another id.`,
    );
}

/** The place of each service by name, then id: the last step of core's ranking. */
function alphabetOf(services: readonly Service[]): Uint32Array {
  const order = services.map((_, i) => i);
  order.sort((a, b) => text(services[a]?.name ?? '', services[b]?.name ?? '') || a - b);
  const alphabet = new Uint32Array(services.length);
  order.forEach((service, i) => (alphabet[service] = i));
  return alphabet;
}

/** Rows with a point in tree order, then services without one by name. */
function rowsOf(services: readonly Service[], alphabet: Uint32Array): { rows: Row[]; placed: number } {
  const points: Row[] = [];
  const elsewhere: Row[] = [];
  services.forEach(({ locations }, service) => {
    const found = locations.flatMap((place) =>
      place.latitude === undefined || place.longitude === undefined
        ? []
        : [{ service, place, latitude: toGrid(place.latitude), longitude: toGrid(place.longitude) }],
    );
    if (found.length) points.push(...found);
    else elsewhere.push({ service, latitude: 0, longitude: 0 });
  });
  const order = treeOrder(
    Int32Array.from(points, ({ latitude }) => latitude),
    Int32Array.from(points, ({ longitude }) => longitude),
  );
  elsewhere.sort((a, b) => (alphabet[a.service] ?? 0) - (alphabet[b.service] ?? 0));
  return { rows: [...Array.from(order, (i) => points[i] as Row), ...elsewhere], placed: points.length };
}

/**
 * What a search reads of each row, side by side: its point, and its entries of needs, speech and terms. In words of 16 bits
 * where all fit, the point then as steps from the corner of its leaf; else of 32, the point as it is.
 */
function rowColumn(
  rows: readonly Row[],
  placed: number,
  nodes: Int32Array,
  entriesOf: (row: number) => readonly number[],
): Column {
  const leaves = leavesFor(placed);
  const words = new Int32Array(rows.length * ROW.words);
  const steps = new Uint16Array(words.length);
  let fits = true;
  rows.forEach(({ latitude, longitude }, row) => {
    const entries = entriesOf(row);
    const corner = row < placed ? placeOf(leaves - 1 + leafOf(row, placed, leaves)) : -1;
    const [south = 0, , west = 0] = corner < 0 ? [] : nodes.subarray(corner, corner + 4);
    words.set([latitude, longitude, ...entries], row * ROW.words);
    const small = [latitude - south, longitude - west, ...entries];
    steps.set(small, row * ROW.words);
    fits &&= small.every((word) => word <= 0xffff);
  });
  return fits ? steps : words;
}

/** Rows of services with several places: the row, and where its service's rows begin and end in a list. */
function siblingColumns(rows: readonly Row[]): Record<string, Column> {
  const byService = new Map<number, number[]>();
  rows.forEach(({ service }, row) => {
    const had = byService.get(service);
    if (had) had.push(row);
    else byService.set(service, [row]);
  });
  const groups = [...byService.values()].filter(({ length }) => length > 1);
  const bits = new Uint8Array(groups.length ? Math.ceil(rows.length / 8) : 0);
  const at = new Map<number, number>();
  const list: number[] = [];
  for (const group of groups) {
    for (const row of group) {
      bits[row >> 3] = (bits[row >> 3] ?? 0) | (1 << (row & 7));
      at.set(row, list.length);
    }
    list.push(group.length, ...group);
  }
  const shared = [...at].sort(([a], [b]) => a - b);
  return {
    'shared.bits': bits,
    'shared.rows': Uint32Array.from(shared, ([row]) => row),
    'shared.at': Uint32Array.from(shared, ([, place]) => place),
    'shared.lists': Uint32Array.from(list),
  };
}

function shardsOf(services: readonly Service[], rows: readonly Row[]): Uint8Array[] {
  const encoder = new TextEncoder();
  const written = new Uint8Array(services.length);
  const shards: Uint8Array[] = [];
  for (let from = 0; from < rows.length; from += SHARD)
    shards.push(
      encodeShard(
        rows.slice(from, from + SHARD).map(({ service }) => {
          if (written[service]) return undefined;
          written[service] = 1;
          return encoder.encode(JSON.stringify(services[service]));
        }),
      ),
    );
  return shards;
}

function ends(shards: readonly Uint8Array[]): Uint32Array {
  let at = 0;
  return Uint32Array.from(shards, ({ length }) => (at += length));
}

function joined(shards: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(shards.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const shard of shards) {
    bytes.set(shard, at);
    at += shard.length;
  }
  return bytes;
}

const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
