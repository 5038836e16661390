import { describe, expect, it } from 'vitest';
import { hall, oneService } from '../../test/read-bundle.js';

const week = ['mon', 'tue', 'wed', 'thu', 'fri'];
const time = (daysOfWeek: readonly string[], availableStartTime: string, availableEndTime: string) => ({
  daysOfWeek,
  availableStartTime,
  availableEndTime,
});

describe('available times', () => {
  it('become weekly hours, in the order of the week', async () => {
    const { service, codes } = await oneService({
      availableTime: [time(['sat'], '10:00:00', '12:00:00'), time(['mon', 'fri'], '09:00:00', '17:00')],
    });
    expect(service.hours).toEqual([
      { day: 1, opens: '09:00', closes: '17:00' },
      { day: 5, opens: '09:00', closes: '17:00' },
      { day: 6, opens: '10:00', closes: '12:00' },
    ]);
    expect(service).not.toHaveProperty('timetable');
    expect(codes).toEqual([]);
  });
  it('last all day where they say so', async () => {
    const { service } = await oneService({ availableTime: [{ daysOfWeek: ['sun'], allDay: true }] });
    expect(service.hours).toEqual([{ day: 7, opens: '00:00', closes: '24:00' }]);
  });
  it('keep a slip of the pen as text: half past five in the morning was never meant', async () => {
    const { service, codes } = await oneService({ availableTime: [time(week, '08:30:00', '05:30:00')] });
    expect(service).not.toHaveProperty('hours');
    expect(service).not.toHaveProperty('timetable');
    expect(service.hoursText).toBe('Mo, Tu, We, Th, Fr 08:30–05:30');
    expect(service.warnings).toContain('hours-unclear');
    expect(codes).toEqual(['hours-unclear']);
  });
  it('pass midnight where a night is meant', async () => {
    const { service } = await oneService({
      availableTime: [time(['mon'], '09:00:00', '17:00:00'), time(['fri', 'sat'], '20:00:00', '02:00:00')],
    });
    expect(service).not.toHaveProperty('hours');
    expect(service.timetable).toEqual([
      { opens: '09:00', closes: '17:00', days: [1] },
      { opens: '20:00', closes: '02:00', days: [5, 6] },
    ]);
  });
  it.each([
    ['without days', { availableStartTime: '09:00:00', availableEndTime: '17:00:00' }],
    ['all day without days', { allDay: true }],
    ['on a day there is not', time(['mon', 'someday'], '09:00:00', '17:00:00')],
    ['without an end', { daysOfWeek: ['mon'], availableStartTime: '09:00:00' }],
    ['at an hour there is not', time(['mon'], '09:00:00', '25:00:00')],
  ])('are unclear, not closed: %s', async (_, entry) => {
    const { service, codes } = await oneService({ availableTime: [entry] });
    expect(service).not.toHaveProperty('hours');
    expect(service.warnings).toContain('hours-unclear');
    expect(codes).toEqual(['hours-unclear']);
  });
  it('are read as the clock on the wall where they carry a zone', async () => {
    const { service, codes } = await oneService({ availableTime: [time(['mon'], '09:00:00Z', '17:00:00Z')] });
    expect(service.hours).toEqual([{ day: 1, opens: '09:00', closes: '17:00' }]);
    expect(codes).toEqual(['hours-zone']);
  });
});

describe('times of places', () => {
  const open = (closingTime: string) => [{ daysOfWeek: ['mon'], openingTime: '09:00:00', closingTime }];
  const location = [{ reference: 'Location/hall' }, { reference: 'Location/mill' }];
  const mill = { ...hall, id: 'mill', name: 'Wexmarsh Mill' };

  it('stand in where the service has none', async () => {
    const { service } = await oneService(
      { location },
      { ...hall, hoursOfOperation: open('17:00:00') },
      { ...mill, hoursOfOperation: open('17:00:00') },
    );
    expect(service.hours).toEqual([{ day: 1, opens: '09:00', closes: '17:00' }]);
  });
  it('are told place by place where they differ', async () => {
    const { service, codes } = await oneService(
      { location },
      { ...hall, hoursOfOperation: open('17:00:00') },
      { ...mill, hoursOfOperation: open('12:00:00') },
    );
    expect(service).not.toHaveProperty('hours');
    expect(service.hoursText).toBe('Wexmarsh Hall: Mo 09:00–17:00; Wexmarsh Mill: Mo 09:00–12:00');
    expect(codes).toEqual(['hours-by-place']);
  });
  it('give way to those of the service', async () => {
    const { service } = await oneService(
      { location: [{ reference: 'Location/hall' }], availableTime: [time(['tue'], '10:00:00', '11:00:00')] },
      { ...hall, hoursOfOperation: open('17:00:00') },
    );
    expect(service.hours).toEqual([{ day: 2, opens: '10:00', closes: '11:00' }]);
  });
});

describe('times when it is not available', () => {
  it.each([
    ['days', '2026-12-24', '2026-12-26', '2026-12-24', '2026-12-26'],
    ['whole days with times', '2026-12-24T00:00:00+00:00', '2026-12-26T23:59:59+00:00', '2026-12-24', '2026-12-26'],
    ['an end at midnight', '2026-12-24T00:00:00Z', '2026-12-27T00:00:00Z', '2026-12-24', '2026-12-26'],
    ['an end at midnight on the first of a year', '2026-12-24', '2027-01-01T00:00:00Z', '2026-12-24', '2026-12-31'],
  ])('are closures from the first day to the last: %s', async (_, start, end, from, to) => {
    const { service, codes } = await oneService({
      notAvailable: [{ description: 'Christmas', during: { start, end } }],
    });
    expect(service.closures).toEqual([{ from, to, why: 'Christmas' }]);
    expect(codes).toEqual([]);
  });
  it.each([
    ['no period', {}],
    ['no end', { during: { start: '2026-12-24' } }],
    ['a part of a day', { during: { start: '2026-12-24T12:00:00Z', end: '2026-12-24T17:00:00Z' } }],
    ['a start at noon', { during: { start: '2026-12-24T12:00:00Z', end: '2026-12-26' } }],
    ['an end at noon', { during: { start: '2026-12-24', end: '2026-12-26T12:00:00Z' } }],
    ['an end before the start', { during: { start: '2026-12-26', end: '2026-12-24' } }],
    ['a day there is not', { during: { start: '2026-02-29', end: '2026-12-24' } }],
  ])('stay words where they are no whole days: %s', async (_, entry) => {
    const { service, codes } = await oneService({ notAvailable: [{ description: 'Staff training', ...entry }] });
    expect(service).not.toHaveProperty('closures');
    expect(service.hoursText).toBe('Staff training');
    expect(service.warnings).toContain('hours-unclear');
    expect(codes).toEqual(['closure-unclear']);
  });
  it('are left out when they are over', async () => {
    const during = { start: '2025-12-24', end: '2025-12-26' };
    const { service, notCarried } = await oneService({ notAvailable: [{ during }] });
    expect(service).not.toHaveProperty('closures');
    expect(notCarried).toEqual(['notAvailable.during (past)']);
  });
});
