import { expect, it } from 'vitest';
import { oneService } from '../../test/one-service.js';
import { civilDate, monthsAfter } from './day.js';

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
it('reads a year of two figures where the day comes first, and never where the year may', () => {
  expect(['1/9/26', '01.09.26', '26-09-01', '1/9.26'].map(civilDate)).toEqual([
    '2026-09-01',
    '2026-09-01',
    undefined,
    undefined,
  ]);
});
it.each([
  ['in English', '1 September 2026'],
  ['with a short name of the month', '1 Sep 2026'],
  ['as it is spoken', '1st of September 2026'],
  ['as a spreadsheet shows it', '01-Sep-26'],
  ['in Danish', '1. september 2026'],
  ['in Swedish', 'den 1 september 2026'],
])('reads a date with the name of its month, %s, and says so', (_, assured_date) => {
  const { service, codes } = oneService({ assured_date });
  expect(service.assuredOn).toBe('2026-09-01');
  expect(codes).toEqual(['date-read']);
});
it('knows every month by its name in English, Danish and Swedish', () => {
  const named = (words: string) => words.split(' ').map((name) => civilDate(`7 ${name} 2026`)?.slice(5, 7));
  const all = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'));
  expect(named('January February March April May June July August September October November December')).toEqual(all);
  expect(named('januar februar marts april maj juni juli august september oktober november december')).toEqual(all);
  expect(named('januari februari mars april maj juni juli augusti september oktober november december')).toEqual(all);
});
it.each([
  'September 2026',
  '31 February 2026',
  '1 Sebtember 2026',
  '09/13/2026',
  '46329',
  'soon',
  '2026-02-30',
  '2027-01-01',
  '31/02/2026',
])('leaves out %s and warns that nobody says when it was checked', (assured_date) => {
  const { service, codes } = oneService({ assured_date });
  expect(service.assuredOn).toBeUndefined();
  expect(service.warnings).toEqual(['assured-missing']);
  expect(codes).toEqual(['date-dropped', 'assured-missing']);
});
it('keeps a service last checked more than twelve months ago, with a warning', () => {
  expect(oneService({ assured_date: '2025-11-22' }).service.warnings).toBeUndefined();
  const { service, codes } = oneService({ assured_date: '2025-11-21' });
  expect(service).toMatchObject({ assuredOn: '2025-11-21', warnings: ['assured-old'] });
  expect(codes).toEqual(['assured-old']);
});
it('keeps the day of the last change', () => {
  expect(oneService({ last_modified: '2026-03-15T10:30:45.123Z' }).service.changedOn).toBe('2026-03-15');
});
