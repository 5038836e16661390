import type { Finding } from '@everycontact/core';
import { parse } from 'csv-parse/sync';
import { headerOf, valuesIn, withoutMark } from '../feed/spreadsheet.js';
import type { FieldName } from './fields.js';
import { lookAlike } from './look-alike.js';
import { problem, refused, shown, type WrittenEntry, type WrittenFact, type WrittenOverlay } from './written.js';

type Cell = (cell: string) => unknown;

const yes = new Map([
  ['ja', 'yes'],
  ['nej', 'no'],
]);
const word: Cell = (cell) => yes.get(cell.toLowerCase()) ?? cell.toLowerCase();
const number: Cell = (cell) => (/^\d+(?:[.,]\d+)?$/.test(cell) ? Number(cell.replace(',', '.')) : cell.toLowerCase());
const whole: Cell = (cell) => cell;
/** `women; men: no` */
const stated: Cell = (cell) =>
  Object.fromEntries(
    valuesIn(cell).map((part) => {
      const [key = '', said = 'yes'] = part.split(/\s*:\s*/);
      return [key, word(said)];
    }),
  );
/** A mark or a last day; "no" says nothing. */
const untilDay: Cell = (cell) => (word(cell) === 'yes' ? true : word(cell) === 'no' ? undefined : cell);

/** Columns of a table, and the fact each of them tells. */
const columns: Readonly<Record<string, { readonly field: FieldName; readonly read: Cell; readonly under?: string }>> = {
  service: { field: 'service', read: whole },
  name: { field: 'name', read: whole },
  last_checked: { field: 'lastChecked', read: whole },
  responsible: { field: 'responsible', read: whole },
  topics: { field: 'needs', read: valuesIn, under: 'main' },
  side_topics: { field: 'needs', read: valuesIn, under: 'side' },
  not_topics: { field: 'needs', read: valuesIn, under: 'not' },
  minimum_age: { field: 'minimumAge', read: number },
  maximum_age: { field: 'maximumAge', read: number },
  who: { field: 'who', read: stated },
  area_codes: { field: 'areas', read: valuesIn },
  languages: { field: 'languages', read: valuesIn },
  interpreter: { field: 'interpreter', read: word },
  cost: { field: 'cost', read: word },
  access: { field: 'access', read: stated },
  step_free: { field: 'stepFree', read: word },
  pinned: { field: 'pinned', read: untilDay },
  paused: { field: 'paused', read: untilDay },
  next: { field: 'next', read: valuesIn },
};
/** Of the file, not of a service: once, in any row. */
const ofFile = ['schema', 'owner'];
/** All columns, in the order of a new table. */
export const overlayColumns: readonly string[] = [...ofFile, ...Object.keys(columns)];

/** An overlay as a table of one row a service; comma, semicolon or tab. */
export function fromTable(text: string): WrittenOverlay {
  const { delimiter } = headerOf(text);
  let rows: string[][];
  try {
    rows = parse(text, { bom: true, delimiter, relax_column_count: true, relax_quotes: true, trim: true });
  } catch (error) {
    const found = error instanceof Error ? error.message.slice(0, 120) : 'something else';
    return refused(problem('overlay-not-csv', 'file', 'a table', found, 'look for a quote that is never closed'));
  }
  const [header = [], ...body] = rows;
  const names = header.map((name) => name.toLowerCase().replace(/[\s-]+/g, '_'));
  const all = body.map((cells, at) => ({ row: at + 2, cells })).filter(({ cells }) => cells.some(Boolean));
  const [schemas, owners] = ofFile.map((name) => [
    ...new Set(all.map(({ cells }) => cells[names.indexOf(name)] ?? '').filter(Boolean)),
  ]) as [string[], string[]];
  return {
    schema: schemas[0] ?? 'everycontact/overlay@1',
    owner: owners[0],
    entries: all.map(({ row, cells }) => entryOf(row, cells, names)),
    problems: [...ofHeader(names), ...(owners.length > 1 ? [twoOwners(owners)] : []), ...longRows(all, names)],
  };
}

const twoOwners = (owners: readonly string[]): Finding =>
  problem('overlay-value', 'column "owner"', 'one owner of the file', shown(owners), 'write a file for each');

function ofHeader(names: readonly string[]): readonly Finding[] {
  return names.flatMap((name, at) => {
    const where = `column ${at + 1}`;
    if (names.indexOf(name) < at)
      return [problem('overlay-column-twice', where, 'each column once', `"${name}" again`, 'take one of the two out')];
    if (overlayColumns.includes(name)) return [];
    const meant = lookAlike(name, overlayColumns);
    const remedy = meant === undefined ? 'take it out' : `did you mean "${meant}"?`;
    return [problem('overlay-field-unknown', where, `one of "${overlayColumns.join('", "')}"`, `"${name}"`, remedy)];
  });
}

const longRows = (rows: readonly { row: number; cells: readonly string[] }[], names: readonly string[]) =>
  rows
    .filter(({ cells }) => cells.slice(names.length).some(Boolean))
    .map(({ row, cells }) =>
      problem(
        'overlay-value',
        `row ${row}`,
        `${names.length} cells`,
        String(cells.length),
        'quote cells that hold commas',
      ),
    );

function entryOf(row: number, cells: readonly string[], names: readonly string[]): WrittenEntry {
  const facts = new Map<FieldName, WrittenFact>();
  names.forEach((name, at) => {
    const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
    const cell = withoutMark(cells[at] ?? '');
    const value = cell === '' ? undefined : column?.read(cell);
    if (column === undefined || value === undefined) return;
    const { field, under } = column;
    const before = facts.get(field)?.value;
    facts.set(field, {
      field,
      value: under === undefined ? value : { ...(before as object | undefined), [under]: value },
      where: `row ${row}, column "${name}"`,
      found: shown(cell),
    });
  });
  return { where: `row ${row}`, facts: [...facts.values()] };
}
