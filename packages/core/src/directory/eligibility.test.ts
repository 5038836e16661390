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
    expect(by('age', young)).toMatchObject({ truth: 'unknown', with: { min: 16, max: 25 } });
    expect(by('age', { maximumAge: 25 })).toMatchObject({ with: { max: 25 } });
  });
});
