import type { Command } from '../command.js';
import { bytesIn } from '../given-file.js';
import { oneOf } from '../one-of.js';
import { flag, list, misuse, readArgs, text } from '../options.js';
import { openPack } from '../packs/open-pack.js';
import { count, print, type Terminal } from '../terminal.js';
import { readSheet, writeSheet, type Separator } from '../texts/sheet.js';
import { cellsOf, changesIn } from '../texts/rows.js';
import { writeTexts } from '../texts/write-texts.js';
import { wholePack } from '../packs/whole-pack.js';
import { writeToFillIn } from '../written-file.js';

export const textsCommand: Command = {
  name: 'texts',
  summary: 'Takes the words out to a spreadsheet and brings them back',
  help: [
    'Usage: everycontact texts export PACK --out FILE.csv [--locale TAG...] [--separator ";"] [--force]',
    '       everycontact texts import PACK FILE.csv',
    '',
    'A row for each wording: key, for whom, form, then a column for each language. Semicolon by default, with a byte',
    'order mark, so that a spreadsheet opens it as it is. Import reads comma or semicolon, UTF-8 or Windows-1252, and writes',
    'into the files the texts came from. An unknown column, a changed or missing key is an error with its row and column;',
    'then nothing is written. A changed wording is a draft again. Export replaces a file that is there only with --force.',
    '',
    'Exit codes: 0 done, 1 errors in the file, 2 misuse.',
  ],
  run,
};

function run(args: readonly string[], terminal: Terminal): number {
  const { values, positionals } = readArgs(
    'texts',
    args,
    {
      out: text,
      separator: text,
      locale: list,
      force: flag,
    },
    3,
  );
  const [what, name, file] = positionals;
  const way = oneOf('texts', 'texts', what, ['export', 'import']);
  const pack = wholePack('texts', name);
  if (way === 'export') {
    const locales = (values.locale ?? pack.locales).map((one) => oneOf('texts', '--locale', one, pack.locales));
    const separator: Separator = oneOf('texts', '--separator', values.separator ?? ';', [';', ',']);
    if (values.out === undefined) throw misuse('texts', 'option-invalid', 'Expected --out FILE.csv, found nothing.');
    const rows = cellsOf(pack, locales);
    writeToFillIn('texts', values.out, writeSheet(rows, locales, separator), values.force);
    print(terminal.out, [`${count(rows.length, 'wording')} in ${locales.join(', ')}: ${values.out}`]);
    return 0;
  }
  if (file === undefined) throw misuse('texts', 'option-invalid', 'Expected a CSV file to import, found nothing.');
  const { changes, problems } = changesIn(pack, readSheet(bytesIn(file)));
  if (problems.length) {
    print(terminal.err, [
      ...problems.map((problem) => `${file}: ${problem}`),
      `${count(problems.length, 'error')}: nothing was written.`,
    ]);
    return 1;
  }
  const files = writeTexts(openPack(name ?? ''), changes, terminal.now().slice(0, 10));
  print(terminal.out, [`${count(changes.length, 'wording')} changed`, ...files.map((one) => `  ${one}`)]);
  return 0;
}
