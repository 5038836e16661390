import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSession, type Pack, type Session } from '@everycontact/core';
import { memoryDirectory } from '@everycontact/core/directory';
import { toContactRecord } from '@everycontact/core/record';
import { choicesOf } from '@everycontact/core/testing';
import * as content from '@everycontact/content';
import { wordings } from './wording.js';

const packs: readonly Pack[] = Object.values(content).filter(({ behaviours }) => 'alcohol' in behaviours);
const noServices = memoryDirectory([], '2026-11-22T09:00:00.000Z');
const scripts = (pack: Pack) => Object.keys(pack.scripts).filter((id) => id.startsWith('alcohol.'));
const tagged = (pack: Pack, key: string | undefined, about: string) =>
  key !== undefined && pack.locales.every((locale) => pack.texts[locale]![key]!.about?.some((tag) => tag === about));

function begin(pack: Pack, script: string, context = {}): Session {
  const reader = { locale: pack.locales[0]!, audience: 'worker' } as const;
  const occasion = { setting: 'patient' } as const;
  const session = createSession({ pack, script, occasion, context, reader, directory: noServices, preview: true });
  session.subscribe(() => undefined);
  return session;
}
/** Any way through: each number picks one of the answers, the skip, or the step on. */
function wander(session: Session, picks: readonly number[]): Session {
  for (const pick of picks) {
    const ways = choicesOf(session.view).filter(({ intent: { type } }) =>
      ['answered', 'skipped', 'continued', 'notice-read'].includes(type),
    );
    if (!ways.length) break;
    session.send(ways[pick % ways.length]!.intent);
  }
  return session;
}
const picks = fc.array(fc.nat(60), { minLength: 6, maxLength: 24 });

describe.each(packs)('alcohol in $id', (pack) => {
  it('says in every advice not to stop suddenly', () => {
    for (const id of scripts(pack))
      for (const [name, { kind, say }] of Object.entries(pack.scripts[id]!.steps))
        if (kind === 'advise') expect(tagged(pack, say, 'do-not-stop-suddenly'), `${id} ${name}`).toBe(true);
  });

  it('gives no pregnant person a limit, whatever is answered or skipped', () => {
    fc.assert(
      fc.property(fc.constantFrom(...scripts(pack)), picks, (id, way) => {
        const { log } = wander(begin(pack, id, { 'context.pregnant': true }), way);
        const advice = toContactRecord(log).advice.map(({ step }) => pack.scripts[id]!.steps[step]?.say);
        expect(advice.filter((say) => tagged(pack, say, 'quantity'))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  // In Danish "er rådet ikke at drikke" can be heard as "is the advice not to drink?"
  it('puts the "not" of its advice where it cannot be heard as a question', () => {
    for (const locale of pack.locales)
      for (const [key, text] of Object.entries(pack.texts[locale]!))
        for (const { words } of wordings(text)) expect(words, key).not.toMatch(/er rådet ikke|är rådet inte/);
  });

  it('speaks in every limit of pregnancy too, since it may not have been told', () => {
    for (const locale of pack.locales)
      for (const { words, about } of Object.values(pack.texts[locale]!))
        if (about?.includes('quantity') && about.includes('do-not-stop-suddenly'))
          expect(typeof words === 'object' && 'by' in words ? words.by.worker : words).toMatch(/pregnan|gravid/);
  });
});

it('asks after each sign of withdrawal that stands in the references, and ticks the same', () => {
  const signs: Record<string, readonly RegExp[]> = {
    en: [/shake/, /sweat/, /sick/, /anxious/, /see(?:s)? things/, /fits/],
    da: [/ryster/, /sveder/, /dårligt/, /angst/, /ser syner/, /kramper/],
    sv: [/skakar/, /svettas/, /mår illa/, /ångest/, /ser syner/, /kramper/],
  };
  const told = packs.flatMap(({ texts }) =>
    Object.entries(texts).flatMap(([locale, text]) =>
      ['alcohol.brief.shakes.say', 'flag.alcohol-dependence.label'].flatMap((key) =>
        wordings(text[key]!).map(({ words }) => ({
          key,
          words,
          unsaid: signs[locale.split('-')[0]!]!.filter((sign) => !sign.test(words)),
        })),
      ),
    ),
  );
  expect(told.filter(({ unsaid }) => unsaid.length)).toEqual([]);
});

it('has the worker say, wherever dependence is noticed, that it can be dangerous to stop all at once', () => {
  const notice = packs.flatMap(({ texts }) =>
    Object.entries(texts)
      .filter(([locale]) => locale.startsWith('en'))
      .map(([, text]) => wordings(text['flag.alcohol-dependence.notice']!).find(({ to }) => to === 'worker')?.words),
  );
  expect(new Set(notice)).toEqual(new Set([expect.stringMatching(/Tell them .*dangerous to stop all at once/)]));
});

it('tells the worker in every talk, also where no words for pregnancy follow, that the advice then is not to drink', () => {
  const advice: Record<string, RegExp> = {
    en: /the advice is not to drink/,
    da: /rådet, at man ikke drikker/,
    sv: /rådet att inte dricka/,
  };
  for (const { texts } of packs)
    for (const [locale, text] of Object.entries(texts)) {
      const worker = wordings(text['flag.alcohol-pregnant.notice']!).find(({ to }) => to === 'worker');
      expect(worker?.words).toMatch(advice[locale.split('-')[0]!]!);
    }
});

it('speaks in England to whoever hopes to be pregnant too, and does not frighten whoever did not know', () => {
  const texts = content.england.texts['en-GB']!;
  const limits = Object.entries(texts).filter(([, { about }]) => about?.includes('do-not-stop-suddenly'));
  const unsaid = limits.flatMap(([key, text]) =>
    wordings(text).flatMap(({ words }) => (/could be pregnant(?!, or hope to be)/.test(words) ? [key] : [])),
  );
  expect(unsaid).toEqual([]);
  expect(wordings(texts['alcohol.advise-pregnant.say']!).map(({ words }) => words)).toEqual([
    expect.stringContaining('before you knew'),
  ]);
});

it('speaks of drinking less in England alone, and there in one place', () => {
  const found = packs.flatMap((pack) =>
    scripts(pack).flatMap((id) =>
      Object.entries(pack.scripts[id]!.steps).flatMap(([name, { say, prompt }]) =>
        [say, prompt].some((key) => tagged(pack, key, 'cut-down')) ? [`${pack.id} ${id} ${name}`] : [],
      ),
    ),
  );
  expect(found).toEqual(['england alcohol.brief advise']);
});

it('speaks of drinking less only to somebody who answered all ten questions and the one on withdrawal', () => {
  const positive = [0, 0, 3, 2, 3];
  const asked = /^item\.audit|^answer\.alcohol\.brief\.shakes$/;
  let reached = 0;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(0, 0, 0, 0, 1, 5), { minLength: 11, maxLength: 11 }), (way) => {
      const session = wander(begin(content.england, 'alcohol.brief'), [...positive, 1, ...way]);
      const { answers, facts } = session.state;
      if (!toContactRecord(session.log).advice.some(({ step }) => step === 'advise')) return;
      reached += 1;
      expect(Object.keys(answers).filter((name) => asked.test(name))).toHaveLength(11);
      expect([facts['item.audit.morning'], facts['answer.alcohol.brief.shakes']]).toEqual(['never', 'no']);
    }),
    { numRuns: 120, examples: [[Array.from({ length: 11 }, () => 0)]] },
  );
  expect(reached).toBeGreaterThan(0);
});
