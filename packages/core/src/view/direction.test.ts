import { expect, it } from 'vitest';
import { directionOf } from './direction.js';

const letters = 'abcdefghijklmnopqrstuvwxyz'.split('');
const pairs = letters.flatMap((a) => letters.map((b) => a + b));
const rightToLeft = ['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg', 'Mand', 'Samr'];
const asked = (lang: string) => (rightToLeft.includes(new Intl.Locale(lang).maximize().script ?? '') ? 'rtl' : 'ltr');

it('says of every language of two letters what its engine says, wherever it is written', () => {
  const regions = [
    '',
    ...['AF', 'CM', 'CN', 'DK', 'GB', 'IN', 'IQ', 'IR', 'KZ', 'LB', 'MN', 'PK', 'SD', 'SE', 'TR'].map(
      (one) => `-${one}`,
    ),
  ];
  const tags = pairs.flatMap((language) => regions.map((region) => language + region));
  expect(tags.filter((tag) => directionOf(tag) !== asked(tag))).toEqual([]);
  expect(tags.filter((tag) => directionOf(tag) === 'rtl').length).toBeGreaterThan(12);
});

it.each([
  ['ar-XB', 'rtl'],
  ['ckb', 'rtl'],
  ['pa-Arab', 'rtl'],
  ['uz-AF', 'rtl'],
  ['az-Cyrl', 'ltr'],
  ['EN-gb', 'ltr'],
  ['no such language', 'ltr'],
] as const)('knows the direction of %s', (lang, direction) => {
  expect(directionOf(lang)).toBe(direction);
});
