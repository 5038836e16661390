import { EveryContactError } from '@everycontact/core';
import { parse } from 'csv-parse/sync';
import { entry, type ReportEntry } from '../report/report.js';
import type { Raw } from '../source.js';
import { columnName, fromPlainRow, plainName } from './columns.js';
import { kindOf } from './kind.js';

/**
 * A CSV as records: the `services.csv` of a tabular package, told by its `organization_id`, or our own plain columns.
 * Comma, semicolon or tab, whichever the header holds most; line breaks and quotes inside cells as in RFC 4180.
 *
 * @throws EveryContactError `feed-not-csv` (a quote that never closes, or no header)
 */
export function rowsOfCsv(
  text: string,
  feed: string,
): { readonly rows: readonly Raw[]; readonly noted: readonly ReportEntry[] } {
  const [header = [], ...lines] = cells(text, feed);
  const columns = header.map(columnName);
  if (columns.length === 0 || (columns.length === 1 && lines.length === 0)) {
    throw new EveryContactError(
      'feed-not-csv',
      feed,
      `Feed "${feed}" is neither JSON nor CSV: a list of services or a header row with a column "name" was expected, found "${text.trim().slice(0, 60).replace(/\s+/g, ' ')}".`,
    );
  }
  const asTable =
    columns.includes('organization_id') && !columns.some((column) => plainName(column) === 'organization');
  const foreign = asTable || kindOf(Object.fromEntries(columns.map((column) => [plainName(column), '']))) !== 'service';
  const noted = lines.flatMap((line, index) =>
    line.length === columns.length
      ? []
      : [entry('row-length', { index }, 'row', `${line.length} cells under ${columns.length} columns`)],
  );
  const rows = lines.map((line) => {
    const named = columns.map((column, at) => [foreign ? column : plainName(column), line[at] ?? ''] as const);
    const row = Object.fromEntries(named.filter(([column, cell]) => cell !== '' || column === 'name'));
    return foreign ? row : fromPlainRow(row);
  });
  return { rows, noted };
}

function cells(text: string, feed: string): string[][] {
  try {
    return parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    });
  } catch (error) {
    const why = error instanceof Error ? error.message.slice(0, 160) : 'it cannot be parsed';
    throw new EveryContactError(
      'feed-not-csv',
      feed,
      `Feed "${feed}" cannot be read as CSV: ${why}. Look for a quote that is opened and never closed.`,
    );
  }
}

function delimiterOf(text: string): string {
  const [header = ''] = text.trimStart().split('\n', 1);
  const bare = header.replace(/"[^"]*"/g, '');
  const count = (mark: string): number => bare.split(mark).length;
  return [';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',');
}
