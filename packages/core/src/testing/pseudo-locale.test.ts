import { describe, expect, it } from 'vitest';
import { gardening as bilingual } from '../../test/sample-pack.js';
import { spoken } from '../../test/sample-texts.js';
import type { Pack, Words } from '../pack/pack.js';
import { parsePack } from '../parse.js';
import { pseudoPack } from './pseudo-locale.js';

const verified = { standing: 'verified', checkedOn: '2026-11-01', reviewBy: '2027-05-01' } as const;
/** The sample in one language; it has a right-to-left one of its own besides. */
const gardening: Pack = { ...bilingual, locales: ['en-GB'], texts: { 'en-GB': bilingual.texts['en-GB']! } };
const mark = '\u200f';

/** What becomes of one text. */
function words(locale: 'en-XA' | 'ar-XB', said: Words): Words | undefined {
  const pack: Pack = { ...gardening, locales: ['en'], texts: { en: { said: { words: said, ...verified } } } };
  return pseudoPack(pack, locale).texts[locale]?.said?.words;
}

describe.each(['en-XA', 'ar-XB'] as const)('a pack in %s', (locale) => {
  const pseudo = pseudoPack(gardening, locale);

  it('is a whole pack, with that language after its own', () => {
    expect(parsePack(pseudo).problems).toBeUndefined();
    expect(pseudo.locales).toEqual(['en-GB', locale]);
    expect(pseudo.texts['en-GB']).toBe(gardening.texts['en-GB']);
  });

  it('has that language once, however often it is asked for', () => {
    expect(pseudoPack(pseudo, locale)).toEqual(pseudo);
  });

  it('keeps parameters, digits and addresses as they are', () => {
    for (const kept of ['{limit}', '0300 123 1044', '2026-11-22', 'https://example.org/a?b=c', 'ask@example.org'])
      expect(words(locale, `Garden with ${kept} now`)).toContain(` ${kept} `);
  });

  it('changes each plural form and each reader, and none of their names', () => {
    const form = { plural: 'limit', one: 'a', other: 'b' };
    const changed = words(locale, { by: { worker: form, 'worker/men': 'c' } });
    expect(changed).toEqual({
      by: {
        worker: { plural: 'limit', one: words(locale, 'a'), other: words(locale, 'b') },
        'worker/men': words(locale, 'c'),
      },
    });
    expect(words(locale, 'a')).not.toBe('a');
  });
});

it('makes en-XA about two fifths longer, accented, in brackets, and still readable', () => {
  expect(words('en-XA', 'Do you garden at all?')).toBe('[Ðöö ýýööüü ĝååŕðééñ ååţ ååļļ?]');
  const said = Object.values(spoken)
    .filter((one) => typeof one === 'string')
    .join(' ');
  const longer = JSON.stringify(words('en-XA', said)).length / said.length;
  expect(longer).toBeGreaterThan(1.3);
  expect(longer).toBeLessThan(1.5);
});

it('makes ar-XB stand from right to left word by word, with its letters in their places', () => {
  expect(words('ar-XB', 'Do you?')).toBe(`${mark}Do${mark} ${mark}you?${mark}`);
});
