import { expect, it } from 'vitest';
import { languageFor } from './language.js';

it.each([
  ['da', 'da-DK'],
  ['DA-dk', 'da-DK'],
  ['fr, en;q=0.5, da;q=0.4', 'en'],
  ['en;q=0, da', 'da-DK'],
  ['*', 'en'],
  ['', 'en'],
  [undefined, 'en'],
  [';;;=,,q', 'en'],
])('a client that accepts "%s" reads %s', (accepted, locale) => {
  expect(languageFor(accepted, ['da-DK', 'en'], 'en')).toBe(locale);
});
