import { describe, expect, it } from 'vitest';
import { gardening } from '../../test/sample-pack.js';
import type { Flag, Pack } from '../pack/pack.js';
import { flagsFor, flagsStanding } from './flag.js';

const elsewhere: Flag = {
  level: 'stop-topic',
  behaviours: ['cooking'],
  when: { fact: 'context.pregnant', is: true },
  observable: { label: 'flag.tired.label' },
  notice: 'flag.child',
  source: 'handbook',
};
const pack: Pack = { ...gardening, flags: { elsewhere, ...gardening.flags } };
const standing = (flag: string) =>
  flagsStanding(pack, 'gardening.brief', { 'context.pregnant': true }, [flag]).map(([id, why]) => [id, why]);

describe('a flag', () => {
  it('has no say in a behaviour that it does not name, neither by what is known nor by a tick', () => {
    expect(standing('elsewhere')).toEqual([]);
  });

  it('that is urgent has a say in every behaviour', () => {
    expect(flagsFor(pack, 'gardening').map(([id]) => id)).toEqual(['danger', 'frightened', 'child', 'tired']);
    expect(flagsFor(pack, 'cooking').map(([id]) => id)).toEqual(['danger', 'frightened', 'elsewhere']);
  });

  it('that was ticked says so, and raises nothing where its tick only states a fact', () => {
    expect(standing('danger')).toEqual([['danger', 'observed']]);
    expect(standing('tired')).toEqual([]);
  });
});
