import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '@everycontact/core';
import { fromQuestionnaire, type ImportedInstrument } from '@everycontact/fhir';
import type { Command } from '../../command.js';
import { jsonIn } from '../../given-file.js';
import { isError } from '../../findings/finding.js';
import { halfAYearAfter } from '../../half-a-year.js';
import { misuse, readArgs, text } from '../../options.js';
import { print, type Terminal } from '../../terminal.js';

const command = 'fhir import';

export const fhirImportCommand: Command = {
  name: 'import',
  summary: 'Reads an SDC Questionnaire as an instrument of a pack',
  help: [
    'Usage: everycontact fhir import QUESTIONNAIRE.json [OPTIONS]',
    '',
    '  --out FOLDER     writes the files of the instrument into FOLDER/<id>; JSON on standard output by default',
    '  --id NAME        the id of the instrument; from the form by default',
    '  --locale LOCALE  the language of a form that names none',
    '',
    'What an instrument cannot express is listed on standard error, item by item. Nothing is fetched. The instrument is',
    'a draft: check whose questions these are, and write bands.<place>.json with a source.',
    '',
    'Exit codes: 0 all was kept, 1 something was not, 2 misuse.',
  ],
  run,
};

function run(args: readonly string[], { out, err, now }: Terminal): number {
  const { values, positionals } = readArgs(command, args, { out: text, id: text, locale: text });
  const form = jsonIn(command, positionals[0], 'a file with a Questionnaire');
  const today = now().slice(0, 10);
  const { instrument, findings } = fromQuestionnaire(form, {
    today,
    reviewBy: halfAYearAfter(today),
    ...(values.id !== undefined && { id: values.id }),
    ...(values.locale !== undefined && { locale: values.locale }),
  });
  if (findings.length) print(err, findings.map(line));
  if (instrument) {
    if (values.out === undefined) print(out, [JSON.stringify(instrument, null, 2)]);
    else print(out, write(join(values.out, instrument.id), instrument));
  }
  return findings.some(isError) ? 1 : 0;
}

/** The files as `content/instruments` has them; a folder that is there is left as it is. */
function write(folder: string, { instrument, texts }: ImportedInstrument): readonly string[] {
  if (existsSync(folder))
    throw misuse(command, 'file-exists', `Expected a new folder, found "${folder}". Nothing was written.`);
  mkdirSync(folder, { recursive: true });
  const { standing, checkedOn, reviewBy } = instrument;
  const files: readonly (readonly [string, unknown])[] = [
    ['instrument.json', instrument],
    ...Object.entries(texts).map(
      ([locale, own]) => [`text.${locale}.json`, { standing: { standing, checkedOn, reviewBy }, texts: own }] as const,
    ),
  ];
  for (const [name, json] of files) writeFileSync(join(folder, name), `${JSON.stringify(json, null, 2)}\n`);
  return files.map(([name]) => `Written: ${join(folder, name)}`);
}

function line(finding: Finding): string {
  const { code, where, message } = finding;
  return `${isError(finding) ? 'error' : 'warning'} [${code}] ${where}: ${message}`;
}
