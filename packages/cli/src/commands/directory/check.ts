import { EveryContactError, type Service } from '@everycontact/core';
import { importServices, reportLines } from '@everycontact/directory';
import { fhirFormat as bundleFormat } from '@everycontact/fhir';
import type { Command } from '../../command.js';
import { dayOf, list, misuse, readArgs, text } from '../../options.js';
import { count, print, type Terminal } from '../../terminal.js';
import { columnsOf, doubtsOf, holidaysFrom, neverSuggested, opened, unnamedColumns } from './feeds.js';

const command = 'directory check';

export const directoryCheckCommand: Command = {
  name: 'check',
  summary: 'Reads a list as an import would, says what is wrong in which row, and writes nothing',
  help: [
    'Usage: everycontact directory check FEED... [OPTIONS]',
    '',
    '  --column HEADING=COLUMN  what a heading of your own spreadsheet stands for, e.g. "Tel no=phone"; may be repeated',
    '  --holidays FILE     public holidays, one date on each line',
    '  --at DAY            reads as of that day; today by default',
    '',
    'A FEED is what "everycontact directory import" takes.',
    '',
    'Exit codes: 0 every record is a service that may be suggested, 1 one is not or a file cannot be read, 2 misuse.',
  ],
  run,
};

async function run(args: readonly string[], { out, err, now }: Terminal): Promise<number> {
  const { values, positionals } = readArgs(command, args, { column: list, holidays: text, at: text });
  if (positionals.length === 0) throw misuse(command, 'option-invalid', 'Expected a feed, found nothing.');
  const fetchedAt = values.at === undefined ? now() : `${dayOf(command, '--at', values.at)}T00:00:00.000Z`;
  const columns = columnsOf(command, values.column ?? []);
  const holidays = values.holidays === undefined ? undefined : holidaysFrom(command, values.holidays);
  const services: Service[] = [];
  const onService = (service: Service) => void services.push(service);
  try {
    const report = await importServices(await opened(positionals), {
      ...{ fetchedAt, formats: [bundleFormat], onService, columns },
      ...(holidays && { holidays }),
    });
    const doubts = doubtsOf(report);
    const never = neverSuggested(services);
    const dropped = report.feeds.reduce((sum, feed) => sum + feed.dropped.length, 0);
    print(out, [
      ...report.feeds.flatMap((feed) => [...reportLines(feed), ...unnamedColumns(feed)]),
      '',
      ...doubts,
      ...never,
      ...ageLines(services),
      `${count(services.length, 'service')}. Nothing was written: "directory import" does.`,
    ]);
    return doubts.length + never.length + dropped > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof EveryContactError) || error.code === 'option-invalid') throw error;
    print(err, [error.message]);
    return 1;
  }
}

/** How fresh the list is, in one sentence. */
function ageLines(services: readonly Service[]): readonly string[] {
  const having = (warning: string) => services.filter(({ warnings = [] }) => warnings.includes(warning)).length;
  const [old, unknown] = [having('assured-old'), having('assured-missing')];
  if (old + unknown === 0) return [];
  return [
    `${old} of ${services.length} last checked more than twelve months ago, ${unknown} without a date: check them, and fill in "assured_date".`,
  ];
}
