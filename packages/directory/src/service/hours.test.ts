import { describe, expect, it } from 'vitest';
import { oneService } from '../../test/one-service.js';

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
    ['monthly', { ...weekly, freq: 'MONTHLY', byday: '1FR' }],
    ['every other week', { ...weekly, interval: 2 }],
    ['with days of the month', { ...weekly, bymonthday: '2,3' }],
    ['closing before it opens', { ...weekly, opens_at: '18:00', closes_at: '05:30' }],
    ['without times', { freq: 'WEEKLY', byday: 'MO' }],
    ['with times that are none', { ...weekly, opens_at: '25:00' }],
  ])('keeps only the text of an entry that is %s', (_, schedule) => {
    expect(hours([{ ...schedule, description: 'First Fridays' }])).toEqual({
      hours: undefined,
      text: 'First Fridays',
      codes: ['hours-unclear'],
      warnings: ['hours-unclear'],
    });
  });
  it.each([
    ['ended', { valid_to: '2026-11-21' }],
    ['not begun', { valid_from: '2026-11-23' }],
  ])('calls hours whose validity has %s not confirmed, never closed', (_, validity) => {
    expect(hours([{ ...weekly, ...validity, description: 'Mondays' }])).toEqual({
      hours: undefined,
      text: 'Mondays',
      codes: ['hours-not-confirmed'],
      warnings: ['hours-not-confirmed'],
    });
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
  it('leaves hours unknown where no schedule is given', () => {
    expect(hours([])).toEqual({ hours: undefined, text: undefined, codes: [], warnings: undefined });
  });
});
