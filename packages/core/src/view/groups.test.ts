import { expect, it } from 'vitest';
import type { Group } from '../session/shown.js';
import { nothingFits } from './groups.js';

const line = { text: 'A line', lang: 'en-GB' };
const lines: Group['national'] = [
  {
    id: 'one',
    name: line,
    source: 'handbook',
    standing: 'verified',
    checkedOn: '2026-11-01',
    reviewBy: '2027-05-01',
    choices: [],
  },
];
const excluded = { service: 'one', name: 'One', by: { code: 'age', truth: false }, why: line } as const;
const list = (more: { excluded?: readonly (typeof excluded)[] } = {}) => ({
  matches: [],
  excluded: [],
  asOf: '2026-11-21T06:00:00.000Z',
  ...more,
});
const group = (services: Group['services'], national: Group['national']): Group => ({
  need: 'doctor',
  name: line,
  why: line,
  because: '',
  services,
  national,
});

it('says that nothing fits where a service of the list was for this need and not for this person', () => {
  expect(nothingFits(group(list({ excluded: [excluded] }), lines))).toBe(true);
});

it('misses nothing where a national line meets a need that no service of the list is for', () => {
  expect(nothingFits(group(list(), lines))).toBe(false);
});

it('says that nothing fits where there is nothing at all', () => {
  expect(nothingFits(group(list(), []))).toBe(true);
});

it('says nothing yet while services are looked for', () => {
  expect([nothingFits(group('looking', [])), nothingFits(group('unavailable', []))]).toEqual([false, false]);
});
