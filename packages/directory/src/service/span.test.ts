import { expect, it } from 'vitest';
import { overlap, spanOf } from './span.js';

it.each([
  ['09:00', '17:00', '09:00-17:00'],
  ['00:00', '23:59', '00:00-23:59'],
  ['18:00', '00:00', '18:00-24:00'],
  ['22:00', '02:00', '22:00-02:00'],
  ['20:30', '12:00', '20:30-12:00'],
  ['08:30', '05:30', undefined],
  ['20:00', '12:00', undefined],
  ['22:00', '12:30', undefined],
  ['09:00', '09:00', undefined],
  ['00:00', '00:00', undefined],
  ['24:00', '02:00', undefined],
])('takes %s to %s for %s: a night ends by noon and is shorter than sixteen hours', (opens, closes, expected) => {
  const span = spanOf(opens, closes);
  expect(span && `${span.opens}-${span.closes}`).toBe(expected);
});
it('knows which openings share a minute, a night included', () => {
  expect(overlap({ opens: '09:00', closes: '12:00' }, { opens: '12:00', closes: '13:00' })).toBe(false);
  expect(overlap({ opens: '22:00', closes: '02:00' }, { opens: '23:00', closes: '23:30' })).toBe(true);
});
