import type { Service } from '@everycontact/core';
import { aService } from '@everycontact/core/testing';
import { describe, expect, it } from 'vitest';
import { readServices } from '../read-services.js';
import { madeId } from './made-id.js';
import { toOpenReferral, toOpenReferralItem } from './open-referral-record.js';

const id = 'ac148810-d857-441c-9679-408f346de14b';
const fetchedAt = '2026-11-22T09:00:00.000Z';

/** What our own reader makes of the record. */
function readBack(over: Partial<Service>): Service {
  const written = JSON.stringify([toOpenReferral(aService({ id, ...over }))]);
  const { services, report } = readServices(written, { feed: 'test', fetchedAt });
  if (services[0] === undefined) throw new Error(JSON.stringify(report));
  return services[0];
}

const place = {
  id: madeId('place'),
  name: 'Mill Lane',
  address: '1 Mill Lane, Wexmarsh, WX1 2AB',
  latitude: 52.9,
  longitude: -1.4,
};

describe('a service as a record of Open Referral UK', () => {
  it.each<Partial<Service>>([
    { name: 'Walking group', state: 'paused', minimumAge: 12.5, maximumAge: 64 },
    { state: 'unknown' },
    { summary: 'A course of six weeks.', text: 'A course of six weeks.\nIt begins in May.' },
    {
      needs: [
        { need: 'debt', how: 'main' },
        { need: 'housing', how: 'side' },
      ],
    },
    { languages: ['ti', 'pl'], interpreter: 'yes' },
    { interpreter: 'no' },
    { cost: 'free' },
    { cost: 'paid' },
    { cost: 'mixed' },
    { delivery: ['phone', 'online', 'home-visit'] },
    { locations: [{ ...place, stepFree: 'yes' }] },
    {
      locations: [
        { ...place, stepFree: 'no' },
        { id: madeId('b'), name: 'Town hall', stepFree: 'unknown' },
      ],
    },
    { area: { kind: 'national' } },
    { area: { kind: 'codes', codes: ['E06000023', '0101'] } },
    { area: { kind: 'prefixes', codes: ['WX1', 'WX12'] } },
    { area: { kind: 'prefixes', codes: ['43210', '9991'] } },
    { area: { kind: 'text', text: 'Wexmarsh and the villages around it' } },
    { who: { women: 'yes', men: 'no' } },
    { who: { pregnant: 'yes', notPregnant: 'no' } },
    { who: { pregnant: 'no' } },
    { who: { staff: 'yes', others: 'no' } },
    { who: { carers: 'yes', volunteers: 'yes' } },
    { access: { self: 'yes', professional: 'yes', appointment: 'yes', 'drop-in': 'unknown' } },
    { access: { self: 'no', professional: 'yes', appointment: 'unknown', 'drop-in': 'unknown' } },
    { access: { self: 'unknown', professional: 'unknown', appointment: 'no', 'drop-in': 'yes' } },
    { phone: '01632 960123', email: 'hello@example.org', url: 'https://example.org/stop', howTo: 'Ask at the desk.' },
    { alert: 'Moved to Mill Lane until March.', assuredOn: '2026-10-01', changedOn: '2026-11-02' },
    { capacity: { state: 'full', asOf: '2026-11-20' } },
    {
      hours: [
        { day: 1, opens: '09:00', closes: '17:00' },
        { day: 3, opens: '10:00', closes: '12:30' },
      ],
    },
    { timetable: [{ opens: '10:00', closes: '12:00', days: [1], weeksOfMonth: [1, -1] }] },
    {
      timetable: [
        { opens: '18:00', closes: '20:00', days: [4], everyWeeks: 2, since: '2026-01-05', until: '2026-12-17' },
      ],
    },
    { timetable: [{ opens: '09:00', closes: '10:00', daysOfMonth: [1, 15] }] },
    { hours: [{ day: 2, opens: '09:00', closes: '17:00' }], hoursConfirmedUntil: '2027-03-31' },
    { hoursText: 'Ask at the desk.' },
  ])('is read back as it was: %j', (over) => {
    expect(readBack(over)).toMatchObject(over);
  });

  it('tells openings that weekly hours cannot say as rules of the standard', () => {
    const timetable = [
      { opens: '10:00', closes: '12:00', days: [1], weeksOfMonth: [1, -1] },
      { opens: '18:00', closes: '20:00', days: [4], everyWeeks: 2, since: '2026-01-08', until: '2026-12-17' },
      { opens: '09:00', closes: '10:00', daysOfMonth: [1, 15] },
    ] as const;
    expect(toOpenReferral(aService({ id, timetable })).schedules).toMatchObject([
      { freq: 'MONTHLY', byday: '1MO,-1MO', opens_at: '10:00', closes_at: '12:00' },
      { freq: 'WEEKLY', byday: 'TH', interval: 2, dtstart: '2026-01-08', until: '2026-12-17' },
      { freq: 'MONTHLY', bymonthday: '1,15' },
    ]);
  });

  it('says in words on which days it is closed, and until when the hours are confirmed', () => {
    const closures = [{ from: '2026-12-24', to: '2027-01-01', why: 'Christmas' }];
    const hours = [{ day: 2, opens: '09:00', closes: '17:00' }] as const;
    const { schedules } = toOpenReferral(aService({ id, hours, closures, hoursConfirmedUntil: '2027-03-31' }));
    expect(schedules).toMatchObject([
      { byday: 'TU', valid_to: '2027-03-31' },
      { description: 'Closed 2026-12-24 to 2027-01-01: Christmas', valid_to: '2027-03-31' },
    ]);
  });

  it('never lets the number of a municipality be taken for a postal code', () => {
    expect(readBack({ area: { kind: 'codes', codes: ['1480'] } }).area).toEqual({
      kind: 'text',
      text: 'Municipality 1480',
    });
  });

  it('never publishes who answers for the entry, nor what a local team put first', () => {
    const service = aService({
      id,
      pinned: true,
      organization: { name: 'Wexmarsh', responsible: 'duty-desk@example.org' },
    });
    expect(JSON.stringify(toOpenReferral(service))).not.toMatch(/duty-desk|pinned/);
  });

  it('says no status where none is known: "active" would be a guess', () => {
    expect(toOpenReferral(aService({ id, state: 'unknown' }))).not.toHaveProperty('status');
  });

  it('has no list in the short form', () => {
    const item = toOpenReferralItem(aService({ id, languages: ['pl'], locations: [{ ...place, stepFree: 'yes' }] }));
    expect(Object.values(item).filter(Array.isArray)).toEqual([]);
  });

  it('makes the same ids every time, shaped like a UUID, and other ones for other parts', () => {
    expect(madeId('a', 'b')).toBe(madeId('a', 'b'));
    expect(madeId('a', 'b')).not.toBe(madeId('b', 'a'));
    expect(madeId('a', 'b')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
