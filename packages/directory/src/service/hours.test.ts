import { describe, expect, it } from 'vitest';
import { oneService, read } from '../../test/one-service.js';
import { readServices } from '../read-services.js';

const weekly = { freq: 'WEEKLY', byday: 'MO,TH', opens_at: '10:00', closes_at: '18:00:00' };
const monday = { day: 1, opens: '10:00', closes: '18:00' };
const thursday = { day: 4, opens: '10:00', closes: '18:00' };

function hours(schedules: object[], more: object = {}) {
  const { service, codes } = oneService({ schedules, ...more });
  return { hours: service.hours, text: service.hoursText, codes, warnings: service.warnings };
}

describe('schedules', () => {
  it('reads plain weekly hours', () => {
    expect(hours([weekly])).toEqual({ hours: [monday, thursday], text: undefined, codes: [], warnings: undefined });
  });
  it('adds entries up: a lunch break is two of them', () => {
    const afternoon = { ...weekly, byday: 'MO', opens_at: '19:00', closes_at: '20:00' };
    expect(hours([afternoon, weekly]).hours).toEqual([monday, { day: 1, opens: '19:00', closes: '20:00' }, thursday]);
  });
  it.each([
    ['by weeks of the year', { ...weekly, byweekno: '41' }],
    ['every second month', { ...weekly, freq: 'MONTHLY', byday: '1FR', interval: 2 }],
    ['every other week without a start', { ...weekly, interval: 2 }],
    ['weekly with days of the month', { ...weekly, bymonthday: '2,3' }],
    ['closing before it opens', { ...weekly, opens_at: '08:30', closes_at: '05:30' }],
    ['without times', { freq: 'WEEKLY', byday: 'MO' }],
    ['with times that are none', { ...weekly, opens_at: '25:00' }],
    ['with a start that is none', { ...weekly, dtstart: '2026-02-30' }],
    ['words only', {}],
  ])('keeps only the text of an entry that is %s', (_, schedule) => {
    expect(hours([{ ...schedule, description: 'First Fridays' }])).toEqual({
      hours: undefined,
      text: 'First Fridays',
      codes: ['hours-unclear'],
      warnings: ['hours-unclear'],
    });
  });
  it.each([
    ['9:00 AM', '5:00 PM'],
    ['9am', '5pm'],
    ['9:00', '17:00'],
  ])('reads the times of programs that write them as %s and %s, and says so', (opens_at, closes_at) => {
    const { service, codes } = oneService({ schedules: [{ ...weekly, byday: 'MO', opens_at, closes_at }] });
    expect([service.hours, codes]).toEqual([[{ day: 1, opens: '09:00', closes: '17:00' }], ['hours-read']]);
  });
  it('leaves out times that no person has written, however long they are', () => {
    const { service, codes } = oneService({
      schedules: [{ ...weekly, byday: 'MO', opens_at: `9${' '.repeat(50_000)}am or later`, closes_at: '5pm' }],
    });
    expect([service.hours, codes]).toEqual([undefined, ['text-cut', 'hours-unclear']]);
  });
  it('reads a time with a zone as the clock on the wall, and says so', () => {
    expect(hours([{ ...weekly, opens_at: '10:00Z' }])).toMatchObject({
      hours: [monday, thursday],
      codes: ['hours-zone'],
    });
  });
  it('takes the hours at the place before those of the service', () => {
    const service_at_locations = [{ schedules: [{ ...weekly, byday: 'TH' }], location: { name: 'Hub' } }];
    expect(hours([weekly], { service_at_locations }).hours).toEqual([thursday]);
  });
  it('tells the hours place by place where they differ', () => {
    const at = (name: string, byday: string) => ({ schedules: [{ ...weekly, byday }], location: { name } });
    const { text, codes, hours: none } = hours([], { service_at_locations: [at('Hub', 'MO'), at('Quay', 'TH')] });
    expect(none).toBeUndefined();
    expect(text).toBe('Hub: Mo 10:00–18:00; Quay: Th 10:00–18:00');
    expect(codes).toEqual(['hours-by-place']);
  });
  it.each([
    ['a first Friday', { freq: 'MONTHLY', byday: '1FR' }, { days: [5], weeksOfMonth: [1] }],
    ['a night', { byday: 'FR', opens_at: '22:00', closes_at: '02:00' }, { days: [5], opens: '22:00', closes: '02:00' }],
    ['what begins later', { byday: 'FR', dtstart: '2027-01-08' }, { days: [5], from: '2027-01-08' }],
    ['what ends', { byday: 'FR', until: '2027-01-08' }, { days: [5], until: '2027-01-08' }],
    ['all openings where one is more', [{ byday: '1FR', freq: 'MONTHLY' }, {}], { days: [5], weeksOfMonth: [1] }],
  ])('tells %s as a timetable, with the words of the feed', (_, schedules, first) => {
    const { service, codes } = oneService({
      schedules: [schedules].flat().map((one) => ({ ...weekly, ...one, description: 'See the door' })),
    });
    expect(service.hours).toBeUndefined();
    expect(service.timetable?.[0]).toEqual({ opens: '10:00', closes: '18:00', ...first });
    expect(service.timetable).toHaveLength([schedules].flat().length);
    expect([service.hoursText, ...codes]).toEqual(['See the door']);
  });
  it('leaves hours unknown where no schedule is given', () => {
    expect(hours([])).toEqual({ hours: undefined, text: undefined, codes: [], warnings: undefined });
  });
});

describe('the days a publisher vouches for', () => {
  const valid = (valid_from?: string, valid_to?: string, more: object = {}) => ({
    ...weekly,
    description: 'Mondays',
    ...(valid_from && { valid_from }),
    ...(valid_to && { valid_to }),
    ...more,
  });
  it('confirm the hours until their end', () => {
    const { service, codes } = oneService({ schedules: [valid('2026-01-01', '2026-12-31')] });
    expect(service).toMatchObject({ hours: [monday, thursday], hoursConfirmedUntil: '2026-12-31' });
    expect([service.warnings, ...codes]).toEqual([undefined]);
  });
  it('leave hours that have lapsed as the last that were known, never as closed', () => {
    const { service, codes } = oneService({ schedules: [valid(undefined, '2026-11-21')] });
    expect(service).toMatchObject({
      hours: [monday, thursday],
      hoursConfirmedUntil: '2026-11-21',
      warnings: ['hours-not-confirmed'],
    });
    expect(codes).toEqual(['hours-not-confirmed']);
  });
  it('keep hours as text that nobody vouches for yet', () => {
    expect(hours([valid('2026-11-23')])).toEqual({
      hours: undefined,
      text: 'Mondays',
      codes: ['hours-not-confirmed'],
      warnings: ['hours-not-confirmed'],
    });
  });
  it('end one state of the hours where the next begins', () => {
    const { service } = oneService({
      schedules: [valid(undefined, '2026-12-31'), valid('2027-01-01', undefined, { byday: 'TU' })],
    });
    expect(service.timetable).toMatchObject([
      { days: [1, 4], until: '2026-12-31' },
      { days: [2], from: '2027-01-01' },
    ]);
    expect(service.hoursConfirmedUntil).toBeUndefined();
  });
  it('leave out extra hours that are over, and say so', () => {
    const { service, codes } = oneService({ schedules: [valid(), valid('2026-06-01', '2026-08-31', { byday: 'TU' })] });
    expect(service).toMatchObject({ hours: [monday, thursday] });
    expect([service.hoursText, ...codes]).toEqual([undefined, 'hours-ended']);
  });
});

describe('a written cell of hours', () => {
  it('keeps its words where they say more than weekly hours', () => {
    const { service } = oneService({ hours: 'Th[1] 14:00-16:00' });
    expect(service.timetable).toEqual([{ days: [4], weeksOfMonth: [1], opens: '14:00', closes: '16:00' }]);
    expect(service.hoursText).toBe('Th[1] 14:00-16:00');
  });
  it('keeps its words on public holidays where nobody said which days these are', () => {
    const { service, codes } = oneService({ hours: 'Mo 10:00-18:00; PH off' });
    expect(service.timetable).toEqual([{ days: [1], opens: '10:00', closes: '18:00' }]);
    expect([service.hours, service.hoursText]).toEqual([undefined, 'Mo 10:00-18:00; PH off']);
    expect([service.closures, ...codes]).toEqual([undefined, 'hours-holidays']);
  });
  it('closes on the public holidays that the organisation hands in', () => {
    const { services } = readServices('name,hours\nWalks,"Mo 10:00-18:00; PH off"', {
      ...read,
      holidays: [{ day: '2026-12-25', name: 'Christmas Day' }],
    });
    expect(services[0]).toMatchObject({
      hours: [monday],
      closures: [{ from: '2026-12-25', to: '2026-12-25', why: 'Christmas Day' }],
    });
    expect(services[0]?.hoursText).toBeUndefined();
  });
  it('tells in the report what the clock of twelve hours was read as', () => {
    const { service, report } = oneService({ hours: '9-5pm Mon, Tue' });
    expect(service.hours).toEqual([1, 2].map((day) => ({ day, opens: '09:00', closes: '17:00' })));
    expect(report.repaired).toMatchObject([
      { code: 'hours-read', found: '9-5pm Mon, Tue', did: 'read as Mo Tu 09:00–17:00' },
    ]);
  });
});
