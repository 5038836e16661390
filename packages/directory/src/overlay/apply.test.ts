import type { Service } from '@everycontact/core';
import { describe, expect, it } from 'vitest';
import { applyOverlay } from './apply.js';
import type { OverlayEntry } from './overlay.js';

const today = '2026-11-22';
const owner = 'Public health team';
const walks: Service = {
  id: 'walks',
  name: 'Walks',
  state: 'open',
  organization: { name: 'Elderwick Health (invented)' },
  needs: [
    { need: 'be-active', how: 'main' },
    { need: 'debt', how: 'wording' },
  ],
  delivery: ['in-person'],
  locations: [{ id: 'hub', stepFree: 'unknown' }],
  area: { kind: 'text', text: 'Near the hub' },
  who: { women: 'yes' },
  languages: ['en'],
  interpreter: 'unknown',
  cost: 'unknown',
  access: { self: 'unknown', professional: 'yes', appointment: 'unknown', 'drop-in': 'unknown' },
  provenance: { feed: 'test', fetchedAt: '2026-11-22T09:00:00.000Z' },
  warnings: ['assured-missing', 'hours-unclear'],
};
const course: Service = { ...walks, id: 'Course', name: 'Course' };

function applied(entry: Partial<OverlayEntry>, service: Service = walks, further: object = {}) {
  const entries = [{ service: service.id, lastChecked: '2026-11-01', ...entry }];
  const overlay = { schema: 'everycontact/overlay@1', owner, entries } as const;
  const { services, findings } = applyOverlay([service, course], overlay, { today, ...further });
  return { service: services[0] as Service, services, findings, codes: findings.map(({ code }) => code) };
}

describe('what an entry says', () => {
  it('stands before the feed, and what it does not say stays', () => {
    const { service, findings } = applied({
      responsible: 'Hub desk',
      needs: { main: ['loneliness'], side: ['be-active'], not: ['debt'] },
      minimumAge: 18,
      who: { men: 'no' },
      areas: ['e06000023'],
      languages: ['pl'],
      interpreter: 'yes',
      cost: 'free',
      access: { self: 'yes' },
      stepFree: 'yes',
      pinned: true,
      next: ['COURSE'],
    });
    expect(findings).toEqual([]);
    expect(service).toEqual({
      ...walks,
      organization: { name: 'Elderwick Health (invented)', responsible: 'Hub desk' },
      needs: [
        { need: 'loneliness', how: 'main' },
        { need: 'be-active', how: 'side' },
      ],
      minimumAge: 18,
      who: { women: 'yes', men: 'no' },
      area: { kind: 'codes', codes: ['E06000023'] },
      languages: ['pl'],
      interpreter: 'yes',
      cost: 'free',
      access: { ...walks.access, self: 'yes' },
      locations: [{ id: 'hub', stepFree: 'yes' }],
      pinned: true,
      next: ['Course'],
      assuredOn: '2026-11-01',
      warnings: ['hours-unclear'],
      provenance: {
        ...walks.provenance,
        overlay: { owner, checkedOn: '2026-11-01', fields: expect.any(Array) as unknown },
      },
    });
  });
  it('is told as the overlay\u2019s, field by field', () => {
    expect(applied({ cost: 'free', minimumAge: 18 }).service.provenance.overlay?.fields).toEqual([
      'cost',
      'minimumAge',
    ]);
  });
  it('may be that a limit of the feed does not hold', () => {
    const { service } = applied({ minimumAge: 'none' }, { ...walks, minimumAge: 65 });
    expect('minimumAge' in service).toBe(false);
  });
  it('leaves out a limit of the feed that its own crosses', () => {
    expect(applied({ minimumAge: 18 }, { ...walks, maximumAge: 16 }).service).toMatchObject({ minimumAge: 18 });
    expect(applied({ minimumAge: 18 }, { ...walks, maximumAge: 16 }).service.maximumAge).toBeUndefined();
    expect(applied({ maximumAge: 16 }, { ...walks, minimumAge: 18 }).service.minimumAge).toBeUndefined();
  });
  it('does not bring back an older day of assurance', () => {
    const { service } = applied({}, { ...walks, assuredOn: '2026-11-20', warnings: [] });
    expect(service.assuredOn).toBe('2026-11-20');
  });
});

describe('a pause', () => {
  it.each<[true | string, Service['state'], string[]]>([
    [true, 'paused', []],
    ['2026-11-22', 'paused', []],
    ['2026-11-21', 'open', ['overlay-paused-ended']],
  ])('until %s makes a service %s today', (paused, state, codes) => {
    const { service, codes: found } = applied({ paused });
    expect([service.state, found]).toEqual([state, codes]);
  });
  it('opens no service that is closed', () => {
    expect(applied({ paused: true }, { ...walks, state: 'closed' }).service.state).toBe('closed');
  });
});

describe('an entry that nobody checks', () => {
  it.each([
    ['2026-05-26', 'free', undefined, []],
    ['2026-05-25', 'free', 'overlay-stale', ['overlay-stale']],
    ['2025-11-22', 'free', 'overlay-stale', ['overlay-stale']],
    ['2025-11-21', 'unknown', undefined, ['overlay-hidden']],
  ])('since %s: cost %s, warning %s', (lastChecked, cost, warning, codes) => {
    const { service, codes: found } = applied({ lastChecked, cost: 'free', paused: true });
    expect([service.cost, service.warnings?.find((one) => one.startsWith('overlay')), found]).toEqual([
      cost,
      warning,
      codes,
    ]);
  });
  it('leaves, once hidden, exactly what the feed says, and tells only that it is there', () => {
    const { provenance, ...service } = applied({ lastChecked: '2025-01-01', pinned: true, paused: true }).service;
    expect({ ...service, provenance: walks.provenance }).toEqual(walks);
    expect(provenance.overlay).toEqual({ owner, checkedOn: '2025-01-01', fields: [] });
  });
  it('is flagged and hidden after the days an organisation sets', () => {
    expect(applied({}, walks, { staleAfter: 20 }).codes).toEqual(['overlay-stale']);
    expect(applied({}, walks, { staleAfter: 5, hideAfter: 20 }).codes).toEqual(['overlay-hidden']);
  });
});

it('is an old assurance after a year, where an organisation lets its entries count for longer', () => {
  const old = (lastChecked: string) => applied({ lastChecked }, walks, { hideAfter: 800 }).service.warnings;
  expect(old('2025-11-22')).toEqual(['hours-unclear', 'overlay-stale']);
  expect(old('2025-11-21')).toEqual(['hours-unclear', 'assured-old', 'overlay-stale']);
});

it('is told of where its name is not that of the feed: the id may be wrong', () => {
  expect(applied({ name: 'WALKS' }).findings).toEqual([]);
  const { service, codes } = applied({ name: 'Swimming', cost: 'free' });
  expect([service.cost, codes]).toEqual(['free', ['overlay-name-differs']]);
});

describe('ids that nothing answers to', () => {
  it('are told with where they stand', () => {
    const entries = [{ service: 'gone', lastChecked: today, where: 'row 7' }];
    const { services, findings } = applyOverlay(
      [walks],
      { schema: 'everycontact/overlay@1', owner, entries },
      { today },
    );
    expect(services).toEqual([walks]);
    expect(findings).toMatchObject([{ code: 'overlay-service-unknown', where: 'row 7' }]);
  });
  it('are left out of what comes next, the service itself included', () => {
    const { service, codes } = applied({ next: ['gone', 'course', 'walks'] });
    expect(service.next).toEqual(['Course']);
    expect(codes).toEqual(['overlay-next-unknown', 'overlay-next-unknown']);
  });
});
