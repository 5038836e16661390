import { type Directory, EveryContactError, type Service } from '@everycontact/core';
import { answerOf, questionOf } from '@everycontact/core/directory';
import { damaged, openContainer } from './container.js';
import { openNearest, type PlainQuestion } from './nearest.js';
import { openColumns, REF } from './opened.js';
import { openRanking } from './rank.js';
import { openShard, SHARD } from './texts.js';

export interface OpenOptions {
  /** Where the records stand beside the index: gives one shard by its number. Not asked where they are inside. */
  readonly texts?: (shard: number) => Promise<Uint8Array>;
}
export interface ServicesDirectory extends Directory {
  readonly asOf: string;
  readonly count: number;
  readonly bytes: number;
  /**
   * Numbers of the nearest that have the need and meet all that is asked: the nearest first, by whole metres; those
   * without a place last. No ranking, no reasons. `read` gives their records.
   */
  search(question: PlainQuestion): readonly number[];
  /** The service of a number. @throws EveryContactError `services-file-damaged`, `services-file-texts-missing` */
  read(number: number): Promise<Service>;
  /** Reads every byte of the index, as an import does. @throws EveryContactError `services-file-damaged` */
  verify(): void;
}

/**
 * Opens a services file in a browser or in Node: views of its bytes, no parsing. Its head is checked here, a shard of its
 * records when it is read, and the whole on `verify`.
 *
 * @throws EveryContactError `services-file-unknown`, `services-file-newer`, `services-file-damaged`, `services-file-byte-order`
 */
export function openServices(
  buffer: ArrayBuffer | SharedArrayBuffer | Uint8Array,
  { texts }: OpenOptions = {},
): ServicesDirectory {
  const container = openContainer(buffer);
  const file = openColumns(container);
  const { head } = container;
  const sums = container.column('texts.sums', head.shards);
  const inside = container.has('texts')
    ? insideTexts(container.column('texts.ends', head.shards), container.column('texts'))
    : undefined;
  const load = inside ?? texts;
  const records = new Map<number, Service>();
  const shards = new Map<number, Promise<ReturnType<typeof openShard>>>();

  const shard = (number: number) => {
    const had = shards.get(number);
    if (had) return had;
    if (!load)
      throw new EveryContactError(
        'services-file-texts-missing',
        'options.texts',
        `The records of this index stand in ${head.shards} files beside it. Give openServices "texts", a function from the number of a file to its bytes.`,
      );
    const opened = load(number).then((bytes) => openShard(bytes, sums[number] ?? 0, number));
    shards.set(number, opened);
    if (shards.size > KEPT) shards.delete(shards.keys().next().value ?? number);
    // One that could not be had is asked for again.
    opened.catch(() => shards.delete(number));
    return opened;
  };

  let ranked: ReturnType<typeof openRanking> | undefined;
  const read = async (number: number): Promise<Service> => {
    const had = records.get(number);
    if (had) return had;
    const record = (await shard(Math.floor(number / SHARD)))(number % SHARD);
    if (!record) throw damaged(`texts.${Math.floor(number / SHARD)}`, `it has no record of number ${number}`);
    if (records.size >= RECORDS) records.clear();
    records.set(number, record);
    return record;
  };
  const numberOf = (entry: number) => (file.refs[entry] ?? 0) & REF.service;
  /** Their records, where all of them were read before: a promise for each would cost more than the ranking. */
  const atHand = (entries: readonly number[]): readonly Service[] | undefined => {
    const found: Service[] = [];
    for (const entry of entries) {
      const record = records.get(numberOf(entry));
      if (!record) return undefined;
      found.push(record);
    }
    return found;
  };
  const readAll = (entries: readonly number[]) => Promise.all(entries.map((entry) => read(numberOf(entry))));

  return {
    name: 'services file',
    asOf: head.asOf,
    count: head.count,
    bytes: container.bytes,
    search: openNearest(file),
    read,
    async find(query, { signal } = {}) {
      if (signal?.aborted) throw new Error('The look-up was stopped.');
      const question = questionOf(query);
      ranked ??= openRanking(container, file);
      const list = ranked(question, query);
      const relax = list.matches.found.length ? undefined : list.relax();
      const [chosen, apart] = [list.chosen(), list.excluded.found];
      const shown = [...chosen, ...apart, ...(relax ? [relax.nearest] : [])];
      const all = atHand(shown) ?? (await readAll(shown));
      if (signal?.aborted) throw new Error('The look-up was stopped.');
      const [matches, excluded] = [all.slice(0, chosen.length), all.slice(chosen.length, chosen.length + apart.length)];
      const nearest = all[chosen.length + apart.length];
      return answerOf(
        { matches, excluded, ...(relax && nearest && { relax: { ...relax, nearest } }) },
        question,
        head.asOf,
      );
    },
    verify: () => container.verify(),
  };
}

/** Shards kept open: what a page shows comes from few of them. */
const KEPT = 32;
/** Records kept as objects. */
const RECORDS = 4_096;

function insideTexts(
  ends: ArrayLike<number>,
  bytes: ArrayLike<number> & { subarray(from: number, to: number): unknown },
) {
  return (shard: number) =>
    Promise.resolve(bytes.subarray(shard === 0 ? 0 : (ends[shard - 1] ?? 0), ends[shard] ?? 0) as Uint8Array);
}
