import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pack } from '@everycontact/core';
import type { Adaptation } from '@everycontact/core/adapt';
import type { Command } from '../command.js';
import { oneOf } from '../one-of.js';
import { misuse, readArgs, text } from '../options.js';
import { shippedPacks } from '../packs/open-pack.js';
import { print, type Terminal } from '../terminal.js';
import { wholePack } from '../packs/whole-pack.js';
import { halfAYearAfter } from '../half-a-year.js';

export const initCommand: Command = {
  name: 'init',
  summary: 'Starts a local adaptation of a pack',
  help: [
    'Usage: everycontact init FOLDER --base PLACE [--id NAME]',
    '',
    'Writes adaptation.json and a file of words for each language, ready to be filled in: who must be told about',
    'safeguarding, what is switched off, what your place says differently.',
    'A folder that already has an adaptation is not changed.',
    '',
    '  --base PLACE  the shipped pack to start from',
    '  --id NAME     the name of your pack; that of the folder by default',
    '',
    'Exit codes: 0 written, 2 misuse.',
  ],
  run,
};

function run(args: readonly string[], { out, now }: Terminal): number {
  const { values, positionals } = readArgs('init', args, { base: text, id: text }, 1);
  const [folder] = positionals;
  if (folder === undefined) throw misuse('init', 'option-invalid', 'Expected a folder, found nothing.');
  const base = wholePack('init', oneOf('init', '--base', values.base, shippedPacks));
  const id = values.id ?? folder.split(/[\\/]/).filter(Boolean).at(-1) ?? folder;
  if (!/^[a-z][a-z0-9-]*$/.test(id))
    throw misuse('init', 'option-invalid', `--id: expected small letters, digits and "-", found "${id}".`);
  const file = join(folder, 'adaptation.json');
  if (existsSync(file))
    throw misuse('init', 'file-exists', `Expected a new folder, found "${file}". Nothing was written.`);
  mkdirSync(folder, { recursive: true });
  const files = Object.entries(blank(id, base, now().slice(0, 10)));
  for (const [name, json] of files) writeFileSync(join(folder, name), `${JSON.stringify(json, null, 2)}\n`);
  print(out, [
    ...files.map(([name]) => `Written: ${join(folder, name)}`),
    'Next: name who must be told about safeguarding, change what your place says differently, then',
    `  npx everycontact check ${folder}`,
    `  npx everycontact preview ${folder}`,
  ]);
  return 0;
}

/** The files of a new adaptation, each to be filled in by whoever knows the place. */
function blank(id: string, base: Pack, today: string): Readonly<Record<string, object>> {
  const standing = { standing: 'draft', checkedOn: today, reviewBy: halfAYearAfter(today) } as const;
  const url = 'https://FILL-IN.example.org/';
  const adaptation: Omit<Adaptation, 'texts'> = {
    schema: 'everycontact/adaptation@1',
    id,
    version: '0.1.0',
    base: `${base.id}@${base.version}`,
    safeguarding: {
      id: 'safeguarding',
      name: 'safeguarding.name',
      url,
      workerOnly: true,
      source: 'local',
      ...standing,
    },
    off: [],
    sources: { local: { title: 'FILL IN: who decided this', publisher: id, url, ...standing } },
  };
  const texts = { 'safeguarding.name': 'FILL IN: whom a worker here tells about safeguarding' };
  const words = base.locales.map((locale) => [`text.${locale}.json`, { standing, texts }] as const);
  return { 'adaptation.json': adaptation, ...Object.fromEntries(words) };
}
