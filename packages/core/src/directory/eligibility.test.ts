import { describe, expect, it } from 'vitest';
import { aQuery, aService } from '../testing/directory-contract.js';
import type { DirectoryQuery } from './directory.js';
import { match } from './match.js';
import type { Service } from './service.js';

const reasonsOf = (service: Partial<Service>, facts: DirectoryQuery['facts'] = {}) => {
  const { matches, excluded } = match([aService({ id: 'one', ...service })], aQuery({ facts }), '2026-11-21T06:00:00Z');
  return [...(matches[0]?.reasons ?? []), ...excluded.map(({ by }) => by)];
};
const by = (code: string, service: Partial<Service>, facts?: DirectoryQuery['facts']) =>
  reasonsOf(service, facts).find((reason) => reason.code === code);

describe('what a service asks of a person', () => {
  it('is to be checked while a service is paused, and a no once it is closed', () => {
    expect(by('state', { state: 'paused' })?.truth).toBe('unknown');
    expect(by('state', { state: 'closed' })?.truth).toBe(false);
    expect(by('state', { state: 'open' })).toBeUndefined();
  });

  it('is a gender where a service is for one, and says which', () => {
    const men: Partial<Service> = { who: { women: 'no' } };
    expect(by('gender', men)).toMatchObject({ truth: 'unknown', with: { only: 'man' } });
    expect(by('gender', men, { 'context.gender': 'man' })).toMatchObject({ truth: true });
    expect(by('gender', men, { 'context.gender': 'woman' })).toMatchObject({ truth: false });
    expect(by('gender', { who: { men: 'no' } })).toMatchObject({ with: { only: 'woman' } });
    expect(by('gender', {})).toBeUndefined();
  });

  it('is a gender to be checked where a service says that it is for the other, and nothing of this one', () => {
    const women: Partial<Service> = { who: { women: 'yes' } };
    expect(by('gender', women, { 'context.gender': 'man' })).toMatchObject({
      truth: 'unknown',
      with: { only: 'woman' },
    });
    expect(by('gender', women, { 'context.gender': 'woman' })).toMatchObject({ truth: true });
    expect(by('gender', { who: { men: 'yes' } }, { 'context.gender': 'woman' })).toMatchObject({ truth: 'unknown' });
    expect(by('gender', women)).toBeUndefined();
    expect(by('gender', { who: { women: 'yes', men: 'yes' } }, { 'context.gender': 'man' })).toBeUndefined();
  });

  it('is a language, however the tag is written, and says which was asked for', () => {
    const asked = { 'context.language': 'pt-BR' };
    expect(by('language', { languages: ['PT'] }, asked)).toMatchObject({ truth: true });
    expect(by('language', { interpreter: 'no' }, asked)).toMatchObject({
      truth: 'unknown',
      with: { language: 'pt-BR' },
    });
    expect(by('interpreter', { interpreter: 'yes' }, asked)).toMatchObject({
      truth: true,
      with: { language: 'pt-BR' },
    });
  });

  it('is an age between two ends, each of which is inside', () => {
    const young: Partial<Service> = { minimumAge: 16, maximumAge: 25 };
    const truth = (age: number) => by('age', young, { 'context.age': age })?.truth;
    expect([15, 16, 25, 26].map(truth)).toEqual([false, true, true, false]);
    // Somebody is seventeen for a whole year.
    const half = (age: number) => by('age', { minimumAge: 17.5 }, { 'context.age': age })?.truth;
    expect([16, 17, 18].map(half)).toEqual([false, 'unknown', true]);
    expect(by('age', young)).toMatchObject({ truth: 'unknown', with: { min: 16, max: 25 } });
    expect(by('age', { maximumAge: 25 })).toMatchObject({ with: { max: 25 } });
  });

  it('is an age of which only "under 18" or a band may be told', () => {
    const truth = (service: Partial<Service>, facts: DirectoryQuery['facts']) => by('age', service, facts)?.truth;
    const under18 = { 'context.under18': true };
    expect(truth({ minimumAge: 18 }, under18)).toBe(false);
    expect(truth({ maximumAge: 17 }, under18)).toBe(true);
    expect(truth({ minimumAge: 16 }, under18)).toBe('unknown');
    const adult = { 'context.under18': false };
    expect(truth({ minimumAge: 18 }, adult)).toBe(true);
    expect(truth({ maximumAge: 17 }, adult)).toBe(false);
    expect(truth({ minimumAge: 65 }, adult)).toBe('unknown');
    expect(truth({ minimumAge: 65 }, { ...adult, 'context.ageBand': '65-120' })).toBe(true);
    // An age that is told says more.
    expect(truth({ minimumAge: 16 }, { ...under18, 'context.age': 16 })).toBe(true);
    expect(truth({ minimumAge: 18 }, { 'context.ageBand': 'about 30-40' })).toBe('unknown');
  });
});

describe('where somebody lives', () => {
  const isFor = (area: Service['area'], lives: string) => {
    const occasion = { setting: 'patient', near: { area: lives } } as const;
    const { matches, excluded } = match([aService({ id: 'one', area })], aQuery({ occasion }), '2026-11-21T06:00:00Z');
    return [...(matches[0]?.reasons ?? []), ...excluded.map((one) => one.by)].find(({ code }) => code === 'area')
      ?.truth;
  };

  it('is told by the first half of a postcode, though the whole was given, however it was written', () => {
    const area = { kind: 'prefixes', codes: ['ZX3'] } as const;
    expect(['ZX3', 'zx3 4ab', 'ZX34AB', 'ZX34 4AB'].map((lives) => isFor(area, lives))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it('is in another council where both are told by their code, whichever kind of council they are', () => {
    const area = { kind: 'codes', codes: ['E06000999'] } as const;
    for (const kind of ['E07', 'E08', 'E09', 'W06', 'S12', 'N09']) expect(isFor(area, `${kind}000999`)).toBe(false);
    expect(isFor(area, 'E05000999')).toBe('unknown');
  });
});
