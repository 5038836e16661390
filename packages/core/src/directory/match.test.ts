import { describe, expect, it } from 'vitest';
import { aQuery, aService } from '../testing/directory-contract.js';
import type { DirectoryQuery } from './directory.js';
import { testDirectory } from '../testing/directory-contract.js';
import { match } from './match.js';
import { memoryDirectory } from './memory.js';
import type { Service } from './service.js';

const asOf = '2026-11-21T06:00:00.000Z';
const answer = (services: readonly Service[], over: Partial<DirectoryQuery> = {}) =>
  match(services, aQuery(over), asOf);
const order = (services: readonly Service[], over: Partial<DirectoryQuery> = {}) =>
  answer(services, over).matches.map(({ service }) => service);
const reasonsOf = (service: Service, over: Partial<DirectoryQuery> = {}) => [
  ...(answer([service], over).matches[0]?.reasons ?? []),
  ...answer([service], over).excluded.map(({ by }) => by),
];

describe('memoryDirectory', () => testDirectory(it, (services, at) => memoryDirectory(services, at)));

describe('eligibility', () => {
  it('knows an age band as an interval: inside is yes, outside is no, across the edge is to be checked', () => {
    const adults = aService({ id: 'adults', minimumAge: 18 });
    const age = (band: string) =>
      reasonsOf(adults, { facts: { 'context.ageBand': band } }).find(({ code }) => code === 'age')?.truth;
    expect([age('18-24'), age('0-17'), age('12-25')]).toEqual([true, false, 'unknown']);
  });

  it('rules out by pregnancy only what says so', () => {
    const midwives = aService({ id: 'midwives', who: { notPregnant: 'no' } });
    expect(answer([midwives], { facts: { 'context.pregnant': false } }).excluded[0]?.by).toEqual({
      code: 'pregnancy',
      truth: false,
    });
    expect(order([midwives], { facts: { 'context.pregnant': true } })).toEqual(['midwives']);
    expect(answer([midwives]).matches[0]?.eligible).toBe('possible');
    expect(order([aService({ id: 'any' })], { facts: { 'context.pregnant': true } })).toEqual(['any']);
  });

  it('says which area a service is for, and rules out only a known other one', () => {
    const north = aService({ id: 'north', area: { kind: 'prefixes', codes: ['ZX1'] } });
    expect(reasonsOf(north).find(({ code }) => code === 'area')?.truth).toBe('unknown');
    expect(order([north], { occasion: { setting: 'patient', near: { area: 'zx1' } } })).toEqual(['north']);
    expect(answer([north], { occasion: { setting: 'patient', near: { area: 'ZX2' } } }).excluded[0]?.by.code).toBe(
      'area',
    );
  });

  it('never rules out for a language: nobody is left with an empty page', () => {
    const quiet = aService({ id: 'quiet', languages: ['en'] });
    expect(
      reasonsOf(quiet, { facts: { 'context.language': 'ti' } }).find(({ code }) => code === 'language')?.truth,
    ).toBe('unknown');
  });

  it('asks to check the route where only a professional may refer and this worker may not', () => {
    const clinic = aService({
      id: 'clinic',
      access: { self: 'no', professional: 'yes', appointment: 'unknown', 'drop-in': 'unknown' },
    });
    const route = (mayRefer: boolean) =>
      reasonsOf(clinic, { occasion: { setting: 'patient', mayRefer } }).find(({ code }) => code === 'route')?.truth;
    expect([route(true), route(false)]).toEqual([true, 'unknown']);
  });

  it('takes no notice of a capacity older than a fortnight', () => {
    const full = (asOfDay: string) => reasonsOf(aService({ id: 'full', capacity: { state: 'full', asOf: asOfDay } }));
    expect(full('2026-11-20').some(({ code }) => code === 'capacity')).toBe(true);
    expect(full('2026-10-20').some(({ code }) => code === 'capacity')).toBe(false);
  });

  it('leaves out what is closed and says so', () => {
    expect(answer([aService({ id: 'gone', state: 'closed' })]).excluded[0]?.by.code).toBe('state');
  });
});

describe('ranking', () => {
  const near = { latitude: 51, longitude: -1 };
  const here = (id: string, latitude: number, more: Partial<Service> = {}) =>
    aService({ id, locations: [{ id: 'place', latitude, longitude: -1, stepFree: 'unknown' }], ...more });
  const occasion = { setting: 'patient', near } as const;

  it('puts the eligible before the possible, however near those are', () => {
    expect(order([here('possible', 51.001, { minimumAge: 18 }), here('eligible', 51.05)], { occasion })).toEqual([
      'eligible',
      'possible',
    ]);
  });

  it('puts the main topic before a side topic before a word in the text', () => {
    const of = (how: 'main' | 'side' | 'wording') => aService({ id: how, needs: [{ need: 'stop-smoking', how }] });
    expect(order([of('wording'), of('side'), of('main')])).toEqual(['main', 'side', 'wording']);
  });

  it('puts a paused service last but shows it', () => {
    expect(order([aService({ id: 'a', state: 'paused' }), aService({ id: 'b' })])).toEqual(['b', 'a']);
  });

  it('puts the nearer band first, and within a band the free one', () => {
    expect(order([here('far', 51.2), here('near', 51.005)], { occasion })).toEqual(['near', 'far']);
    expect(
      order([here('paid', 51.001, { cost: 'paid' }), here('free', 51.004, { cost: 'free' })], { occasion }),
    ).toEqual(['free', 'paid']);
  });

  it('ranks what was assured within a year before what was not', () => {
    expect(
      order([aService({ id: 'a', assuredOn: '2020-01-01' }), aService({ id: 'b', assuredOn: '2026-06-01' })]),
    ).toEqual(['b', 'a']);
  });

  it('keeps one service by phone or online among the first five', () => {
    const places = Array.from({ length: 8 }, (_, i) =>
      here(`p${i}`, 51.0001, { cost: 'free', assuredOn: '2026-06-01' }),
    );
    const line = aService({ id: 'line', delivery: ['phone'], cost: 'paid' });
    expect(order([...places, line], { occasion })).toEqual(['p0', 'p1', 'p2', 'p3', 'line']);
  });

  it('says for an empty answer which criterion would bring most', () => {
    const services = [
      aService({ id: 'a', maximumAge: 17 }),
      aService({ id: 'b', maximumAge: 20 }),
      aService({ id: 'c', state: 'closed' }),
    ];
    expect(answer(services, { facts: { 'context.age': 41 } }).relax).toMatchObject({ code: 'age', would: 2 });
  });

  it('measures about eleven kilometres for a tenth of a degree north', () => {
    expect(answer([here('there', 51.1)], { occasion }).matches[0]?.metres).toBe(11119);
  });
});
