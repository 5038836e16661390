import { expect, it } from 'vitest';
import { isDay } from './calendar.js';

it.each([
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-1-1', false],
  ['2026-11-22T09:30Z', false],
])('knows which days there are: %s', (text, is) => {
  expect(isDay(text)).toBe(is);
});
