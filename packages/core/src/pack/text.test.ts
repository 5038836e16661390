import { describe, expect, it } from 'vitest';
import { gardening } from '../../test/sample-pack.js';
import type { Pack, Words } from './pack.js';
import { civilDay } from './standing.js';
import { findText } from './text.js';

const verified = { standing: 'verified', checkedOn: '2026-11-01', reviewBy: '2027-05-01' } as const;
const pack = (texts: Record<string, Record<string, Words>>): Pack => ({
  ...gardening,
  place: { ...gardening.place, facts: { limit: { value: 10, source: 'handbook', ...verified } } },
  locales: Object.keys(texts),
  texts: Object.fromEntries(
    Object.entries(texts).map(([locale, keys]) => [
      locale,
      Object.fromEntries(Object.entries(keys).map(([key, words]) => [key, { words, ...verified }])),
    ]),
  ),
});
const say = (texts: Record<string, Record<string, Words>>, locale: string, key = 'greeting', parameters = {}) =>
  findText(pack(texts), { locale, audience: 'worker' }, key, parameters);

describe('a text', () => {
  it('binds parameters to facts of the place, which win over nothing but what is handed over', () => {
    expect(say({ en: { greeting: 'At most {limit} for {name}' } }, 'en', 'greeting', { name: 'all' }).text).toBe(
      'At most 10 for all',
    );
  });

  it('falls back from a region to its language to the first of the pack, marked with the language it is in', () => {
    expect(say({ en: { greeting: 'Hello' }, 'da-DK': {} }, 'da-DK').lang).toBe('en');
    expect(say({ da: { greeting: 'Hej' }, en: { greeting: 'Hello' } }, 'da-DK').lang).toBe('da');
  });

  it('takes an empty text for a missing one', () => {
    expect(say({ en: { greeting: 'Hello' }, da: { greeting: '' } }, 'da').text).toBe('Hello');
  });

  it('chooses the plural of the language, not of English', () => {
    const words = { plural: 'limit', one: '{limit} one', other: '{limit} other' };
    expect(say({ da: { greeting: words } }, 'da', 'greeting', { limit: 1.5 }).text).toBe('1.5 one');
    expect(say({ en: { greeting: words } }, 'en', 'greeting', { limit: 1.5 }).text).toBe('1.5 other');
  });

  it('is refused in words where no language has it', () => {
    expect(() => say({ en: {} }, 'en', 'nothing')).toThrow('[everycontact/text-missing]');
  });
});

describe('a civil day', () => {
  it('is the day at the place, not in Greenwich', () => {
    expect(civilDay('2026-06-30T23:30:00.000Z', 'Europe/Copenhagen')).toBe('2026-07-01');
    expect(civilDay('2026-06-30T23:30:00.000Z', 'Atlantic/Reykjavik')).toBe('2026-06-30');
  });
});
