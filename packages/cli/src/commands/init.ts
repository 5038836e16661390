import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pack } from '@everycontact/core';
import type { Adaptation } from '@everycontact/core/adapt';
import type { Command } from '../main.js';
import { misuse, readArgs, text } from '../options.js';
import { shippedPacks } from '../packs/open-pack.js';
import { print, type Terminal } from '../terminal.js';
import { wholePack } from '../packs/whole-pack.js';
import { oneOf } from './one-of.js';

export const initCommand: Command = {
  name: 'init',
  summary: 'Starts a local adaptation of a pack',
  help: [
    'Usage: everycontact init FOLDER --base PLACE [--id NAME]',
    '',
    'Writes adaptation.json, ready to be filled in: who must be told about safeguarding, what is switched off, your words.',
    'A folder that has one already is left as it is.',
    '',
    '  --base PLACE  the shipped pack to start from',
    '  --id NAME     the name of your pack; that of the folder unless told',
    '',
    'Exit codes: 0 written, 2 misuse.',
  ],
  run,
};

function run(args: readonly string[], { out, now }: Terminal): number {
  const { values, positionals } = readArgs('init', args, { base: text, id: text });
  const [folder] = positionals;
  if (folder === undefined) throw misuse('init', 'option-invalid', 'Expected a folder, found nothing.');
  const base = wholePack('init', oneOf('option-invalid', '--base', values.base, shippedPacks));
  const id = values.id ?? folder.split(/[\\/]/).filter(Boolean).at(-1) ?? folder;
  if (!/^[a-z][a-z0-9-]*$/.test(id))
    throw misuse('init', 'option-invalid', `--id: expected small letters, digits and "-", found "${id}".`);
  const file = join(folder, 'adaptation.json');
  if (existsSync(file))
    throw misuse('init', 'file-exists', `Expected a new folder, found "${file}". Nothing was written.`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${JSON.stringify(blank(id, base, now().slice(0, 10)), null, 2)}\n`);
  print(out, [
    `Written: ${file}`,
    'Next: name who must be told about safeguarding, change what your place says differently, then',
    `  npx everycontact check ${folder}`,
    `  npx everycontact preview ${folder}`,
  ]);
  return 0;
}

function blank(id: string, base: Pack, today: string): Omit<Adaptation, 'texts'> & { readonly texts: unknown } {
  const standing = { standing: 'draft', checkedOn: today, reviewBy: halfAYearAfter(today) } as const;
  const name = { words: 'FILL IN: whom a worker here tells about safeguarding', ...standing };
  return {
    schema: 'everycontact/adaptation@1',
    id,
    version: '0.1.0',
    base: `${base.id}@${base.version}`,
    safeguarding: {
      id: 'safeguarding',
      name: 'safeguarding.name',
      url: 'https://intranet.example.org/safeguarding',
      source: 'local',
      ...standing,
    },
    off: [],
    sources: {
      local: { title: 'FILL IN: who decided this', publisher: id, url: 'https://intranet.example.org/', ...standing },
    },
    texts: Object.fromEntries(base.locales.map((locale) => [locale, { 'safeguarding.name': name }])),
  };
}

function halfAYearAfter(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() + 6);
  return at.toISOString().slice(0, 10);
}
