import { expect, it } from 'vitest';
import { oneService } from '../../test/one-service.js';
import { languageTag } from './languages.js';

it.each([
  ['Polish', 'pl'],
  ['ARABIC', 'ar'],
  ['arabisk', 'ar'],
  ['urd', 'ur'],
  ['pt-BR', 'pt-BR'],
  ['Dari', 'prs'],
  ['BSL', 'bfi'],
  ['Klingonish', undefined],
  ['the language of the house', undefined],
])('reads %s as %s', (written, tag) => {
  expect(languageTag(written)).toBe(tag);
});
it('takes the code before the name, says each language once and reports what it does not know', () => {
  const { service, codes } = oneService({
    languages: [{ code: 'ur', name: 'Urdu' }, 'Urdu', { name: 'Elvish' }, { id: 'x' }],
  });
  expect(service.languages).toEqual(['ur']);
  expect(codes).toEqual(['language-unknown']);
});
it.each([
  ['Interpreters for any language.', 'yes'],
  ['No', 'no'],
  ['We cannot offer interpreters; interpreters are not available.', 'no'],
  ['Free of charge, no need to ask', 'yes'],
  ['Tolk kan bestilles.', 'yes'],
  ['Der er ikke tolk.', 'no'],
  ['Tolk kan bokas.', 'yes'],
  ['Vi har inte tolk.', 'no'],
  ['', 'unknown'],
])('reads "%s" as interpreter: %s', (interpretation_services, stated) => {
  expect(oneService({ interpretation_services }).service.interpreter).toBe(stated);
});
it('never counts a language reached through an interpreter as spoken', () => {
  expect(oneService({ interpretation_services: 'Urdu and Polish' }).service.languages).toEqual([]);
});
