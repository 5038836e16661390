import readable from 'text-readability';
import { describe, expect, it } from 'vitest';
import type { About, Pack } from '@everycontact/core';
import { interfaceTexts } from '@everycontact/core/parse';
import * as content from '@everycontact/content';
import { forbiddenIn, says } from './forbidden.js';
import {
  heard,
  instrumentTexts,
  listeners,
  lix,
  mostWords,
  notes,
  sentences,
  spoken,
  words,
  wordings,
} from './wording.js';

const packs: readonly Pack[] = Object.values(content);
const editions = packs.flatMap((pack) =>
  pack.locales.map((locale) => ({ name: `${pack.id} in ${locale}`, pack, locale })),
);

/** English in school years, Danish and Swedish in LIX: aloud, and in a note to the worker. */
const measures = {
  en: { hard: (text: string) => readable.fleschKincaidGrade(text), aloud: 6, note: 8 },
  da: { hard: lix, aloud: 35, note: 45 },
  sv: { hard: lix, aloud: 35, note: 45 },
};
const mostSpoken = { vba: 75, 'very-brief': 150 };
const promises: Readonly<Record<string, RegExp>> = {
  en: /does not change (how we help you|the help you get)/,
  da: /ændrer ikke på den hjælp, du får/,
  sv: /ändrar inte den hjälp du får/,
};
const languageOf = (locale: string) => locale.split('-')[0] as keyof typeof measures;
const toldOf = (locale: string) => ({
  measures: languageOf(locale) in measures,
  promises: languageOf(locale) in promises,
  forbidden: forbiddenIn(locale) !== undefined,
});

// The rest cannot be measured in a language of which nothing is told.
it.each(editions)(
  'is told of the language of $name what is easy to read, what is promised and what is not said',
  ({ locale }) => {
    const where = `add "${languageOf(locale)}" to measures and promises in words.node.test.ts, and to forbidden.ts`;
    expect(toldOf(locale), where).toEqual({ measures: true, promises: true, forbidden: true });
  },
);

describe.each(editions.filter(({ locale }) => !Object.values(toldOf(locale)).includes(false)))(
  '$name',
  ({ pack, locale }) => {
    const texts = pack.texts[locale]!;
    const exempt = instrumentTexts(pack);
    const ours = Object.entries(texts).filter(([key]) => !exempt.has(key));

    it('binds every number to a fact of the place, so that no digit stands in a text of ours', () => {
      const loose = ours.flatMap(([key, text]) =>
        wordings(text)
          .filter(({ words }) => /\d/.test(words.replace(/\{[\w-]+\}/g, '')))
          .map(({ words }) => `${key}: ${words}`),
      );
      expect(loose).toEqual([]);
    });

    it('names in its texts only facts of the place and what the interface hands over', () => {
      const unknown = Object.entries(texts).flatMap(([key, text]) => {
        const handed: readonly string[] =
          key in interfaceTexts ? interfaceTexts[key as keyof typeof interfaceTexts] : [];
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

    it('writes no note to the worker where whoever reads alone would see it', () => {
      const both = (key: string | undefined) => {
        const to = key === undefined ? [] : wordings(texts[key]!).map((one) => one.to);
        return to.includes('worker') && to.includes('person');
      };
      const shared = Object.entries(pack.scripts).flatMap(([id, { steps }]) =>
        Object.entries(steps).flatMap(([name, { say, prompt }]) =>
          say === undefined && prompt !== undefined && !both(prompt) ? [`${id} ${name}`] : [],
        ),
      );
      expect(shared).toEqual([]);
    });

    it('promises no next service after "not that one", since the national line alone may be left', () => {
      const promised = Object.values(pack.needs)
        .flatMap(({ another }) => wordings(texts[another]!))
        .filter(({ words }) => /next one|næste|nästa/i.test(words));
      expect(promised).toEqual([]);
    });

    it('asks wherever a yes or a no is the answer', () => {
      const asked = Object.values(pack.scripts)
        .flatMap(({ steps }) => Object.values(steps))
        .flatMap((step) => (step.kind === 'permission' && step.say ? [step.say] : []));
      const told = asked.flatMap((key) =>
        wordings(texts[key]!)
          .filter(({ words }) => !words.includes('?'))
          .map(({ words }) => `${key}: ${words}`),
      );
      expect(asked).not.toEqual([]);
      expect(told).toEqual([]);
    });

    it('never says that an interpreter is free', () => {
      const free = ours.flatMap(([key, text]) =>
        wordings(text)
          .filter(({ words }) => /interpret|tolk/i.test(words) && /\bfree\b|gratis|kostnadsfri/i.test(words))
          .map(() => key),
      );
      expect(free).toEqual([]);
    });

    it('keeps sentences within twenty words', () => {
      const long = [...spoken(pack, locale), ...notes(pack, locale)].flatMap(({ key, to, words: text }) =>
        sentences(text)
          .filter((one) => words(one).length > 20)
          .map((one) => `${key} (${to}): ${one}`),
      );
      expect(long).toEqual([]);
    });

    it('stays easy to read aloud, and a little less so in a note to the worker', () => {
      const { hard, aloud, note } = measures[languageOf(locale)];
      const read = [
        ...spoken(pack, locale)
          .filter(({ key }) => !key.startsWith('ui.') && !key.endsWith('.noun'))
          .map((one) => ({ ...one, most: aloud })),
        ...notes(pack, locale).map((one) => ({ ...one, most: note })),
      ].filter(({ words: text, most }) => words(text).length > 5 && hard(text) > most);
      expect(read.map(({ key, to, words: text }) => `${key} (${to}): ${hard(text).toFixed(1)}`)).toEqual([]);
    });

    it.each(listeners(pack))('keeps brief what is said to $audience $variant', (listener) => {
      const long = Object.entries(pack.scripts).flatMap(([id, { method }]) => {
        const most = method in mostSpoken ? mostSpoken[method as keyof typeof mostSpoken] : Infinity;
        const said = mostWords(pack, locale, id, listener);
        return said > most ? [`${id}: ${said} words`] : [];
      });
      expect(long).toEqual([]);
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

    it.each(listeners(pack))('tells a person who says no that it changes nothing: $audience $variant', (listener) => {
      const silent = Object.entries(pack.scripts).filter(([, { endings, steps }]) => {
        const { say } = steps[endings.declined]!;
        return !promises[languageOf(locale)]!.test(heard(pack, locale, say!, listener));
      });
      expect(silent.map(([id]) => id)).toEqual([]);
    });

    it('locks every label and notice of a flag, and every help card, against a local change', () => {
      const flags = Object.values(pack.flags).flatMap((flag) => [
        flag.observable?.label ?? [],
        'notice' in flag ? flag.notice : [],
      ]);
      const cards = Object.values(pack.urgentHelp).flatMap(({ heading, worker }) => [heading, worker]);
      const open = [...flags.flat(), ...cards].filter((key) => texts[key]?.locked !== true);
      expect(open).toEqual([]);
    });
  },
);
