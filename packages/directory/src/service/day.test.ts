import { expect, it } from 'vitest';
import { oneService } from '../../test/one-service.js';
import { isDay, monthsAfter } from './day.js';

it('knows which days there are', () => {
  expect([isDay('2028-02-29'), isDay('2026-02-29'), isDay('2026-13-01'), isDay('2026-1-1')]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
it('counts months on the calendar', () => {
  expect([monthsAfter('2025-11-22', 12), monthsAfter('2026-12-05', 1), monthsAfter('2024-02-29', 12)]).toEqual([
    '2026-11-22',
    '2027-01-05',
    '2025-02-28',
  ]);
});
it('reads a date written day first and says so', () => {
  const { service, codes } = oneService({ assured_date: '1/9/2026' });
  expect(service.assuredOn).toBe('2026-09-01');
  expect(codes).toEqual(['date-read']);
});
it.each(['soon', '2026-02-30', '2027-01-01', '31/02/2026'])(
  'leaves out %s and warns that nobody says when it was checked',
  (assured_date) => {
    const { service, codes } = oneService({ assured_date });
    expect(service.assuredOn).toBeUndefined();
    expect(service.warnings).toEqual(['assured-missing']);
    expect(codes).toEqual(['date-dropped', 'assured-missing']);
  },
);
it('keeps a service last checked more than twelve months ago, with a warning', () => {
  expect(oneService({ assured_date: '2025-11-22' }).service.warnings).toBeUndefined();
  const { service, codes } = oneService({ assured_date: '2025-11-21' });
  expect(service).toMatchObject({ assuredOn: '2025-11-21', warnings: ['assured-old'] });
  expect(codes).toEqual(['assured-old']);
});
it('keeps the day of the last change', () => {
  expect(oneService({ last_modified: '2026-03-15T10:30:45.123Z' }).service.changedOn).toBe('2026-03-15');
});
