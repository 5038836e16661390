import type { Pack, Text, Wording } from '@everycontact/core';
import type { Command } from '../command.js';
import { readArgs } from '../options.js';
import { shippedPacks } from '../packs/open-pack.js';
import { print, type Terminal } from '../terminal.js';
import { wholePack } from '../packs/whole-pack.js';

export const coverageCommand: Command = {
  name: 'coverage',
  summary: 'Counts texts by language and audience',
  help: [
    'Usage: everycontact coverage [PACK...]',
    '',
    'For every language: how many texts there are, how many have words of their own for each audience and variant,',
    'how many are verified, and which keys are missing.',
    '',
    'Exit codes: 0 no text is missing, 1 one is, 2 misuse.',
  ],
  run,
};

function run(args: readonly string[], { out }: Terminal): number {
  const { positionals } = readArgs('coverage', args, {});
  let missing = 0;
  for (const name of positionals.length ? positionals : shippedPacks) {
    const pack = wholePack('coverage', name);
    const keys = new Set(Object.values(pack.texts).flatMap((texts) => Object.keys(texts)));
    print(out, [`${name}: ${keys.size} keys`]);
    for (const locale of pack.locales) {
      const texts = pack.texts[locale] ?? {};
      const absent = [...keys].filter((key) => !Object.hasOwn(texts, key));
      missing += absent.length;
      print(out, [
        `  ${locale}: ${counted(pack, Object.values(texts))}`,
        ...absent.map((key) => `    missing: ${key}`),
      ]);
    }
  }
  return missing ? 1 : 0;
}

function counted({ audiences, variants }: Pack, texts: readonly Text[]): string {
  const readers = audiences.flatMap((audience) => [audience, ...variants.map((variant) => `${audience}/${variant}`)]);
  const own = (reader: string) => texts.filter(({ words }) => Object.hasOwn(byOf(words), reader)).length;
  const verified = texts.filter(({ standing }) => standing === 'verified').length;
  const shared = texts.filter(({ words }) => !Object.keys(byOf(words)).length).length;
  return [
    `${texts.length} texts`,
    `${shared} for all`,
    ...readers.flatMap((reader) => (own(reader) ? [`${own(reader)} for ${reader}`] : [])),
    `${verified} verified`,
  ].join(', ');
}

const byOf = (words: Text['words']): Readonly<Record<string, Wording | undefined>> =>
  typeof words === 'object' && 'by' in words ? words.by : {};
