import { EveryContactError } from '@everycontact/core';
import { parse } from 'csv-parse/sync';
import { note, type Note } from '../report/report.js';
import type { Raw } from '../source.js';
import { columnName, fromPlainRow, isOurs, plainNames, type Headings } from './columns.js';
import { longestRecord, type Item, type ItemReader } from './item.js';
import { kindOf } from './kind.js';
import { Rows } from './rows.js';
import { headerOf } from './spreadsheet.js';

/**
 * A CSV of any length as records: the `services.csv` of a tabular package, told by its `organization_id`, or our own plain
 * columns. Comma, semicolon or tab, whichever the header holds most; line breaks and quotes inside cells as in RFC 4180.
 *
 * @param columns what headings of the user's own stand for; or `as a table`: rows under the columns as they are named, to be
 *   joined with other tables
 * @throws EveryContactError `feed-not-csv` (a quote that never closes, or no header)
 */
export function csvReader(feed: string, columns: Headings | 'as a table'): ItemReader {
  let held: string[] = [];
  let length = 0;
  let layout: Layout | undefined;
  let rows: Rows | undefined;
  let delimiter = ',';
  let breaks: readonly string[] = [];
  let header = '';
  let lines = 0;
  let early: readonly Line[] = [];
  let passed = 0;
  let above: readonly Note[] = [];

  function itemsOf(table: readonly Line[], of: Layout): readonly Item[] {
    const [first, ...others] = table.map((line) => itemOf(line, of));
    if (first === undefined) return [];
    const told = withFaults(first, above);
    above = [];
    lines += table.length;
    return [told, ...others];
  }
  function read(text: string, isEnd: boolean): readonly Item[] {
    const written = text === '' ? [] : cells(text, feed, delimiter, breaks);
    const table = written
      .map((line, at): Line => ({ cells: line, row: passed + at + 1 }))
      .filter((line) => line.cells.some((cell) => cell !== ''));
    passed += written.length;
    if (layout !== undefined) return itemsOf(table, layout);
    early = [...early, ...table];
    const found = headingsAt(early, columns);
    if (early.length === 0 || (found < 0 && !isEnd && early.length <= mostAbove)) return [];
    const top = Math.max(found, 0);
    const made = layoutOf(early[top]?.cells ?? [], columns);
    layout = made;
    above = early.slice(0, top).map((line) => aboveHeadings(line, early[top]));
    return itemsOf(early.slice(top + 1), made);
  }
  const hold = (text: string): void => {
    held.push(text);
    length += text.length;
    if (length > longestRecord) throw unclosed(feed, `a cell of more than ${longestRecord} characters`);
  };
  const taken = (): string => {
    const text = held.join('');
    held = [];
    length = 0;
    return text;
  };

  return {
    push(text, found) {
      hold(text);
      let fresh = text;
      if (rows === undefined) {
        if (!text.includes('\n')) return;
        fresh = taken();
        hold(fresh);
        ({ delimiter, breaks, line: header } = headerOf(fresh));
        rows = new Rows(delimiter);
      }
      const whole = rows.whole(fresh);
      if (whole === 0) return;
      const all = taken();
      const rest = fresh.length - whole;
      hold(all.slice(all.length - rest));
      read(all.slice(0, all.length - rest), false).forEach(found);
    },
    end(found) {
      const text = taken();
      if (rows === undefined) ({ delimiter, breaks, line: header } = headerOf(text));
      const items = read(text, true);
      if (layout === undefined || (layout.columns.length === 1 && lines === 0)) throw noHeader(feed, header);
      items.forEach(found);
    },
  };
}

/** One row that is not empty, and which of all rows it is, as a spreadsheet counts them. */
interface Line {
  readonly cells: readonly string[];
  readonly row: number;
}

interface Layout {
  readonly columns: readonly string[];
  /** Not our own columns: as they stand. */
  readonly foreign: boolean;
}

/** How many rows there may be above the headings: a title, a date, headings over headings. */
const mostAbove = 10;

/** Which row holds headings of ours, and -1 where none does. */
const headingsAt = (table: readonly Line[], headings: Headings | 'as a table'): number =>
  table.slice(0, mostAbove + 1).findIndex((line) => !layoutOf(line.cells, headings).foreign);

const aboveHeadings = (line: Line, headings: Line | undefined): Note =>
  note('above-headings', 'row', line.cells.filter((cell) => cell !== '').join(' '), String(headings?.row));

const withFaults = (item: Item, more: readonly Note[]): Item =>
  more.length === 0 || !('value' in item) ? item : { ...item, faults: [...more, ...(item.faults ?? [])] };

function layoutOf(header: readonly string[], headings: Headings | 'as a table'): Layout {
  const written = header.map(columnName);
  if (headings === 'as a table') return { columns: written, foreign: true };
  if (written.some((column) => headings.has(column)))
    return { columns: plainNames(written.map((column) => headings.get(column) ?? column)), foreign: false };
  const ours = plainNames(written);
  if (written.includes('organization_id') && !ours.includes('organization')) return { columns: written, foreign: true };
  const kind = kindOf(Object.fromEntries(ours.map((column) => [column, ''])));
  const plain = kind === 'service' || (kind === 'record of another kind' && ours.includes('name') && ours.some(isOurs));
  return { columns: plain ? ours : written, foreign: !plain };
}

function itemOf({ cells: line, row: number }: Line, { columns, foreign }: Layout): Item {
  const named = columns.map((column, at) => [column, line[at] ?? ''] as const);
  const row: Raw = Object.fromEntries(named.filter(([column, cell]) => cell !== '' || column === 'name'));
  const item = foreign ? { value: row } : { value: fromPlainRow(row), ofServices: true as const, row: number };
  if (line.length === columns.length) return item;
  return { ...item, faults: [note('row-length', 'row', `${line.length} cells under ${columns.length} columns`)] };
}

function cells(text: string, feed: string, delimiter: string, breaks: readonly string[]): string[][] {
  try {
    return parse(text, {
      bom: true,
      delimiter,
      record_delimiter: [...breaks],
      relax_column_count: true,
      relax_quotes: true,
      trim: true,
    });
  } catch (error) {
    throw unclosed(feed, error instanceof Error ? error.message.slice(0, 160) : 'it cannot be parsed');
  }
}

const unclosed = (feed: string, why: string): EveryContactError =>
  new EveryContactError(
    'feed-not-csv',
    feed,
    `Feed "${feed}" cannot be read as CSV: ${why}. Look for a quote that is opened and never closed.`,
  );

const noHeader = (feed: string, found: string): EveryContactError =>
  new EveryContactError(
    'feed-not-csv',
    feed,
    `Feed "${feed}" is neither JSON nor CSV: a list of services or a header row with a column "name" was expected, found "${found.trim().slice(0, 60).replace(/\s+/g, ' ')}".`,
  );
