import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type HelpLine, memoryDirectory, type Pack, toContactRecord } from '@everycontact/core';
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

  it('has every helpline checked again within 180 days', () => {
    for (const { id, checkedOn, reviewBy } of linesOf(pack))
      expect(daysBetween(checkedOn, reviewBy), id).toBeLessThanOrEqual(180);
  });

  it('gives each helpline a way to reach it, written for people and for a link', () => {
    for (const { id, phone, tel, sms } of linesOf(pack)) {
      expect(phone ?? sms, id).toBeDefined();
      if (phone === undefined) continue;
      const digits = phone.replace(/\D/g, '');
      expect(tel, id).toSatisfy((link: string) => link === digits || link.endsWith(digits.replace(/^0/, '')));
    }
  });

  it('has no draft among its urgent numbers', () => {
    const drafts = Object.values(pack.urgentHelp).flatMap(({ lines }) =>
      lines.filter(({ standing }) => standing === 'draft'),
    );
    expect(drafts).toEqual([]);
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

  it.each([
    ['pregnant-known', ['advise-pregnant']],
    ['pregnant-ticked', ['advise', 'advise-pregnant']],
    ['pregnant-unticked', ['advise']],
    ['smoker-told', ['advise']],
    ['nicotine-only', []],
    ['never', []],
    ['under-18-known', []],
  ])('gives in the walk "%s" the advice that fits', async (id, advice) => {
    const example = examples[pack.id as keyof typeof examples].find((walk) => walk.id === id)!;
    const session = await walkExample(pack, example, pack.locales[0]!, noServices);
    expect(toContactRecord(session.log).advice.map(({ step }) => step)).toEqual(advice);
  });

  it('reminds the worker of medicines when the offer was taken up, and only then', async () => {
    for (const example of examples[pack.id as keyof typeof examples]) {
      const session = await walkExample(pack, example, pack.locales[0]!, noServices);
      const { view } = session;
      const taken = view.kind === 'closed' && ['advised', 'told', 'sent', 'referred'].includes(view.outcome);
      if (example.audience === 'worker') expect(view.prompt !== undefined, example.id).toBe(taken);
    }
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
