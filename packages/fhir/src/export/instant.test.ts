import { expect, it } from 'vitest';
import { isInstant } from './instant.js';

it.each([
  ['2026-11-22T09:30:00Z', true],
  ['2026-11-22T09:30:00.000+01:00', true],
  ['2026-02-30T09:30:00Z', false],
  ['2026-11-22T24:30:00Z', false],
  ['2026-11-22T09:30Z', false],
  ['2026-11-22T09:30:00', false],
  [undefined, false],
])('takes as an instant only what FHIR does: %s', (value, is) => {
  expect(isInstant(value)).toBe(is);
});
