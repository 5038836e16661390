import { civilDay, type Pack } from '@everycontact/core';
import type { Command } from '../command.js';
import { dayOf, misuse, readArgs, text } from '../options.js';
import { shippedPacks } from '../packs/open-pack.js';
import { standingsOf } from '../standings.js';
import { count, print, type Terminal } from '../terminal.js';
import { wholePack } from '../packs/whole-pack.js';

export const dueCommand: Command = {
  name: 'due',
  summary: 'Lists what is past or near its review date',
  help: [
    'Usage: everycontact due [PACK...] [OPTIONS]',
    '',
    '  --within DAYS  how near is near; 60 by default',
    '  --on DAY       judges as of that day; today by default',
    '',
    'Exit codes: 0 nothing is past its date, 1 something is, 2 misuse.',
  ],
  run,
};

const day = 86_400_000;

function run(args: readonly string[], { out, now }: Terminal): number {
  const { values, positionals } = readArgs('due', args, { within: text, on: text });
  const within = Number(values.within ?? 60);
  if (!Number.isInteger(within) || within < 0)
    throw misuse('due', 'option-invalid', `--within: expected a number of days, found "${values.within ?? ''}".`);
  let past = 0;
  for (const name of positionals.length ? positionals : shippedPacks) {
    const pack = wholePack('due', name);
    const today = values.on === undefined ? civilDay(now(), pack.place.timeZone) : dayOf('due', '--on', values.on);
    const { lines, overdue } = listed(pack, today, within);
    past += overdue;
    print(out, [`${name}: ${overdue} past their date, ${lines.length - overdue} due within ${within} days`, ...lines]);
  }
  return past ? 1 : 0;
}

function listed(pack: Pack, today: string, within: number) {
  const due = standingsOf(pack)
    .map((one) => ({ ...one, days: (Date.parse(one.reviewBy) - Date.parse(today)) / day }))
    .filter(({ days }) => days <= within)
    .sort((a, b) => a.days - b.days);
  const lines = due.map(
    ({ where, reviewBy, days, count: texts }) =>
      `  ${reviewBy} ${days < 0 ? `${count(-days, 'day')} past` : `in ${count(days, 'day')}`}: ${where}${texts > 1 ? ` (${texts} texts)` : ''}`,
  );
  return { lines, overdue: due.filter(({ days }) => days < 0).length };
}
