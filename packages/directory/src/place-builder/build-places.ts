import { Readable } from 'node:stream';
import { EveryContactError, type Day } from '@everycontact/core';
import { CsvError, parse } from 'csv-parse';
import type { District, PlaceRow, Places } from '../place/places.js';
import { newMiddle, type Middle } from './middle.js';
import { onsDirectory, sourceOf, type LeftOut, type PlaceSource } from './sources.js';

export interface BuildPlacesOptions {
  readonly country: Places['country'];
  readonly madeOn: Day;
  /** Instead of the credit the source asks for. */
  readonly attribution?: string;
  readonly licence?: string;
  /** Names of districts by code, for a source that has codes only. */
  readonly districtNames?: ReadonlyMap<string, string>;
}

/** What became of the rows: `read` is `kept` and all that was left out. */
export interface PlacesReport {
  readonly read: number;
  readonly kept: number;
  readonly left: Readonly<Partial<Record<LeftOut, number>>>;
  /** Districts without a name are not in the file. */
  readonly unnamed: number;
}

/**
 * A small place file from a postcode file of GeoNames or the Office for National Statistics, told apart by content. Whole
 * postcodes of the United Kingdom are gathered to their first half. One row at a time: a nation's file takes no more
 * memory than a town's.
 *
 * @param chunks the bytes of the file, unpacked, in UTF-8
 * @throws EveryContactError `postcodes-unknown` for another kind of file, `postcodes-broken` for half a one,
 *   `postcodes-none` where no row counts
 */
export async function buildPlaces(
  chunks: AsyncIterable<Uint8Array>,
  { country, madeOn, attribution, licence, districtNames }: BuildPlacesOptions,
): Promise<{ readonly places: Places; readonly report: PlacesReport }> {
  const { first, all } = await peeked(chunks);
  const source = sourceOf(first);
  if (source === undefined || (source === onsDirectory && country !== 'GB')) throw unknown(first, country);
  const codes = new Map<string, Middle>();
  const districts = new Map<string, { readonly name: string | undefined; readonly middle: Middle }>();
  const left: Partial<Record<LeftOut, number>> = {};
  let read = 0;
  let kept = 0;
  for await (const found of rowsOf(all, source, country)) {
    read += 1;
    if ('left' in found) {
      left[found.left] = (left[found.left] ?? 0) + 1;
      continue;
    }
    kept += 1;
    const { code, latitude, longitude, district } = found;
    entryOf(codes, code, newMiddle).add(latitude, longitude);
    if (district === undefined) continue;
    const name = district.name ?? districtNames?.get(district.code);
    entryOf(districts, district.code, () => ({ name, middle: newMiddle() })).middle.add(latitude, longitude);
  }
  if (kept === 0) throw none(read, country, left);
  const named = [...districts].flatMap(([code, { name, middle }]) =>
    name === undefined ? [] : [districtOf(code, name, middle)],
  );
  const places: Places = {
    schema: 'everycontact/places@1',
    country,
    madeOn,
    attribution: attribution ?? source.attribution(country, madeOn.slice(0, 4)),
    licence: licence ?? source.licence,
    codes: [...codes].map(([code, middle]) => rowOf(code, middle)).sort(([a], [b]) => (a < b ? -1 : 1)),
    ...(named.length > 0 && { districts: named.sort((a, b) => (a.code < b.code ? -1 : 1)) }),
  };
  return { places, report: { read, kept, left, unnamed: districts.size - named.length } };
}

function entryOf<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function rowOf(code: string, middle: Middle): PlaceRow {
  const { latitude, longitude, spreadKm } = middle.get();
  return [code, latitude, longitude, spreadKm];
}

function districtOf(code: string, name: string, middle: Middle): District {
  const { spreadKm, ...point } = middle.get();
  return { code, name, ...point, ...(spreadKm !== null && { spreadKm }) };
}

/** The first line, and everything from the beginning all the same. */
async function peeked(chunks: AsyncIterable<Uint8Array>) {
  const iterator = chunks[Symbol.asyncIterator]();
  const held: Uint8Array[] = [];
  let text = '';
  const decoder = new TextDecoder();
  while (!text.includes('\n') && text.length < 100_000) {
    const next = await iterator.next();
    if (next.done) break;
    held.push(next.value);
    text += decoder.decode(next.value, { stream: true });
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    yield* held;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  }
  return { first: text.split(/\r?\n/, 1)[0] ?? '', all: all() };
}

async function* rowsOf(chunks: AsyncIterable<Uint8Array>, source: PlaceSource, country: Places['country']) {
  const { delimiter, header } = source;
  const parser = Readable.from(chunks).pipe(
    parse({
      delimiter,
      bom: true,
      quote: header ? '"' : null,
      relaxQuotes: true,
      relaxColumnCount: true,
      skipEmptyLines: true,
      maxRecordSize: 100_000,
    }),
  );
  let read: ReturnType<PlaceSource['reader']> | undefined;
  try {
    for await (const row of parser as AsyncIterable<readonly string[]>) {
      const first = read === undefined;
      read ??= source.reader(row, country);
      if (!first || !header) yield read(row);
    }
  } catch (error) {
    if (error instanceof CsvError) throw broken(error);
    throw error;
  }
}

const broken = ({ message }: CsvError): EveryContactError =>
  new EveryContactError(
    'postcodes-broken',
    'file',
    `The file stops being a table: ${message.slice(0, 120)}. It may have been cut off; fetch it again.`,
  );

const unknown = (first: string, country: string): EveryContactError =>
  new EveryContactError(
    'postcodes-unknown',
    'file',
    `A postal code file of GeoNames (tab separated) or, for GB, a postcode directory of the Office for National Statistics (CSV with pcds, lat and long) was expected for ${country}, found "${first.slice(0, 60).replace(/[^\x20-\x7e]+/g, ' ')}". Unpack a zip first, and take the file with the postcodes, not its guide.`,
  );

const none = (read: number, country: string, left: object): EveryContactError =>
  new EveryContactError(
    'postcodes-none',
    'file',
    `None of ${read} rows is a postcode of ${country} with a point: ${Object.entries(left)
      .map(([why, times]) => `${String(times)} × ${why}`)
      .join(', ')}. Check --country and the file.`,
  );
