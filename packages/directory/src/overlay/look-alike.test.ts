import { expect, it } from 'vitest';
import { lookAlike } from './look-alike.js';

const known = ['minimum_age', 'next', 'cost'];

it.each([
  ['minimum_ages', 'minimum_age'],
  ['Minimum Age', 'minimum_age'],
  ['mininum_age', 'minimum_age'],
  ['costs', 'cost'],
  ['sweet', undefined],
  ['colour', undefined],
  ['', undefined],
])('takes %s for %s', (written, meant) => {
  expect(lookAlike(written, known)).toBe(meant);
});
