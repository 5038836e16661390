import { findText, type BandSet, type Locale, type Pack, type Reader } from '@everycontact/core';
import { conditionWords } from './condition-words.js';

/** A cell of a Markdown table: one line, and nothing that ends it. */
export const cell = (written: string): string =>
  written.replaceAll('|', '\\|').replaceAll('<', '&lt;').replace(/\s+/g, ' ');

/** Which answers lead to which help. */
export function signpostSection(pack: Pack, locale: Locale): readonly string[] {
  const reader: Reader = { locale, audience: 'worker' };
  const say = (key: string) => cell(findText(pack, reader, key).text);
  const rows = pack.signposting.map(
    ({ need, when, why }) =>
      `| ${say(pack.needs[need]?.name ?? need)} | ${cell(conditionWords(pack, reader, when))} | ${say(why)} |`,
  );
  return ['', '## What leads to which help', '', '| Help | When | Reason given |', '|---|---|---|', ...rows];
}

/** The questions of every instrument with their points, and what a score or measure means from where on. */
export function cutOffSection(pack: Pack, locale: Locale): readonly string[] {
  const reader: Reader = { locale, audience: 'worker' };
  const say = (key: string) => cell(findText(pack, reader, key).text);
  const bandRows = (name: string, sets: readonly BandSet[]) =>
    sets.flatMap(({ when, bands }) =>
      bands.map(({ from, text, source }) => {
        const rest = sets.length > 1 ? 'everybody else' : 'everybody';
        const whom = when ? cell(conditionWords(pack, reader, when)) : rest;
        return `| ${name} | ${whom} | ${from} | ${say(text)} | ${source} |`;
      }),
    );
  const instruments = Object.entries(pack.instruments);
  const items = instruments.flatMap(([id, { items: all }]) =>
    all.map(({ text, options }) => {
      const points = options.map((option) => `${say(option.text)}: ${option.points}`).join(' <br> ');
      return `| ${id} | ${say(text)} | ${points} |`;
    }),
  );
  const cutOffs = [
    ...instruments.flatMap(([id, { bands }]) => bandRows(id, bands)),
    ...(pack.measures ?? []).flatMap(({ of, bands }) => bandRows(of, bands)),
  ];
  return [
    ...(items.length
      ? ['', '## Instruments', '', '| Instrument | Question | Points |', '|---|---|---|', ...items]
      : []),
    ...(cutOffs.length
      ? ['', '## Cut-offs', '', '| Of | For whom | From | Words | Source |', '|---|---|---|---|---|', ...cutOffs]
      : []),
  ];
}
