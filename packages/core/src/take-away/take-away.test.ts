import { describe, expect, it } from 'vitest';
import { gardening } from '../../test/sample-pack.js';
import type { ContactRecord, Match, Outcome, Pack } from '../index.js';
import { isTakenAlong } from '../record.js';
import { takeAway, textLength, textMessage } from '../take-away.js';

const club: Match = {
  service: 'allotment-club',
  name: 'Garden club',
  organization: 'Wexmarsh Council (invented)',
  responsible: 'gardens@example.org',
  eligible: 'eligible',
  reasons: [{ code: 'age', truth: true, with: { min: 18 } }],
  summary: 'For people who told us that they never dig',
  phone: '01632 960 003',
  email: 'club@example.org',
  url: 'https://example.org/club',
  address: '1 Mill Lane, Wexmarsh',
  metres: 400,
  hours: [{ day: 1, opens: '09:00', closes: '12:00' }],
  cost: 'free',
  howTo: 'Come along',
  alert: 'Closed in August',
  assuredOn: '2026-11-01',
};
const other: Match = {
  service: 'other',
  name: 'Allotments',
  organization: 'Allotments',
  eligible: 'possible',
  reasons: [],
  cost: 'unknown',
};
const signpost = (services: readonly Match[], ...chosen: string[]): ContactRecord['signposts'][number] => ({
  need: 'club',
  because: 'Because you answered “Never” to “How often do you dig?”.',
  services,
  chosen: chosen.map((service) => ({ service, name: service, how: 'told' })),
});
const record = (over: Partial<ContactRecord> = {}): ContactRecord => ({
  schema: 'everycontact/record@1',
  contactId: 'contact',
  recordId: 'record',
  pack: gardening,
  place: 'nowhere',
  locale: 'en-GB',
  audience: 'worker',
  setting: 'patient',
  script: 'gardening.brief',
  behaviour: 'gardening',
  method: 'brief',
  sensitive: false,
  startedAt: '2026-11-22T09:30:00.000Z',
  outcome: 'told',
  permission: 'given',
  reached: { asked: true, advised: true, offered: true },
  answers: [{ step: 'digs', value: 'never', question: 'How often do you dig?', answer: 'Never' }],
  results: [],
  advice: [],
  signposts: [signpost([club, other], 'allotment-club')],
  notices: [],
  ...over,
});
const reader = { locale: 'en-GB', audience: 'worker' } as const;
const sheet = (over: Partial<ContactRecord> = {}, pack: Pack = gardening) => takeAway([record(over)], pack, { reader });
const names = (of: ReturnType<typeof takeAway>) =>
  of?.groups.map(({ entries }) => entries.map(({ name }) => name.text)) ?? [];

describe('what a person takes along', () => {
  it('is the services that were chosen, each as somebody at home needs it', () => {
    const entries = sheet()?.groups[0]?.entries;
    expect(entries).toEqual([
      {
        name: { text: 'Garden club' },
        chosen: true,
        phone: '01632 960 003',
        web: 'https://example.org/club',
        code: 'https://example.org/club',
        address: '1 Mill Lane, Wexmarsh',
        facts: [
          'Closed in August',
          'Wexmarsh Council (invented)',
          '1 Mill Lane, Wexmarsh',
          'Mon 09:00–12:00',
          'club@example.org',
          '[ui.how-to]: Come along',
          '[ui.responsible] gardens@example.org · [ui.checked] 1 November 2026',
        ].map((text) => ({ text })),
      },
    ]);
  });

  it('has the lines that are there for everybody, with when they were checked', () => {
    expect(sheet()!.groups[1]?.entries).toEqual([
      {
        name: { text: 'National garden line', lang: 'en-GB' },
        phone: '01632 960001',
        facts: [{ text: '[ui.checked] 1 November 2026', lang: 'en-GB' }],
      },
    ]);
  });

  it('says what to do in an emergency, and of which day it is', () => {
    expect(sheet()).toMatchObject({ emergency: { text: '[take.emergency] 999' }, date: '22 November 2026' });
  });

  it('speaks any language of the pack, with its direction, whoever the worker is', () => {
    const other = takeAway([record()], gardening, { reader: { locale: 'ar-XB', audience: 'worker' } });
    expect(other).toMatchObject({ lang: 'ar-XB', dir: 'rtl', title: { text: '⟦[take.title]⟧', lang: 'ar-XB' } });
  });

  it('names nothing that was not chosen, and each service once', () => {
    const twice = { signposts: [signpost([club, other], 'allotment-club'), signpost([club, other], 'allotment-club')] };
    expect(names(sheet(twice))).toEqual([['Garden club'], ['National garden line']]);
    expect(names(sheet({ signposts: [signpost([club, other])] }))).toEqual([['National garden line']]);
  });

  it('is one sheet for all topics of a contact', () => {
    const [first, second] = [record(), record({ signposts: [signpost([other], 'other')] })];
    expect(names(takeAway([first, second], gardening, { reader }))[0]).toEqual(['Garden club', 'Allotments']);
  });

  it.each<Outcome>(['declined', 'not-now', 'not-asked', 'stopped', 'urgent-help-shown'])(
    'is nothing after "%s"',
    (outcome) => {
      expect(isTakenAlong(record({ outcome }))).toBe(false);
      expect(sheet({ outcome })).toBeUndefined();
    },
  );

  it('is what was chosen where a topic ended by its own notice', () => {
    const outcome = 'not-appropriate';
    expect(names(sheet({ outcome }))[0]).toEqual(['Garden club']);
    expect(sheet({ outcome, signposts: [signpost([club])] })).toBeUndefined();
  });

  it('tells nothing that was said, scored or reasoned', () => {
    const bare = sheet({ answers: [], behaviour: 'x', script: 'x', method: 'vba', sensitive: true });
    expect(sheet()).toEqual(bare);
    expect(JSON.stringify(sheet())).not.toMatch(/never|dig|because|400|eligible/i);
  });

  it('has no line that is for the worker alone, nor a service with its number', () => {
    const need = gardening.needs['club']!;
    const hidden = { ...need.national[0]!, phone: '+44 1632 960 003', workerOnly: true as const };
    const pack = { ...gardening, needs: { ...gardening.needs, club: { ...need, national: [hidden] } } };
    expect(sheet({}, pack)?.groups).toEqual([]);
  });

  it('keeps a service whose number everybody may have, and a line that has none', () => {
    const need = gardening.needs['club']!;
    const { phone: _, tel: __, ...bare } = need.national[0]!;
    const forAll = { ...need.national[0]!, id: 'all', phone: '01632 960 003' };
    const byText = { ...bare, id: 'text', sms: '60003' };
    const hidden = { ...bare, id: 'hidden', url: 'https://example.org/', workerOnly: true as const };
    const pack = {
      ...gardening,
      needs: { ...gardening.needs, club: { ...need, national: [forAll, byText, hidden] } },
    };
    const own = sheet({}, pack);
    expect(names(own)).toEqual([['Garden club'], ['National garden line', 'National garden line']]);
    expect(own?.groups[1]?.entries[1]).not.toHaveProperty('phone');
    expect(own?.groups[1]?.entries[1]?.facts[0]?.text).toBe('[ui.sms] 60003');
  });

  it('names who hands it out, where that is said', () => {
    const organisation = { name: 'Wexmarsh Surgery (invented)' };
    expect(takeAway([record()], gardening, { reader, organisation })?.organisation).toEqual(organisation);
    expect(sheet()).not.toHaveProperty('organisation');
  });

  it('says that a line is past its review', () => {
    const late = sheet({ startedAt: '2027-05-02T09:30:00.000Z' });
    expect(late?.groups[1]?.entries[0]?.facts[0]?.text).toBe('[ui.past-review] 1 November 2026');
  });

  it('says that its words are drafts where drafts are shown', () => {
    expect(takeAway([record()], gardening, { reader, preview: true })?.banner?.text).toBe('[ui.preview]');
    expect(sheet()).not.toHaveProperty('banner');
  });

  it.each([
    ['https://example.org/club', true],
    ['https://example.org:8443/club/a%20b', true],
    ['http://example.org/club', false],
    ['https://example.org/club?person=7', false],
    ['https://example.org/club#7', false],
    ['https://anna@example.org/club', false],
    ['https://example.org/a b', false],
  ])('makes a code of %s: %s', (url, may) => {
    const [entry] = sheet({ signposts: [signpost([{ ...club, url }], 'allotment-club')] })!.groups[0]!.entries;
    expect(entry?.web).toBe(url);
    expect(entry?.code).toBe(may ? url : undefined);
  });

  it('shows no address of a scheme that is not of the web', () => {
    const url = 'javascript:alert(1)';
    const [entry] = sheet({ signposts: [signpost([{ ...club, url }], 'allotment-club')] })!.groups[0]!.entries;
    expect(entry).not.toHaveProperty('web');
  });
});

describe('a text message', () => {
  it('keeps the groups of a number in their order in a language that runs from right to left', () => {
    const first = (text: string) => text.split('\n')[1];
    expect(first(textMessage(sheet()!))).toContain('Garden club 01632 960 003');
    expect(first(textMessage({ ...sheet()!, dir: 'rtl' }))).toContain('Garden club \u200e01632 960 003');
  });

  it('has the services, and of the rest what makes it no longer', () => {
    expect(textMessage(sheet()!)).toBe(
      '[take.title]\nGarden club 01632 960 003 https://example.org/club\nNational garden line 01632 960001\n[take.emergency] 999',
    );
    const long = { ...club, name: 'Garden club '.repeat(8).trim() };
    expect(textMessage(sheet({ signposts: [signpost([long], 'allotment-club')] })!)).not.toContain(
      'National garden line',
    );
  });

  it('has a national line that was chosen whatever its length', () => {
    const signposts = [signpost([{ ...club, name: 'Garden club '.repeat(8).trim() }], 'allotment-club', 'club-line')];
    const need = gardening.needs['club']!;
    const pack = {
      ...gardening,
      needs: {
        ...gardening.needs,
        club: { ...need, national: [need.national[0]!, { ...need.national[0]!, id: 'club-line' }] },
      },
    };
    const own = sheet({ signposts }, pack)!;
    expect(own.groups[1]?.entries.map(({ chosen }) => chosen)).toEqual([true, undefined]);
    expect(textMessage(own)).toContain('National garden line');
  });

  it('keeps to one part where only a printed sign stands in the way', () => {
    const typeset = { ...club, name: 'Women’s garden – “Wexmarsh” — ‚on‘ Mondays…' };
    const text = textMessage(sheet({ signposts: [signpost([typeset], 'allotment-club')] })!);
    expect(text).toContain("Women's garden - \"Wexmarsh\" - 'on' Mondays...");
    expect(textLength(text)).toMatchObject({ encoding: 'GSM-7', parts: 1 });
  });
});
