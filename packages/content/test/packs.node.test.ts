import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { HelpLine, Pack } from '@everycontact/core';
import { memoryDirectory } from '@everycontact/core/directory';
import { toContactRecord } from '@everycontact/core/record';
import { interfaceTexts, parsePack } from '@everycontact/core/parse';
import { walkExample } from '@everycontact/core/testing';
import * as content from '@everycontact/content';
import { examples } from '@everycontact/content/examples';
import { wordings } from './wording.js';

const packs: readonly Pack[] = Object.values(content);
const here = new URL('..', import.meta.url);

const linesOf = ({ needs, urgentHelp }: Pack): readonly HelpLine[] => [
  ...Object.values(needs).flatMap(({ national }) => national),
  ...Object.values(urgentHelp).flatMap(({ lines }) => lines),
];
const noServices = memoryDirectory([], '2026-11-22T09:00:00.000Z');
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

describe.each(packs)('$id', (pack) => {
  it('is a whole pack', () => {
    const read = parsePack(pack);
    expect('problems' in read ? read.problems : []).toEqual([]);
  });

  it('has the same texts in each of its languages', () => {
    const [first, ...others] = pack.locales.map((locale) => Object.keys(pack.texts[locale]!).sort());
    for (const keys of others) expect(keys).toEqual(first);
  });

  it.each(pack.locales)('has every text of the interface in %s, each with its own parameters', (locale) => {
    for (const [key, parameters] of Object.entries(interfaceTexts))
      for (const { words } of wordings(pack.texts[locale]![key]!)) {
        const named = [...words.matchAll(/\{([\w-]+)\}/g)].map(([, name]) => name);
        expect([...new Set(named)].sort(), key).toEqual([...parameters].sort());
      }
  });

  it('cites the sources of its advice in its own language, notes and dates included', () => {
    const english = /\b(the|that|of|and|with|was|read|quotes|free|January|February|March|May|June|July|October)\b/;
    const cited = Object.values(pack.scripts)
      .flatMap(({ steps }) => Object.values(steps))
      .flatMap((step) => (step.kind === 'advise' ? [pack.sources[step.source]!.title] : []));
    expect(cited.length).toBeGreaterThan(0);
    expect(pack.locales[0]!.startsWith('en') ? [] : cited.filter((title) => english.test(title))).toEqual([]);
  });

  it('has every helpline checked again within 180 days', () => {
    for (const { id, checkedOn, reviewBy } of linesOf(pack))
      expect(daysBetween(checkedOn, reviewBy), id).toBeLessThanOrEqual(180);
  });

  it('gives each urgent line a number', () => {
    for (const { lines } of Object.values(pack.urgentHelp))
      for (const { id, phone, sms } of lines) expect(phone ?? sms, id).toBeDefined();
  });

  it('leaves no need without somewhere to turn: a line with no number says in words how to go on', () => {
    for (const [need, { national }] of Object.entries(pack.needs)) {
      expect(national.length, need).toBeGreaterThan(0);
      for (const { id, phone, sms, url, hours } of national)
        expect(phone ?? sms ?? url ?? hours, `${need} ${id}`).toBeDefined();
    }
  });

  it('writes each number for people and for a link', () => {
    for (const { id, phone, tel } of linesOf(pack)) {
      if (phone === undefined) continue;
      const digits = phone.replace(/\D/g, '');
      expect(tel, id).toSatisfy((link: string) => link === digits || link.endsWith(digits.replace(/^0/, '')));
    }
  });

  it('has no draft among its urgent numbers, but one for the worker alone, which keeps a release back', () => {
    const drafts = Object.values(pack.urgentHelp).flatMap(({ lines }) =>
      lines.filter(({ standing }) => standing === 'draft'),
    );
    expect(drafts.map(({ id, workerOnly }) => [id, workerOnly])).toEqual([['domestic-abuse', true]]);
  });

  it('has the emergency number first on every card', () => {
    for (const { lines } of Object.values(pack.urgentHelp))
      expect(lines[0]?.phone).toBe(pack.place.facts.emergencyNumber?.value);
  });

  it('shows whom to call about abuse to the worker alone, and nowhere else', () => {
    const [, ...lines] = pack.urgentHelp.abuse!.lines;
    expect(lines.map(({ workerOnly }) => workerOnly)).toEqual(lines.map(() => true));
    const elsewhere = Object.values(pack.needs).flatMap(({ national }) => national.map(({ source }) => source));
    expect(elsewhere).not.toContain(lines[0]!.source);
  });

  it('never records suicidal thoughts or abuse', () => {
    for (const id of ['suicidal-thoughts', 'abuse']) expect(pack.flags[id]?.confidential, id).toBe(true);
  });

  it.each(['under-18', 'not-a-moment'])('lets %s stop every topic', (id) => {
    const flag = pack.flags[id];
    expect(flag && 'behaviours' in flag && [...flag.behaviours].sort()).toEqual(Object.keys(pack.behaviours).sort());
  });

  it('asks with choices, numbers and rulers: nobody types words', () => {
    const types = Object.values(pack.scripts).flatMap(({ steps }) =>
      Object.values(steps).flatMap((step) => (step.kind === 'ask' ? [step.answer.type] : [])),
    );
    expect([...new Set(types)].filter((type) => !['choice', 'number', 'ruler'].includes(type))).toEqual([]);
  });

  it('has no instrument that is not free, or that lay workers may not use', () => {
    expect(Object.keys(pack.instruments).join(' ')).not.toMatch(/who-?5|wemwbs|phq-?9/i);
  });

  it('has an instrument only in a language in which its own words were published', () => {
    for (const id of Object.keys(pack.instruments))
      for (const locale of pack.locales)
        expect(existsSync(new URL(`instruments/${id}/text.${locale}.json`, here)), `${id} in ${locale}`).toBe(true);
  });

  it('says of every text that a person has yet to approve it', () => {
    for (const texts of Object.values(pack.texts))
      for (const [key, { standing, approvals = [] }] of Object.entries(texts))
        expect(standing === 'draft' || approvals.length > 0, key).toBe(true);
  });

  it('has a name of its own for its package entry, and one for each language', () => {
    const { exports } = JSON.parse(readFileSync(new URL('package.json', here), 'utf8')) as {
      exports: Record<string, unknown>;
    };
    expect(Object.keys(exports)).toEqual(
      expect.arrayContaining([`./${pack.id}`, ...pack.locales.map((locale) => `./${pack.id}/${locale}`)]),
    );
  });

  describe.each(pack.locales)('in %s', (locale) => {
    it.each(examples[pack.id as keyof typeof examples])('$name', async (example) => {
      const session = await walkExample(pack, example, locale, noServices);
      const record = toContactRecord(session.log);
      expect(record.outcome).toBe(example.expect.outcome);
      expect(record.signposts.map(({ need }) => need)).toEqual(example.expect.needs);
      expect(record.notices.map(({ flag }) => flag)).toEqual(example.expect.notices);
    });
  });

  it('walks every script at least three times, by name', () => {
    const walks = examples[pack.id as keyof typeof examples];
    const seldom = Object.keys(pack.scripts).filter((id) => walks.filter(({ script }) => script === id).length < 3);
    expect(seldom).toEqual([]);
  });
});

it('gives each example one name and one id', () => {
  for (const walks of Object.values(examples)) {
    expect(new Set(walks.map(({ id }) => id)).size).toBe(walks.length);
    expect(new Set(walks.map(({ name }) => name)).size).toBe(walks.length);
  }
});

it('builds a pack from every folder', () => {
  expect(packs.map(({ id }) => id).sort()).toEqual(readdirSync(new URL('packs', here)).sort());
});
