import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { EveryContactError, type Service } from '@everycontact/core';
import { applyOverlay, importServices, readOverlay, reportLines, type ImportReport } from '@everycontact/directory';
import { openServices, textsBeside, writeServices } from '@everycontact/directory/services-file';
import { fhirFormat as bundleFormat } from '@everycontact/fhir';
import type { Command } from '../../command.js';
import { isError } from '../../findings/finding.js';
import { textLines } from '../../findings/text.js';
import { bytesIn } from '../../given-file.js';
import { dayOf, flag, list, misuse, readArgs, text } from '../../options.js';
import { count, print, type Terminal } from '../../terminal.js';
import { refuseGiven } from '../../written-file.js';
import { columnsOf, doubtsOf, holidaysFrom, neverSuggested, opened, unnamedColumns } from './feeds.js';
import { progressLine } from './progress-line.js';
import { ReportFile } from './report-file.js';

const command = 'directory import';

export const directoryImportCommand: Command = {
  name: 'import',
  summary: 'Turns feeds of services into one file, and says what became of every record',
  help: [
    'Usage: everycontact directory import FEED... --out FILE [OPTIONS]',
    '',
    '  --out FILE          the directory to write: wexmarsh.services, or wexmarsh.json to put into a page itself',
    '  --column HEADING=COLUMN  what a heading of your own spreadsheet stands for, e.g. "Tel no=phone"; may be repeated',
    '  --report FILE       every record that was repaired, merged or dropped, as JSON',
    '  --overlay FILE      what the local team says about its services',
    '  --holidays FILE     public holidays, one date on each line',
    '  --licence TEXT      the licence of the feeds',
    '  --attribution TEXT  whom to credit for them',
    '  --beside            puts the descriptions of services into small files in wexmarsh.texts; for a nation',
    '  --at DAY            reads as of that day; today by default',
    '  --force             writes even if half of the services or a file is missing, or an entry of the overlay is wrong',
    '',
    'A FEED is a file, a folder or a zip: Open Referral (HSDS 1.1 to 3.2, Open Referral UK 1.0 and 3.0) as JSON, JSON lines',
    'or tables, service bundles of health systems, or the spreadsheet of "everycontact directory template".',
    'The last file is kept if a feed cannot be read, is empty, or has lost more than half of its services.',
    '',
    'Exit codes: 0 written, 1 not written, 2 misuse.',
  ],
  run,
};

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = readArgs(command, args, {
    ...{ out: text, report: text, overlay: text, holidays: text, licence: text, attribution: text },
    ...{ column: list, beside: flag, at: text, force: flag },
  });
  const { out } = values;
  if (positionals.length === 0) throw misuse(command, 'option-invalid', 'Expected a feed, found nothing.');
  if (out === undefined) throw misuse(command, 'option-invalid', '--out: expected a file, found nothing.');
  const given = [...positionals, values.overlay, values.holidays];
  refuseGiven(command, '--out', out, given);
  refuseGiven(command, '--report', values.report, [...given, out]);
  const fetchedAt = values.at === undefined ? terminal.now() : `${dayOf(command, '--at', values.at)}T00:00:00.000Z`;
  const columns = columnsOf(command, values.column ?? []);
  const force = values.force ?? false;
  const lastGood = servicesIn(out, force);
  const holidays = values.holidays === undefined ? undefined : holidaysFrom(command, values.holidays);
  const overlay =
    values.overlay === undefined ? undefined : readOverlay(bytesIn(values.overlay), { today: fetchedAt.slice(0, 10) });
  const feeds = await opened(positionals);

  const file = values.report === undefined ? undefined : new ReportFile(values.report);
  const progress = progressLine(terminal);
  const refused = (why: readonly string[], report?: ImportReport): number => {
    const left = lastGood === undefined ? 'Nothing was written.' : `${out} is left as it was: ${lastGood} services.`;
    file?.end({ refused: why.join(' ') }, report);
    print(terminal.err, [...why, left]);
    return 1;
  };
  if (overlay && (overlay.overlay === undefined || (!force && overlay.problems.some(isError)))) {
    return refused(overlay.problems.flatMap((problem) => textLines({ ...problem, pack: values.overlay ?? '' })));
  }

  const services: Service[] = [];
  let report: ImportReport;
  try {
    report = await importServices(feeds, {
      fetchedAt,
      formats: [bundleFormat],
      onService: (service) => void services.push(service),
      onProgress: progress.show,
      columns,
      ...(values.licence === undefined ? {} : { licence: values.licence }),
      ...(values.attribution === undefined ? {} : { attribution: values.attribution }),
      ...(holidays === undefined ? {} : { holidays }),
      ...(lastGood === undefined ? {} : { lastGood }),
      ...(file === undefined ? {} : { onEntry: file.entry }),
    });
  } catch (error) {
    progress.clear();
    if (!(error instanceof EveryContactError)) throw error;
    return refused([error.message]);
  }
  progress.clear();
  for (const feed of report.feeds) {
    print(terminal.err, [...shortened(reportLines(feed), values.report), ...unnamedColumns(feed)]);
  }
  const doubts = doubtsOf(report);
  if (doubts.length > 0 && !force) {
    return refused([...doubts, 'Look at the feed; --force writes all the same.'], report);
  }

  const applied = overlay?.overlay && applyOverlay(services, overlay.overlay, { today: fetchedAt.slice(0, 10) });
  const told = [...(overlay?.problems ?? []), ...(applied?.findings ?? [])];
  print(terminal.err, [...doubts, ...told.flatMap((one) => textLines({ ...one, pack: values.overlay ?? '' }))]);
  const kept = applied?.services ?? services;
  const written = write(out, values.beside ?? false, kept, fetchedAt);
  file?.end({ written: out }, report);
  print(terminal.out, [written]);
  print(terminal.err, neverSuggested(kept));
  return 0;
}

/** How many services the file of the last time holds. @throws EveryContactError `option-invalid` where it is another file */
function servicesIn(file: string, force: boolean): number | undefined {
  if (!existsSync(file)) return undefined;
  try {
    if (file.endsWith('.json')) return compactIn(file).length;
    return openServices(readFileSync(file)).count;
  } catch (error) {
    if (force) return undefined;
    const found = error instanceof Error ? error.message : String(error);
    const wrong = `--out: expected a new file, or the directory of the last time, found ${file}: ${found.replace(/\.?$/, '.')} --force replaces it.`;
    throw misuse(command, 'option-invalid', wrong);
  }
}

function compactIn(file: string): readonly unknown[] {
  const { services } = JSON.parse(readFileSync(file, 'utf8')) as { readonly services?: unknown };
  if (Array.isArray(services)) return services;
  throw new Error('it has no list "services"');
}

/** Written beside and then put in place, so that nobody ever opens half a file. */
function write(out: string, beside: boolean, services: readonly Service[], asOf: string): string {
  if (out.endsWith('.json')) {
    putInPlace(out, JSON.stringify({ asOf, services }));
    return `${out}: ${count(services.length, 'service')}`;
  }
  const made = writeServices(services, { asOf, texts: beside ? 'beside' : 'inside' });
  const folder = dirname(textsBeside(out, 0));
  if (beside) mkdirSync(folder, { recursive: true });
  made.texts.forEach((bytes, number) => writeFileSync(textsBeside(out, number), bytes));
  putInPlace(out, made.index);
  const more = beside ? `, and ${count(made.texts.length, 'file')} in ${folder}` : '';
  return `${out}: ${count(services.length, 'service')}, ${(made.index.length / 1024).toFixed(0)} kB${more}`;
}

function putInPlace(out: string, content: string | Uint8Array): void {
  writeFileSync(`${out}.new`, content);
  renameSync(`${out}.new`, out);
}

const mostLines = 60;

function shortened(lines: readonly string[], report: string | undefined): readonly string[] {
  if (lines.length <= mostLines) return lines;
  return [
    ...lines.slice(0, mostLines),
    `and ${lines.length - mostLines} more: ${report ?? '--report FILE writes them all'}`,
  ];
}
