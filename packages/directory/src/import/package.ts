import { EveryContactError } from '@everycontact/core';
import { csvReader } from '../feed/csv.js';
import type { Item } from '../feed/item.js';
import { tableName } from '../feed/table-names.js';
import { addRows, joinTables } from '../feed/tables.js';
import type { Note } from '../report/report.js';
import type { Raw } from '../source.js';
import type { FeedFile } from './feed.js';

/** Tables are joined in memory: this many characters of them at most. */
const largest = 400_000_000;

/** `tables/phones.csv` stands in `tables/`. */
export const folderOf = (name: string): string => name.slice(0, name.lastIndexOf('/') + 1);
const fileOf = (name: string): string => name.slice(name.lastIndexOf('/') + 1);
const tableIn = (name: string): string | undefined => (/\.csv$/i.test(name) ? tableName(fileOf(name)) : undefined);

/**
 * The tables of a tabular data package: the CSVs that stand beside one with services and bear the name of a table, as HSDS
 * 1.1 to 3.2 and Open Referral UK call them. A CSV alone is read by itself.
 */
export function tablesAmong(files: readonly FeedFile[]): readonly FeedFile[] {
  const services = files.find(({ name }) => tableIn(name) === 'services');
  if (services === undefined) return [];
  const folder = folderOf(services.name);
  const tables = files.filter(({ name }) => folderOf(name) === folder && tableIn(name) !== undefined);
  return tables.length > 1 ? tables : [];
}

/** Joins the texts of tables into services, as an API would give them. */
export class Package {
  readonly #feed: string;
  readonly #tables = new Map<string, Raw[]>();
  #length = 0;

  constructor(feed: string) {
    this.#feed = feed;
  }

  /**
   * @returns rows with too many or too few cells
   * @throws EveryContactError `feed-not-csv`, `feed-too-large`
   */
  async add(name: string, text: AsyncIterable<string>): Promise<readonly Note[]> {
    const reader = csvReader(this.#feed, 'as a table');
    const items: Item[] = [];
    const found = (item: Item) => void items.push(item);
    let blank = true;
    for await (const piece of text) {
      this.#length += piece.length;
      if (this.#length > largest) throw tooLarge(this.#feed);
      blank &&= piece.trim() === '';
      reader.push(piece, found);
    }
    if (!blank) reader.end(found);
    const rows = items.flatMap((item) => ('value' in item ? [item] : []));
    addRows(
      this.#tables,
      fileOf(name).toLowerCase(),
      rows.map(({ value }) => value as Raw),
    );
    return rows.flatMap(({ faults = [] }, at) => faults.map((one) => ({ ...one, field: `${name}, row ${at + 2}` })));
  }

  services(): readonly Item[] {
    const { services, beside } = joinTables(this.#tables);
    return [...services.map((value) => ({ value })), { beside }];
  }
}

const tooLarge = (feed: string): EveryContactError =>
  new EveryContactError(
    'feed-too-large',
    feed,
    `Feed "${feed}" is a package of tables with more than ${largest} characters, which are joined in memory. Ask for the services as JSON, or one area at a time.`,
  );
