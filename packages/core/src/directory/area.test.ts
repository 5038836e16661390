import { describe, expect, it } from 'vitest';
import { isInside } from './area.js';

const prefixes = (...codes: string[]) => ({ kind: 'prefixes', codes }) as const;
const codes = (...codes: string[]) => ({ kind: 'codes', codes }) as const;

describe('an area', () => {
  it('by the first half of a postcode is not the one whose number begins alike', () => {
    expect(['ZX3', 'ZX34', 'ZX4'].map((here) => isInside(prefixes('ZX3'), here))).toEqual([true, false, false]);
    expect(['Z1', 'ZX1'].map((here) => isInside(prefixes('Z'), here))).toEqual([true, false]);
    expect(isInside(prefixes('ZX1'), 'ZX1A')).toBe(true);
  });

  it('by the beginning of a postal code of digits holds all that begin so', () => {
    expect(['8000', '9000'].map((here) => isInside(prefixes('80'), here))).toEqual([true, false]);
  });

  it('by codes rules out only who lives in another one of the same level', () => {
    const service = codes('E06000999');
    expect(['E06000999', 'E07000999', 'E05000999', 'ZX3', '0999'].map((here) => isInside(service, here))).toEqual([
      true,
      false,
      'unknown',
      'unknown',
      'unknown',
    ]);
    expect(['0999', '0998', '8000'].map((here) => isInside(codes('0999'), here))).toEqual([true, false, 'unknown']);
  });

  it('is to be checked where the person’s is not told, told less exactly, or where it is prose', () => {
    expect(isInside(prefixes('ZX3'), undefined)).toBe('unknown');
    expect(isInside(prefixes('ZX3'), 'ZX')).toBe('unknown');
    expect(isInside(prefixes('ZX3'), 'E06000999')).toBe('unknown');
    expect(isInside({ kind: 'text', text: 'Wexmarsh and around' }, 'ZX3')).toBe('unknown');
  });

  it('that is national, or that nobody tells, asks nothing', () => {
    expect(isInside({ kind: 'national' }, 'ZX3')).toBe(undefined);
    expect(isInside({ kind: 'unknown' }, 'ZX3')).toBe(undefined);
  });
});
