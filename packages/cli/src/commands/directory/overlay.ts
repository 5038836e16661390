import type { Finding } from '@everycontact/core';
import { applyOverlay, overlayColumns, readOverlay } from '@everycontact/directory';
import { stringify } from 'csv-stringify/sync';
import type { Command } from '../../command.js';
import { isError } from '../../findings/finding.js';
import { textLines } from '../../findings/text.js';
import { bytesIn } from '../../given-file.js';
import { dayOf, flag, misuse, readArgs, text } from '../../options.js';
import { servedFile } from '../../served-file.js';
import { count, print, type Terminal } from '../../terminal.js';

const command = 'directory overlay check';

const checkCommand: Command = {
  name: 'check',
  summary: 'Says what is wrong in an overlay',
  help: [
    'Usage: everycontact directory overlay check FILE [FEED] [OPTIONS]',
    '',
    '  --at DAY   judges as of that day; today by default',
    '  --json     prints the findings as JSON',
    '',
    'FILE is an overlay as JSON or as a table. With its FEED (or a .services file) it also reports unknown services, and',
    'entries that nobody has checked for a long time.',
    '',
    'Exit codes: 0 nothing is wrong (there may be warnings), 1 something is, 2 misuse.',
  ],
  run: check,
};

const templateCommand: Command = {
  name: 'template',
  summary: 'Begins an overlay: a table with a row for every service',
  help: [
    'Usage: everycontact directory overlay template FILE > overlay.csv',
    '',
    'FILE is a .services file, or a feed. Name the owner in the first row, fill in what the feed does not say, and write',
    'the day of your check in last_checked; delete the rows about which you have nothing to say.',
  ],
  run: template,
};

export const directoryOverlayCommand: Command = {
  name: 'overlay',
  summary: 'Begins or checks what a local team says about its services',
  help: [...checkCommand.help, '', ...templateCommand.help],
  subcommands: [checkCommand, templateCommand],
};

async function check(args: readonly string[], terminal: Terminal): Promise<number> {
  const { out, now } = terminal;
  const { values, positionals } = readArgs(command, args, { at: text, json: flag });
  const [file, feed] = positionals;
  if (file === undefined) throw misuse(command, 'option-invalid', 'Expected an overlay, found nothing.');
  const today = values.at === undefined ? now().slice(0, 10) : dayOf(command, '--at', values.at);
  const { overlay, problems } = readOverlay(bytesIn(file), { today });
  const served = feed === undefined || overlay === undefined ? undefined : await servedFile(feed, terminal);
  const findings: readonly Finding[] = [
    ...problems,
    ...(served && overlay ? applyOverlay(served.services, overlay, { today }).findings : []),
  ];
  const errors = findings.filter(isError).length;
  const kept =
    overlay === undefined
      ? 'refused'
      : `${count(overlay.entries.length, 'entry', 'entries')} of "${overlay.owner}" in use`;
  const lines = [
    `${file}: ${kept}; ${count(errors, 'error')}, ${count(findings.length - errors, 'warning')}`,
    ...findings.flatMap((finding) => textLines({ ...finding, pack: file })),
  ];
  print(out, values.json ? [JSON.stringify(findings, null, 2)] : lines);
  return errors > 0 ? 1 : 0;
}

async function template(args: readonly string[], terminal: Terminal): Promise<number> {
  const { positionals } = readArgs('directory overlay template', args, {});
  const [file] = positionals;
  if (file === undefined)
    throw misuse('directory overlay template', 'option-invalid', 'Expected a file with services, found nothing.');
  const { services } = await servedFile(file, terminal);
  const rows = [...services]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ id, name }) => overlayColumns.map((column) => ({ service: id, name })[column] ?? ''));
  const sheet = stringify([[...overlayColumns], ...rows], {
    delimiter: ';',
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
  terminal.out.write(sheet);
  return 0;
}
