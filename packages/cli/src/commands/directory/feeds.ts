import { basename } from 'node:path';
import type { Service } from '@everycontact/core';
import {
  defaultTopics,
  openFeed,
  readHolidays,
  type Feed,
  type ImportReport,
  type ReadReport,
} from '@everycontact/directory';
import { textIn } from '../../given-file.js';
import { misuse } from '../../options.js';

/** A feed goes by the name of its file, and by its path where two files bear one name. */
export function opened(paths: readonly string[]): Promise<readonly Feed[]> {
  const names = paths.map((path) => basename(path));
  return Promise.all(
    paths.map((path, at) =>
      openFeed(path, names.indexOf(names[at] ?? '') === names.lastIndexOf(names[at] ?? '') ? names[at] : path),
    ),
  );
}

/** `Tel no=phone`, as many as there are. @throws EveryContactError `option-invalid` */
export function columnsOf(command: string, written: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    written.map((one) => {
      const [heading = '', column = '', ...more] = one.split('=').map((side) => side.trim());
      if (heading && column && !more.length) return [heading, column];
      throw misuse(
        command,
        'option-invalid',
        `--column: expected a heading and a column, "Tel no=phone", found "${one}".`,
      );
    }),
  );
}

/** Public holidays of a file. @throws EveryContactError `file-unreadable`, `option-invalid` */
export function holidaysFrom(command: string, file: string) {
  const { holidays, problems } = readHolidays(textIn(file));
  const [first] = problems;
  if (first) throw misuse(command, 'option-invalid', `--holidays: ${file}, ${first.where}: ${first.message}.`);
  return holidays;
}

/** What to do about a spreadsheet's columns that nobody knows. */
export function unnamedColumns({ feed, notCarried }: ReadReport): readonly string[] {
  if (!Object.keys(notCarried).some((name) => /^[\p{L}\d_]+$/u.test(name)) || !/\.(?:csv|tsv)$/i.test(feed)) return [];
  return [
    'If one of them says the same as a column of ours, tell which, as in --column "Tel no=phone". Ours are those of "everycontact directory template".',
  ];
}

/** A service that no need leads to is in the file, and nobody is ever shown it. */
export function neverSuggested(services: readonly Service[]): readonly string[] {
  const never = services.filter(({ needs }) => needs.length === 0).map(({ name }) => `"${name}"`);
  if (never.length === 0) return [];
  const named = [...never.slice(0, mostNamed), ...(never.length > mostNamed ? ['…'] : [])].join(', ');
  const needs = [...new Set(Object.keys(defaultTopics))].sort().join(', ');
  return [
    `${never.length} of ${services.length} will never be suggested: ${named}. Fill in "topics"; there are ${needs}.`,
  ];
}
const mostNamed = 5;

/** What makes one look at a feed before it is used. */
export function doubtsOf({ shrank, unread }: ImportReport): string[] {
  return [
    ...(shrank ? [`Only ${shrank.to} services came, and there were ${shrank.from} the last time.`] : []),
    ...(unread ?? []).map((file) => `${file} could not be read to its end: services may be missing.`),
  ];
}
