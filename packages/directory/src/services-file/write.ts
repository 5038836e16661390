import { EveryContactError, type Service } from '@everycontact/core';
import { isRemote, withNextNames } from '@everycontact/core/directory';
import { checksum } from './checksum.js';
import { contain, type Head } from './container.js';
import { entryColumn, serviceColumns } from './entry-columns.js';
import { grovesOf, type Grove } from './groves.js';
import { dayWord, howFlag, partBit, partsOf, termsWord } from './parts.js';
import { narrow, PoolWriter } from './pool.js';
import { SpeechWriter } from './speech-writer.js';
import { encodeShard, SHARD } from './texts.js';
import { nodesOf } from './tree.js';

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

/**
 * Writes services so that `openServices` finds among them without parsing. The same services in any order give the same
 * bytes. What comes next after a service is named in its record.
 *
 * @throws EveryContactError `services-file-id-twice` where two services have one id
 */
export function writeServices(given: readonly Service[], { asOf, texts = 'inside' }: WriteOptions): ServicesFile {
  const services = withNextNames([...given].sort((a, b) => text(a.id, b.id)));
  refuseTwice(services);
  const alphabet = alphabetOf(services);
  const groves = grovesOf(services, alphabet);
  const { order, numbers } = inOrderOfGroves(services, groves);
  const ordered = Array.from(order, (i) => services[i] as Service);
  const speech = new SpeechWriter();
  const pools = { terms: new PoolWriter(), area: new PoolWriter(), hours: new PoolWriter() };
  const of = { area: [] as number[], hours: [] as number[] };
  for (const service of ordered) {
    const { area, hours } = partsOf(service);
    of.area.push(pools.area.add(area));
    of.hours.push(pools.hours.add(hours));
  }
  const ofEntries: (readonly [speech: number, terms: number])[] = [];
  const terms: { readonly word: number; readonly bit: number }[] = [];
  for (const { entries } of groves)
    for (const { service, place } of entries) {
      const parts = partsOf(services[service] as Service, place);
      const entry = pools.terms.add(parts.terms);
      terms[entry] ??= { word: termsWord(parts.terms), bit: partBit(entry, isRemote(parts.terms)) };
      ofEntries.push([speech.add(parts.speech), entry]);
    }
  const spoken = speech.finish();
  let first = 0;
  const nodes = groves.map(({ entries, leaves, latitudes, longitudes }) => {
    const from = first;
    first += entries.length;
    return nodesOf(latitudes, longitudes, leaves, {
      languages: (place) => spoken.bits[ofEntries[from + place]?.[0] ?? 0] ?? 0,
      terms: (place) => (terms[ofEntries[from + place]?.[1] ?? 0]?.word ?? 0) | howFlag(entries[place]?.how ?? 0),
      parts: (place) => 1 << (terms[ofEntries[from + place]?.[1] ?? 0]?.bit ?? 0),
    });
  });
  const shards = shardsOf(ordered);
  const head: Head = {
    schema: 'everycontact/index@1',
    asOf,
    count: services.length,
    shards: shards.length,
    needs: groves.map(({ need, entries, placed, leaves }) => [need, entries.length, placed, leaves]),
    languages: spoken.languages,
  };
  const index = contain(head, {
    nodes: joined(Int32Array, nodes),
    entries: entryColumn(groves, nodes, (entry) => ofEntries[entry] ?? [0, 0]),
    ...serviceColumns(groves, numbers),
    'terms.words': Int32Array.from(terms, ({ word }) => word),
    ...spoken.columns,
    ...pools.terms.columns('terms'),
    area: narrow(of.area),
    ...pools.area.columns('area'),
    hours: narrow(of.hours),
    ...pools.hours.columns('hours'),
    assured: Uint16Array.from(ordered, ({ assuredOn }) => dayWord(assuredOn)),
    alphabet: narrow(order.map((i) => alphabet[i] ?? 0)),
    'texts.sums': Uint32Array.from(shards, checksum),
    ...(texts === 'inside' && { 'texts.ends': ends(shards), texts: joined(Uint8Array, shards) }),
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

/** Services as they first stand in a grove, so that neighbours have numbers near each other; then those without a need. */
function inOrderOfGroves(services: readonly Service[], groves: readonly Grove[]) {
  const order = new Uint32Array(services.length);
  const numbers = new Uint32Array(services.length).fill(NONE);
  let next = 0;
  const take = (service: number) => {
    if (numbers[service] !== NONE) return;
    numbers[service] = next;
    order[next++] = service;
  };
  for (const { entries } of groves) for (const { service } of entries) take(service);
  services.forEach((_, service) => take(service));
  return { order, numbers };
}
const NONE = 0xffffffff;

function shardsOf(services: readonly Service[]): Uint8Array[] {
  const encoder = new TextEncoder();
  return Array.from({ length: Math.ceil(services.length / SHARD) }, (_, shard) =>
    encodeShard(
      services.slice(shard * SHARD, (shard + 1) * SHARD).map((service) => encoder.encode(JSON.stringify(service))),
    ),
  );
}

function ends(shards: readonly Uint8Array[]): Uint32Array {
  let at = 0;
  return Uint32Array.from(shards, ({ length }) => (at += length));
}

function joined<Kind extends Uint8Array | Int32Array>(
  Type: new (length: number) => Kind,
  parts: readonly Kind[],
): Kind {
  const all = new Type(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
