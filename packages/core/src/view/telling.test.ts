import { describe, expect, it } from 'vitest';
import type { Match, Reason, ReasonCode } from '../directory/directory.js';
import { tellingFirst } from './telling.js';

const met = (code: ReasonCode, value?: number): Reason => ({
  code,
  truth: true,
  ...(value !== undefined && { with: { value } }),
});
const check = (code: ReasonCode): Reason => ({ code, truth: 'unknown' });
const match = (...reasons: Reason[]): Match => ({
  service: 'one',
  name: 'One',
  organization: 'One',
  eligible: 'eligible',
  cost: 'unknown',
  reasons,
});
const first = (mine: Match, ...others: Match[]) => tellingFirst([mine, ...others])(mine).map(({ code }) => code);

it('puts what tells services apart before what every service says', () => {
  const mine = match(met('age'), met('route'), met('need-main'), met('distance', 300), met('opens'));
  const other = match(met('age'), met('route'), met('need-main'), met('distance', 900), met('open-now'));
  expect(first(mine, other).slice(0, 2)).toEqual(['distance', 'opens']);
});

it('puts last, word for word, what the whole list shares, however telling it would be', () => {
  const mine = match(met('open-now'), met('need-side'), met('distance', 300));
  const other = match(met('open-now'), met('need-main'), met('distance', 900));
  expect(first(mine, other)).toEqual(['distance', 'need-side', 'open-now']);
});

it('knows nothing that is shared in a list of one', () => {
  expect(first(match(met('age'), met('open-now')))).toEqual(['open-now', 'age']);
});

it('lets what has to be checked stand before all else, but not what is said beside the service anyway', () => {
  const mine = match(met('pinned'), check('pregnancy'), check('hours'), check('assured'), met('distance', 300));
  expect(first(mine, mine)[0]).toBe('pregnancy');
  expect(first(mine)).toEqual(['pregnancy', 'pinned', 'distance', 'hours', 'assured']);
});

it('keeps the order of the ranking where nothing is more telling', () => {
  expect(first(match(met('route'), met('age'), met('area')))).toEqual(['route', 'age', 'area']);
});

describe('a service that was last looked at long ago', () => {
  const old: Reason = { code: 'assured', truth: 'unknown', with: { date: '2023-05-01' } };
  const undated: Reason = { code: 'assured', truth: 'unknown' };
  const fresh: Reason = { code: 'assured', truth: true, with: { date: '2026-10-01' } };

  it('says so first where another was looked at lately', () => {
    expect(first(match(met('distance', 300), old), match(met('distance', 900), fresh))).toEqual([
      'assured',
      'distance',
    ]);
  });

  it.each([
    ['all are old', old, old],
    ['nobody knows when', undated, fresh],
    ['it was lately', fresh, old],
  ])('does not where %s', (_, mine, other) => {
    expect(first(match(met('distance', 300), mine), match(met('distance', 900), other))[0]).toBe('distance');
  });
});
