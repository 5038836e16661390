import { describe, expect, it } from 'vitest';
import { type About, type Pack } from '@everycontact/core';
import { interfaceTexts } from '@everycontact/core/parse';
import * as content from '@everycontact/content';
import { heard, lix, notes, sentences, spoken, words, wordings } from './wording.js';

const packs: readonly Pack[] = Object.values(content);
const editions = packs.flatMap((pack) =>
  pack.locales.map((locale) => ({ name: `${pack.id} in ${locale}`, pack, locale })),
);
const readers = ({ audiences, variants }: Pack) =>
  audiences.flatMap((audience) => [{ audience }, ...variants.map((variant) => ({ audience, variant }))]);

const forbidden: Readonly<Record<string, readonly string[]>> = {
  en: [
    'should',
    'must',
    'need to',
    'have to',
    'just',
    'only',
    'smoker',
    'smokers',
    'addict',
    'addicted',
    'ring',
    'dial',
    'drugs',
    'quitter',
  ],
  da: [
    'skal',
    'bør',
    'må ikke',
    'er nødt til',
    'bare',
    'kun',
    'rygere',
    'rygeren',
    'storryger',
    'misbruger',
    'afhængig',
  ],
};
const forbiddenIn = (locale: string) => forbidden[locale.split('-')[0]!]!;
const says = (text: string, word: string) => new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'iu').test(text);

describe.each(editions)('$name', ({ pack, locale }) => {
  const texts = pack.texts[locale]!;

  it('binds every number to a fact of the place, so that no digit stands in a text', () => {
    const loose = Object.entries(texts).flatMap(([key, text]) =>
      wordings(text)
        .filter(({ words }) => /\d/.test(words.replace(/\{[\w-]+\}/g, '')))
        .map(({ words }) => `${key}: ${words}`),
    );
    expect(loose).toEqual([]);
  });

  it('names in its texts only facts of the place and what the interface hands over', () => {
    const unknown = Object.entries(texts).flatMap(([key, text]) => {
      const handed: readonly string[] = key in interfaceTexts ? interfaceTexts[key as keyof typeof interfaceTexts] : [];
      const known = [...handed, ...Object.keys(pack.place.facts)];
      return wordings(text)
        .flatMap(({ words }) => [...words.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name!))
        .filter((name) => !known.includes(name))
        .map((name) => `${key}: {${name}}`);
    });
    expect(unknown).toEqual([]);
  });

  it('tells the person neither what to do nor what they are', () => {
    const found = spoken(pack, locale).flatMap(({ key, to, words }) =>
      forbiddenIn(locale)
        .filter((word) => says(words, word))
        .map((word) => `${key} (${to}): ${word}`),
    );
    expect(found).toEqual([]);
  });

  it('keeps sentences within twenty words', () => {
    const long = [...spoken(pack, locale), ...notes(pack, locale)].flatMap(({ key, words: text }) =>
      sentences(text)
        .filter((one) => words(one).length > 20)
        .map((one) => `${key}: ${one}`),
    );
    expect(long).toEqual([]);
  });

  it.runIf(locale.startsWith('da'))('stays easy to read: LIX 35 aloud, 45 in a note to the worker', () => {
    const hard = [
      ...spoken(pack, locale)
        .filter(({ key }) => !key.startsWith('ui.') && !key.endsWith('.noun'))
        .map((one) => ({ ...one, most: 35 })),
      ...notes(pack, locale).map((one) => ({ ...one, most: 45 })),
    ].filter(({ words: text, most }) => words(text).length > 5 && lix(text) > most);
    expect(hard.map(({ key, to, words: text }) => `${key} (${to}): ${lix(text).toFixed(0)}`)).toEqual([]);
  });

  it.each(readers(pack))('says very brief advice in 75 words: $audience $variant', ({ audience, ...rest }) => {
    const variant = 'variant' in rest ? rest.variant : undefined;
    for (const { method, steps } of Object.values(pack.scripts)) {
      if (method !== 'vba') continue;
      const longest = (kind: string) =>
        Math.max(
          ...Object.values(steps)
            .filter((step) => step.kind === kind)
            .map(({ say }) => (say === undefined ? 0 : words(heard(pack, locale, say, audience, variant)).length)),
        );
      const total = ['ask', 'advise', 'signpost', 'close'].reduce((sum, kind) => sum + longest(kind), 0);
      expect(total).toBeLessThanOrEqual(75);
    }
  });

  it('speaks in very brief advice of support, never of amounts, harm or wanting to stop', () => {
    const allowed: readonly About[] = ['support', 'safety-line'];
    for (const [id, { method, steps }] of Object.entries(pack.scripts)) {
      if (method !== 'vba') continue;
      const about = Object.values(steps).flatMap(({ say, prompt }) =>
        [say, prompt].flatMap((key) => (key === undefined ? [] : (texts[key]?.about ?? []))),
      );
      expect(
        about.filter((tag) => !allowed.includes(tag)),
        id,
      ).toEqual([]);
    }
  });

  it('says aloud the plain noun of the need it signposts to', () => {
    for (const audience of pack.audiences)
      expect(heard(pack, locale, 'smoking.vba.act.say', audience)).toMatch(
        new RegExp(heard(pack, locale, 'need.stop-smoking.noun', audience).replace(/^(your|help to) /, ''), 'i'),
      );
  });

  it('tells a person who says no that it changes nothing', () => {
    const { endings, steps } = pack.scripts['smoking.vba']!;
    const promise = locale.startsWith('da')
      ? /ændrer ikke på den hjælp, du får/
      : /does not change (how we help you|the help you get)/;
    for (const reader of readers(pack)) {
      const variant = 'variant' in reader ? reader.variant : undefined;
      expect(heard(pack, locale, steps[endings.declined]!.say!, reader.audience, variant)).toMatch(promise);
    }
  });
});
