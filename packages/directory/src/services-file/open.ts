import { EveryContactError, type Service } from '@everycontact/core';
import { damaged, openContainer } from './container.js';
import { openNearest, type PlainQuestion } from './nearest.js';
import { openColumns, placesOf } from './opened.js';
import { openShard, SHARD } from './texts.js';

export interface OpenOptions {
  /** Where the records stand beside the index: gives one shard by its number. */
  readonly texts?: (shard: number) => Promise<Uint8Array>;
}
export interface ServicesDirectory {
  readonly name: string;
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
  const load = texts ?? inside;
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

  return {
    name: 'services file',
    asOf: head.asOf,
    count: head.count,
    bytes: container.bytes,
    search: openNearest(file),
    async read(number) {
      const first = Math.min(...(placesOf(file, number) ?? [number]));
      const record = (await shard(Math.floor(first / SHARD)))(first % SHARD);
      if (!record) throw damaged(`texts.${Math.floor(first / SHARD)}`, `it has no record of number ${number}`);
      return record;
    },
    verify: () => container.verify(),
  };
}

/** Shards kept open: what a page shows comes from few of them. */
const KEPT = 32;

function insideTexts(
  ends: ArrayLike<number>,
  bytes: ArrayLike<number> & { subarray(from: number, to: number): unknown },
) {
  return (shard: number) =>
    Promise.resolve(bytes.subarray(shard === 0 ? 0 : (ends[shard - 1] ?? 0), ends[shard] ?? 0) as Uint8Array);
}
