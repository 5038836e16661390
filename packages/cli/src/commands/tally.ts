import type { Service } from '@everycontact/core';
import {
  type CountedWhere,
  fewestStaff,
  tally,
  type TallyField,
  tallyFields,
  type TallyRow,
} from '@everycontact/core/record';
import { stringify } from 'csv-stringify/sync';
import type { Command } from '../command.js';
import { oneOf } from '../one-of.js';
import { misuse, readArgs, text } from '../options.js';
import { packOfRecord } from '../packs/pack-of-record.js';
import { wholePack } from '../packs/whole-pack.js';
import { servedFile } from '../served-file.js';
import { rowsIn } from '../tally/rows-in.js';
import type { Table } from '../tally/table.js';
import { tableLines } from '../tally/table-lines.js';
import { tablePage } from '../tally/table-page.js';
import { count, print, type Terminal } from '../terminal.js';

const command = 'tally';
const formats = ['text', 'csv', 'json', 'html'] as const;
const usualBy = 'behaviour,outcome';
const usualLeast = 10;

export const tallyCommand: Command = {
  name: command,
  summary: 'Counts what came of contacts, and tells no small number',
  help: [
    'Usage: everycontact tally FILE... [OPTIONS]',
    '',
    'FILE holds tally rows, or contact records, of which only the rows are counted: one, a list, or one on each line. A row',
    'is one topic of a contact; nothing in it tells whether two were with the same person.',
    '',
    `  --by LIST          what to count by, of ${tallyFields.join(', ')};`,
    `                     "${usualBy}" by default, "" for the sum alone`,
    `  --at-least N       withholds cells of fewer contacts, ${usualLeast} by default; of staff fewer than ${fewestStaff} always`,
    '  --from WEEK        the first week, e.g. 2026-W40; all by default',
    '  --to WEEK          the last week',
    '  --format FORMAT    text (the default), csv, json, or html: a page with bars, to print or send',
    '  --pack PACK        whose words the page uses, and whose time zone records have; "england", and for records the',
    '                     shipped pack that they name, by default',
    '  --locale TAG       the language of these words; the first of the pack by default',
    '  --directory FILE   a list of services, as "directory serve" takes it: for --by service, whose names are told then,',
    '                     and which of the list nobody was told of',
    '  --unit TEXT        the ward or team that records are from; rows say so themselves',
    '  --role-group TEXT  the group of staff that led them',
    '',
    'Where all that is withheld would be few, the smallest of the others is withheld too, or the sum would tell. Two tables',
    'of nearly the same rows can be subtracted from each other: hand out one.',
    '',
    'Exit codes: 0 counted, 1 a row is broken and nothing is counted, 2 misuse.',
  ],
  run,
};

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { out, err } = terminal;
  const { values, positionals } = readArgs(command, args, {
    ...{ by: text, 'at-least': text, from: text, to: text, format: text },
    ...{ pack: text, locale: text, unit: text, 'role-group': text, directory: text },
  });
  if (!positionals.length) throw misuse(command, 'option-invalid', 'Expected a file with rows, found nothing.');
  const format = oneOf(command, '--format', values.format ?? 'text', formats);
  const by = (values.by ?? usualBy)
    .split(',')
    .flatMap((name) => (name.trim() ? [oneOf(command, '--by', name.trim(), tallyFields)] : []));
  if (values.directory !== undefined && !by.includes('service'))
    throw misuse(command, 'option-invalid', '--directory: expected with "service" in --by, since it names services.');
  const [from, to] = [weekOf('--from', values.from), weekOf('--to', values.to)];
  const atLeast = leastOf(values['at-least'] ?? String(usualLeast));
  const pack = wholePack(command, values.pack ?? 'england');
  const locale = oneOf(command, '--locale', values.locale ?? pack.locales[0], pack.locales);
  const where = (record: unknown): CountedWhere => ({
    timeZone: (packOfRecord(command, record, values.pack) ?? pack).place.timeZone,
    ...(values.unit !== undefined && { unit: values.unit }),
    ...(values['role-group'] !== undefined && { roleGroup: values['role-group'] }),
  });
  const read = positionals.map((file) => rowsIn(file, where));
  const problems = read.flatMap((one) => one.problems);
  if (problems.length) {
    print(err, [
      ...problems.slice(0, 50).map((one) => `${one.at} error [${one.code}] ${one.where}: ${one.message}`),
      `${count(problems.length, 'problem')}; nothing was counted.`,
    ]);
    return 1;
  }
  const rows = read.flatMap((one) => one.rows).filter(({ week }) => !(from && week < from) && !(to && week > to));
  const list = values.directory === undefined ? undefined : (await servedFile(values.directory, terminal)).services;
  const table = tableOf(rows, by, atLeast, list);
  if (format === 'csv') out.write(csvOf(table));
  else if (format === 'json') print(out, [jsonOf(table)]);
  else print(out, format === 'html' ? [tablePage(table, pack, locale)] : tableLines(table));
  return 0;
}

function tableOf(
  rows: readonly TallyRow[],
  by: readonly TallyField[],
  atLeast: number,
  list?: readonly Service[],
): Table {
  const weeks = rows.map(({ week }) => week).sort();
  const [first, last = first] = [weeks[0], weeks.at(-1)];
  const cells = tally(rows, { by, atLeast });
  const names = list && new Map(list.map(({ id, name }) => [id, name]));
  return {
    by,
    atLeast,
    weeks: first === undefined || last === undefined ? undefined : [first, last],
    cells,
    ...(names && { serviceNames: names }),
  };
}

/** For a program, which has the list itself. */
const jsonOf = ({ by, atLeast, weeks, cells }: Table): string =>
  JSON.stringify({ schema: 'everycontact/tally-table@1', by, atLeast, weeks, cells }, null, 2);

/** For a spreadsheet: what it would take for a formula is quoted as text. */
const csvOf = ({ by, cells, serviceNames }: Table): string => {
  const service = by.indexOf('service');
  const named = (id: string) => (serviceNames ? [serviceNames.get(id) ?? ''] : []);
  return stringify(
    [
      [...by, ...(serviceNames ? ['service name'] : []), 'contacts'],
      ...cells.map(({ key, contacts }) => [...key, ...named(key[service] ?? ''), contacts]),
    ],
    { bom: true, escape_formulas: true, record_delimiter: 'windows' },
  );
};

function weekOf(option: string, written: string | undefined): string | undefined {
  if (written === undefined || /^\d{4}-W\d\d$/.test(written)) return written;
  throw misuse(command, 'option-invalid', `${option}: expected a week such as 2026-W47, found "${written}".`);
}

function leastOf(written: string): number {
  const least = Number(written);
  if (Number.isSafeInteger(least) && least >= 1) return least;
  throw misuse(command, 'option-invalid', `--at-least: expected a whole number from 1, found "${written}".`);
}
