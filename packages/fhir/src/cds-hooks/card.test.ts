import { denmark } from '@everycontact/content/denmark';
import { england } from '@everycontact/content/england';
import { policy } from '@everycontact/content/policies/default';
import { sweden } from '@everycontact/content/sweden';
import type { Match, Pack } from '@everycontact/core';
import { decide, emptyHistory } from '@everycontact/core/prompting';
import { describe, expect, it } from 'vitest';
import { codeMaps } from '../codes/code-map.js';
import { cardFor } from './card.js';
import type { CardOptions } from './card-options.js';

const now = '2026-11-22T09:30:00.000Z';
const decisions = (pack: Pack, off: readonly string[] = []) =>
  decide(pack, { ...policy, preview: true, off }, emptyHistory, { 'context.age': 41, 'context.pregnant': false }, now);
const onlyAbout = (pack: Pack, behaviour: string) =>
  decisions(
    pack,
    Object.keys(pack.behaviours).filter((one) => one !== behaviour),
  );
const match = (name: string): Match => ({
  service: name,
  name,
  organization: 'Wexmarsh Council (invented)',
  eligible: 'eligible',
  reasons: [],
  cost: 'free',
});
const options: CardOptions = {
  pack: england,
  locale: 'en-GB',
  hookInstance: '2f1c3c26-6a0f-4c0e-9d0b-52d0a7f0c9b4',
  context: { patientId: 'p-4711', encounterId: 'e-3' },
  canonical: 'https://record.wexmarsh.example/fhir',
  source: { label: 'everycontact' },
  launch: 'https://hub.wexmarsh.example/launch',
  preview: true,
};
const smoking = (more: Partial<CardOptions> = {}) => cardFor(onlyAbout(england, 'smoking'), { ...options, ...more })!;

describe('a card', () => {
  it('is one, quiet, for the first prompt that may be shown', () => {
    expect(smoking()).toMatchObject({
      summary: 'A short conversation: Smoking',
      indicator: 'info',
      source: {
        label: 'everycontact',
        topic: { system: 'https://record.wexmarsh.example/fhir/CodeSystem/behaviour', code: 'smoking' },
      },
    });
    const first = decisions(england).find(({ show }) => show)!;
    const link = cardFor(decisions(england), options)?.links?.[0];
    expect(JSON.parse(link!.appContext)).toMatchObject({ script: first.script });
  });

  it('is none where nothing may be shown', () => {
    expect(cardFor(decisions(england, Object.keys(england.behaviours)), options)).toBeUndefined();
    expect(cardFor([], options)).toBeUndefined();
  });

  it('has the same uuid for the same call, script and pack, and another for any other', () => {
    const { uuid } = smoking();
    expect(smoking({ locale: 'da-DK', hookInstance: options.hookInstance.toUpperCase() }).uuid).toBe(uuid);
    const others = [
      smoking({ hookInstance: '00000000-0000-4000-8000-000000000000' }),
      smoking({ pack: { ...england, version: '9.9.9' } }),
      cardFor(onlyAbout(england, 'diet'), options)!,
    ];
    expect(new Set([uuid, ...others.map((card) => card.uuid)]).size).toBe(4);
  });

  it('opens the app with the script and itself, and with nothing of the person', () => {
    const card = smoking();
    expect(card.links).toEqual([
      {
        label: 'Start a short conversation',
        url: options.launch,
        type: 'smart',
        appContext: JSON.stringify({ script: 'smoking.vba', card: card.uuid }),
      },
    ]);
    const { launch: _, ...without } = options;
    expect(cardFor(onlyAbout(england, 'smoking'), without)).not.toHaveProperty('links');
  });

  it('offers the outcomes of a contact as reasons to set it aside', () => {
    expect(smoking().overrideReasons.map(({ code, display }) => [code, display])).toEqual([
      ['not-now', 'Not now'],
      ['declined', 'Declined'],
      ['already-supported', 'Already has support'],
      ['not-relevant', 'Not relevant'],
      ['not-appropriate', 'Did not fit'],
    ]);
  });

  it('says that it is a draft, when the topic was last raised, and that the record could not be read', () => {
    const { detail } = smoking({ lastRaised: '2025-03-01', unread: true });
    expect(detail).toContain('drafts that nobody has approved');
    expect(detail).toContain('1 March 2025');
    expect(detail).toContain('Earlier contacts could not be read.');
    expect(smoking({ preview: false }).detail).not.toContain('drafts');
  });

  const packs = [england, denmark, sweden].flatMap((pack) => pack.locales.map((locale) => ({ pack, locale })));
  it.each(packs.map(({ pack, locale }) => [pack.id, locale, pack] as const))(
    'in %s %s is short, and has no member that is null or empty, whatever the topic',
    (_id, locale, pack) => {
      for (const behaviour of Object.keys(pack.behaviours)) {
        const given = { ...options, pack, locale, mayRefer: true, services: [match('Wexmarsh Walks (invented)')] };
        const card = cardFor(onlyAbout(pack, behaviour), given)!;
        expect(card.summary.length).toBeLessThan(140);
        expect(JSON.stringify(card)).not.toMatch(/null|""|\[\]|\{\}|\{\w+\}/);
      }
    },
  );
});

describe('a card on a sensitive topic', () => {
  const sensitive = Object.keys(england.behaviours).filter((one) => england.behaviours[one]?.sensitive);

  it.each(sensitive)('names neither the topic nor a service nor a referral: %s', (behaviour) => {
    const services = [match('Alcohol, mood and weight support (invented)')];
    const card = cardFor(onlyAbout(england, behaviour), {
      ...options,
      mayRefer: true,
      services,
      lastRaised: '2025-03-01',
    })!;
    expect(card.summary).toBe('A short conversation');
    expect(Object.keys(card)).not.toContain('suggestions');
    expect(card.source).toEqual({ label: 'everycontact' });
    const { links, uuid: _, ...shown } = card;
    expect(JSON.stringify(shown)).not.toMatch(/alcohol|mental|well-?being|mood|weight|2025/i);
    expect(JSON.parse(links![0].appContext)).toMatchObject({ script: expect.stringContaining(behaviour) as string });
  });

  it('is one on each of alcohol, weight and wellbeing', () => {
    expect(sensitive).toEqual(['alcohol', 'mental-wellbeing', 'weight']);
  });
});

describe('names of services on a card', () => {
  it('are plain text whatever a feed calls them: no markup, no link, no second line', () => {
    const evil =
      '<img src=x onerror=alert(1)> [click](https://evil.example)\n\n# Big ![x](y) `code` www.evil.example @you';
    const { detail } = smoking({ services: [match(evil)] });
    expect(detail.split('\n').at(-1)).toBe(
      'Local services: \\<img src=x onerror=alert(1)\\> \\[click\\](https\\://evil.example) \\# Big \\!\\[x\\](y) \\`code\\` www\\.evil.example \\@you',
    );
  });
});

describe('a suggestion', () => {
  const services = ['Stop Smoking Wexmarsh', 'Breathe', 'Third'].map(match);

  it('is there only where the worker may refer', () => {
    expect(smoking({ services })).not.toHaveProperty('suggestions');
    expect(smoking({ services })).not.toHaveProperty('selectionBehavior');
    expect(smoking({ services, mayRefer: true })).toHaveProperty('selectionBehavior', 'at-most-one');
  });

  it('is a draft that only a person makes an order, with the codes that are verified', () => {
    const [first, second, ...more] = smoking({ services, mayRefer: true }).suggestions!;
    expect(first).toMatchObject({
      label: 'Draft a referral: Stop Smoking Wexmarsh',
      actions: [{ type: 'create', description: 'A draft. Nothing is sent until you sign it.' }],
    });
    expect(first!.actions[0].resource).toMatchObject({
      resourceType: 'ServiceRequest',
      status: 'draft',
      intent: 'proposal',
      code: { text: 'Help to stop smoking' },
      subject: { reference: 'Patient/p-4711' },
      encounter: { reference: 'Encounter/e-3' },
      performer: [{ display: 'Stop Smoking Wexmarsh' }],
    });
    const verified = codeMaps.flatMap(({ concepts }) => concepts['referral.stop-smoking'] ?? []);
    for (const { code } of first!.actions[0].resource.code.coding ?? [])
      expect(verified.find((one) => one.code === code)?.mark).toBe('verified');
    expect(second!.uuid).not.toBe(first!.uuid);
    expect(more).toEqual([]);
  });

  it('names the kind of service where none is known, and has no code where none is', () => {
    const [only, ...more] = smoking({ mayRefer: true, codes: { maps: [] } }).suggestions!;
    expect(only!.label).toBe('Draft a referral: Help to stop smoking');
    expect(only!.actions[0].resource).not.toHaveProperty('performer');
    expect(only!.actions[0].resource.code).toEqual({ text: 'Help to stop smoking' });
    expect(more).toEqual([]);
  });
});
