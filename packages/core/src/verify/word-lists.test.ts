import { describe, expect, it } from 'vitest';
import { gardening } from '../../test/sample-pack.js';
import type { Pack } from '../pack/pack.js';
import { verifyPack } from './verify.js';

/** The sample pack in another language, with one thing of its own to say. */
function saying(locale: string, words: string): Pack {
  const texts = gardening.texts['en-GB']!;
  return { ...gardening, locales: [locale], texts: { [locale]: { ...texts, advise: { ...texts['advise']!, words } } } };
}
const lookedAt = (pack: Pack) =>
  verifyPack(pack, '2026-11-22').findings.flatMap(({ code, where }) => (code === 'word-to-avoid' ? where : []));

describe('words that a reviewer should look at', () => {
  it.each([
    ['da', 'Skær ned på øl.'],
    ['da', 'Trap ned i weekenden.'],
    ['da', 'Mindre alkohol hjælper.'],
    ['da', 'Gå ned i vægt.'],
    ['sv', 'Dra ned på ölen.'],
    ['sv', 'Trappa ner i helgen.'],
    ['sv', 'Mindre alkohol hjälper.'],
    ['sv', 'Gå ned i vikt.'],
  ])('are found in %s in the form in which they are said: "%s"', (locale, words) => {
    expect(lookedAt(saying(locale, words))).toEqual([`texts.${locale}.advise`]);
  });

  it.each([
    ['da', 'Plant noget sammen.'],
    ['sv', 'Plantera något ihop.'],
  ])('are none in %s in "%s"', (locale, words) => {
    expect(lookedAt(saying(locale, words))).toEqual([]);
  });
});
