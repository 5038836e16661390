import { EveryContactError } from '@everycontact/core';
import { textOf } from '@everycontact/directory';
import { headerOf, withoutMark } from '@everycontact/directory/reading';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

export type Separator = ';' | ',';
/** One wording: of which text, for whom (`all`, `worker`, `worker/men`, `person`), which plural form, in each language. */
export interface Row {
  readonly key: string;
  readonly for: string;
  readonly form: string;
  readonly words: Readonly<Record<string, string>>;
}
/** A table as somebody sent it back: its header, and its rows as cells. */
export interface Sheet {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export const fixedColumns = ['key', 'for', 'form'] as const;

/** A table with a byte order mark. A cell that a spreadsheet would take for a formula is quoted as text. */
export function writeSheet(rows: readonly Row[], locales: readonly string[], separator: Separator): string {
  const cells = rows.map((row) => [row.key, row.for, row.form, ...locales.map((locale) => row.words[locale] ?? '')]);
  return stringify([[...fixedColumns, ...locales], ...cells], {
    delimiter: separator,
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}

/**
 * A table by a spreadsheet: comma, semicolon or tab, UTF-8 (with or without byte order mark) or Windows-1252.
 *
 * @throws EveryContactError `csv-broken` with the line
 */
export function readSheet(bytes: Uint8Array): Sheet {
  const { text: written } = textOf(bytes);
  const { delimiter } = headerOf(written);
  try {
    const [header = [], ...rows]: string[][] = parse(written, { bom: true, delimiter, relax_column_count: true });
    return { header: header.map((name) => name.trim()), rows: rows.map((row) => row.map(withoutMark)) };
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    throw new EveryContactError('csv-broken', 'csv', `Expected a table, found: ${found}. Save it as CSV again.`);
  }
}

/** The letter above a column in a spreadsheet: A, B … Z, AA. */
export const columnLetter = (index: number): string =>
  (index >= 26 ? columnLetter(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));
