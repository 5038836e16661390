import { expect, it } from 'vitest';
import { aQuery, aService } from '../testing/directory-contract.js';
import type { DirectoryQuery } from './directory.js';
import { match } from './match.js';
import type { Service } from './service.js';

const told = (service: Partial<Service>, over: Partial<DirectoryQuery> = {}) =>
  (match([aService({ id: 'one', ...service })], aQuery(over), '2026-11-21T06:00:00Z').matches[0]?.reasons ?? []).map(
    ({ code, truth, with: said }) => [code, truth, ...(said ? [said] : [])],
  );
const notAssured = ['assured', 'unknown'];

it('a service that little is known of says what it is for, and that nobody answers for it', () => {
  expect(told({})).toEqual([['need-main', true], notAssured]);
  expect(told({ needs: [{ need: 'stop-smoking', how: 'side' }] })).toEqual([['need-side', true], notAssured]);
});

it('a service says what it does for the need that was asked for, not for another one', () => {
  const needs = [
    { need: 'doctor', how: 'main' },
    { need: 'stop-smoking', how: 'wording' },
  ] as const;
  expect(told({ needs })).toEqual([['need-wording', true], notAssured]);
});

it('a service that somebody answers for says since when, and after a year that it is to be checked', () => {
  expect(told({ assuredOn: '2026-10-01' })).toContainEqual(['assured', true, { date: '2026-10-01' }]);
  expect(told({ assuredOn: '2024-10-01' })).toContainEqual(['assured', 'unknown', { date: '2024-10-01' }]);
});

it('a service by phone or online says so, where no distance says more', () => {
  expect(told({ delivery: ['phone'] })).toContainEqual(['remote', true]);
  expect(told({ delivery: ['online'] })).toContainEqual(['remote', true]);
  expect(told({ delivery: ['in-person'] })).not.toContainEqual(['remote', true]);
});

it('that a service is free is said once, whether or not it was asked for', () => {
  const isFree = ([code]: readonly unknown[]) => code === 'free';
  expect(told({ cost: 'free' }).filter(isFree)).toEqual([['free', true]]);
  expect(told({ cost: 'free' }, { facts: { 'context.mustBeFree': true } }).filter(isFree)).toEqual([['free', true]]);
  expect(told({ cost: 'paid' }).filter(isFree)).toEqual([]);
});

it('a service that tells hours, and none in the weeks ahead, says that they are to be checked; without hours, nothing', () => {
  const opening = (service: Partial<Service>) =>
    told(service).filter(([code]) => typeof code === 'string' && /^(open|hours)/.test(code));
  const summer = { opens: '09:00', closes: '17:00', from: '2026-06-01', until: '2026-08-31' };
  expect(opening({ timetable: [summer] })).toEqual([['hours', 'unknown']]);
  expect(opening({ timetable: [] })).toEqual([]);
  expect(opening({})).toEqual([]);
});
