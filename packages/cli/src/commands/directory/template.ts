import { templateCsv, templateLanguages } from '@everycontact/directory';
import type { Command } from '../../command.js';
import { oneOf } from '../../one-of.js';
import { flag, readArgs, text } from '../../options.js';
import { print, type Terminal } from '../../terminal.js';
import { writeToFillIn } from '../../written-file.js';

export const directoryTemplateCommand: Command = {
  name: 'template',
  summary: 'Writes a spreadsheet to fill in, with one invented service',
  help: [
    'Usage: everycontact directory template [OPTIONS]',
    '',
    `  --language TAG  ${templateLanguages.join(', ')}; en by default`,
    '  --out FILE      where to write; prints it by default',
    '  --force         replaces a file that is there',
    '',
    'A CSV that any spreadsheet opens. Put one service in each row, take the example out, save it as CSV, and hand it to',
    '"everycontact directory import".',
    '',
    'Exit codes: 0 written, 2 misuse.',
  ],
  run,
};

function run(args: readonly string[], { out, now }: Terminal): number {
  const { values } = readArgs('directory template', args, { language: text, out: text, force: flag });
  const language = oneOf('directory template', '--language', values.language ?? 'en', templateLanguages);
  const csv = templateCsv(language, now().slice(0, 10));
  if (values.out === undefined) out.write(csv);
  else {
    writeToFillIn('directory template', values.out, csv, values.force);
    print(out, [values.out]);
  }
  return 0;
}
