import type { Service } from '@everycontact/core';
import { describe, expect, it } from 'vitest';
import { hall, oneService, wexmarsh } from '../../test/read-bundle.js';

const unknownAccess: Service['access'] = {
  self: 'unknown',
  professional: 'unknown',
  appointment: 'unknown',
  'drop-in': 'unknown',
};

it('leaves unknown what a service does not state', async () => {
  const { service, codes, notCarried } = await oneService({});
  expect(service).toEqual({
    id: 'stop-smoking',
    name: 'Stop smoking',
    state: 'open',
    organization: { name: 'Wexmarsh Health (invented)', id: 'wexmarsh' },
    needs: [{ need: 'stop-smoking', how: 'main' }],
    delivery: [],
    locations: [],
    area: { kind: 'unknown' },
    who: {},
    languages: [],
    interpreter: 'unknown',
    cost: 'unknown',
    access: unknownAccess,
    provenance: { feed: 'test', fetchedAt: '2026-11-22T09:30:00.000Z' },
    warnings: ['assured-missing'],
  });
  expect(codes).toEqual([]);
  expect(notCarried).toEqual([]);
});

describe('field by field', () => {
  const fields: readonly [string, object, Partial<Service>][] = [
    [
      'no id, which is made of the name as in every other form of feed',
      { id: undefined, name: 'Café Håb' },
      { id: 'cafe-hab', name: 'Café Håb' },
    ],
    ['active false is closed', { active: false }, { state: 'closed' }],
    ['active written as text', { active: 'true' }, { state: 'open' }],
    ['active missing is unknown', { active: undefined }, { state: 'unknown' }],
    [
      'comment',
      { comment: 'One adviser.\nTwelve weeks.' },
      { summary: 'One adviser.', text: 'One adviser.\nTwelve weeks.' },
    ],
    [
      'extraDetails',
      { comment: 'One adviser.', extraDetails: 'Bring a friend.' },
      { summary: 'One adviser.', text: 'One adviser.\nBring a friend.' },
    ],
    ['extraDetails alone', { extraDetails: 'Bring a friend.' }, { summary: 'Bring a friend.' }],
    [
      'category',
      { type: [], name: 'Wex', category: [{ coding: [{ display: 'Smoking cessation' }] }] },
      { needs: [{ need: 'stop-smoking', how: 'main' }] },
    ],
    [
      'specialty',
      { type: [], name: 'Wex', specialty: [{ coding: [{ system: 'https://wex.example', code: 'stop-smoking' }] }] },
      { needs: [{ need: 'stop-smoking', how: 'main' }] },
    ],
    [
      'program',
      { type: [], name: 'Wex', program: [{ text: 'Tobacco' }] },
      { needs: [{ need: 'stop-smoking', how: 'main' }] },
    ],
    [
      'eligibility in words is shown',
      { eligibility: [{ code: { text: 'Adults' }, comment: 'Aged 18 and over.' }] },
      { text: 'Adults\nAged 18 and over.' },
    ],
    ['eligibility by code', { eligibility: [{ code: { coding: [{ display: 'Women' }] } }] }, { who: { women: 'yes' } }],
    [
      'eligibility that shuts out',
      { eligibility: [{ comment: 'Only for women.' }] },
      { who: { women: 'yes', men: 'no' } },
    ],
    ['provision free', { serviceProvisionCode: [{ coding: [{ code: 'free' }] }] }, { cost: 'free' }],
    ['provision cost', { serviceProvisionCode: [{ coding: [{ code: 'cost' }] }] }, { cost: 'paid' }],
    ['provision with discounts', { serviceProvisionCode: [{ coding: [{ code: 'disc' }] }] }, { cost: 'mixed' }],
    [
      'provision free and at a cost',
      { serviceProvisionCode: [{ coding: [{ code: 'free' }] }, { coding: [{ code: 'cost' }] }] },
      { cost: 'mixed' },
    ],
    ['provision in words', { serviceProvisionCode: [{ text: 'Gratis' }] }, { cost: 'free' }],
    [
      'languages',
      {
        communication: [
          { coding: [{ system: 'urn:ietf:bcp:47', code: 'so' }] },
          { text: 'Polish' },
          { coding: [{ code: 'so' }] },
        ],
      },
      { languages: ['so', 'pl'] },
    ],
    [
      'a way for referrals',
      { referralMethod: [{ coding: [{ code: 'elec' }] }] },
      { access: { ...unknownAccess, professional: 'yes' } },
    ],
    [
      'self-referral in words',
      { referralMethod: [{ text: 'Self-referral' }] },
      { access: { ...unknownAccess, self: 'yes' } },
    ],
    ['appointment required', { appointmentRequired: true }, { access: { ...unknownAccess, appointment: 'yes' } }],
    ['appointment not required', { appointmentRequired: false }, { access: { ...unknownAccess, appointment: 'no' } }],
    [
      'delivery among characteristics',
      { characteristic: [{ text: 'Home visits' }, { coding: [{ display: 'By telephone' }] }] },
      { delivery: ['phone', 'home-visit'] },
    ],
    [
      'availability exceptions',
      { availabilityExceptions: 'Closed on public holidays' },
      { alert: 'Closed on public holidays' },
    ],
    ['last updated', { meta: { lastUpdated: '2026-10-01T08:00:00.000+01:00' } }, { changedOn: '2026-10-01' }],
    [
      'telecom',
      {
        telecom: [
          { system: 'phone', value: '01632 960123' },
          { system: 'email', value: 'stop@wexmarsh.example' },
          { system: 'url', value: 'wexmarsh.example/stop' },
        ],
      },
      { phone: '01632 960123', email: 'stop@wexmarsh.example', url: 'https://wexmarsh.example/stop' },
    ],
  ];
  it.each(fields)('%s', async (_, written, expected) => {
    expect((await oneService(written)).service).toMatchObject(expected);
  });
});

it('never makes an age out of eligibility', async () => {
  const { service } = await oneService({ eligibility: [{ comment: 'Aged 18 to 65.' }] });
  expect(service).not.toHaveProperty('minimumAge');
  expect(service).not.toHaveProperty('maximumAge');
});
it('says nothing about the cost where one provision is not understood', async () => {
  const { service } = await oneService({ serviceProvisionCode: [{ text: 'Type B' }] });
  expect(service.cost).toBe('unknown');
});
it('turns HTML into text and does not read the narrative', async () => {
  const { service, codes, notCarried } = await oneService({
    comment: '<p>One adviser.</p>',
    text: { status: 'generated', div: '<div>Never shown</div>' },
  });
  expect(service.summary).toBe('One adviser.');
  expect(JSON.stringify(service)).not.toContain('Never shown');
  expect(codes).toEqual(['html-to-text']);
  expect(notCarried).toEqual(['text']);
});
it('counts extensions and whatever else it has no place for', async () => {
  const { notCarried } = await oneService(
    {
      extension: [{ url: 'https://wex.example/x', valueString: 'x' }],
      photo: { url: 'x' },
      location: [{ reference: 'Location/hall' }],
    },
    { ...hall, extension: [{ url: 'https://wex.example/y' }] },
  );
  expect(notCarried).toEqual(['extension', 'photo', 'location.extension']);
});
it('reads the first of several organisations and says so', async () => {
  const { service, codes } = await oneService({
    providedBy: [{ reference: 'Organization/wexmarsh' }, { reference: 'Organization/wexmarsh' }],
  });
  expect(service.organization.name).toBe('Wexmarsh Health (invented)');
  expect(codes).toEqual(['list-for-one']);
});
it('keeps the name of an organisation that is not in the feed, and warns where there is none', async () => {
  const named = await oneService({ providedBy: { reference: 'Organization/away', display: 'Away (invented)' } });
  expect(named.service.organization).toEqual({ name: 'Away (invented)', id: 'Organization/away' });
  expect(named.codes).toEqual(['reference-missing']);
  const { service, codes } = await oneService({ providedBy: undefined });
  expect(service.organization.name).toBe('');
  expect(service.warnings).toContain('organization-missing');
  expect(codes).toEqual(['organization-missing']);
});
it('never carries the people behind an organisation', async () => {
  const { service, notCarried } = await oneService(
    { providedBy: { reference: 'Organization/b' } },
    {
      ...wexmarsh,
      id: 'b',
      contact: [{ name: { text: 'Ada Invented' }, telecom: [{ system: 'phone', value: '01632 960999' }] }],
    },
  );
  expect(JSON.stringify(service)).not.toMatch(/Ada|960999/);
  expect(notCarried).toEqual(['providedBy.contact']);
});
it('marks a service that was matched by its words only', async () => {
  const { service, codes } = await oneService({ type: [], name: 'Quit smoking with us' });
  expect(service.needs).toEqual([{ need: 'stop-smoking', how: 'wording' }]);
  expect(codes).toEqual(['need-by-wording']);
});
it('reports a language nobody knows', async () => {
  const { service, codes } = await oneService({ communication: [{ text: 'Wexish' }] });
  expect(service.languages).toEqual([]);
  expect(codes).toEqual(['language-unknown']);
});
