import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textLength } from './text-length.js';

/** Tries every way of cutting a message, with the alphabet as the standard's two tables print it. */
function slowly(text: string): { units: number; parts: number } {
  const table =
    '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
  const letters = Array.from(text);
  const seven = letters.every((letter) => letter !== '\u001b' && (table + '^{}\\[~]|€\f').includes(letter));
  const size = (letter: string) => (seven ? (table.includes(letter) ? 1 : 2) : letter.length);
  const units = letters.reduce((sum, letter) => sum + size(letter), 0);
  if (units <= (seven ? 160 : 70)) return { units, parts: 1 };
  const fewest = [0];
  for (let end = 1; end <= letters.length; end++) {
    fewest[end] = Number.POSITIVE_INFINITY;
    let filled = 0;
    for (let begin = end - 1; begin >= 0; begin--) {
      filled += size(letters[begin]!);
      if (filled > (seven ? 153 : 67)) break;
      fewest[end] = Math.min(fewest[end]!, fewest[begin]! + 1);
    }
  }
  return { units, parts: fewest.at(-1)! };
}

describe('the length of a text message', () => {
  it.each([
    ['nothing', '', 'GSM-7', 0, 1],
    ['160 letters of the alphabet', 'a'.repeat(160), 'GSM-7', 160, 1],
    ['161 of them', 'a'.repeat(161), 'GSM-7', 161, 2],
    ['twice 153', 'a'.repeat(306), 'GSM-7', 306, 2],
    ['one more', 'a'.repeat(307), 'GSM-7', 307, 3],
    ['Danish and Swedish letters', 'æøåäöÆØÅÄÖ', 'GSM-7', 10, 1],
    ['a sign of the extension, which is two', '€', 'GSM-7', 2, 1],
    ['80 of them', '€'.repeat(80), 'GSM-7', 160, 1],
    ['81, of which 76 go into a part', '€'.repeat(81), 'GSM-7', 162, 2],
    ['a sign that no part may end within', `${'a'.repeat(152)}€${'a'.repeat(152)}`, 'GSM-7', 306, 3],
    ['one letter outside the alphabet', 'ş', 'UCS-2', 1, 1],
    ['70 of them', 'ş'.repeat(70), 'UCS-2', 70, 1],
    ['71 of them', 'ş'.repeat(71), 'UCS-2', 71, 2],
    ['a picture, which is two', '🌱', 'UCS-2', 2, 1],
    ['an escape, which is no letter', '\u001b', 'UCS-2', 1, 1],
  ] as const)('counts %s', (_, text, encoding, units, parts) => {
    expect(textLength(text)).toEqual({ encoding, units, parts });
  });

  it('is what trying every cut gives', () => {
    const letter = fc.constantFrom('a', 'é', 'ø', '€', '[', '\n', ' ');
    const wide = fc.constantFrom('a', '€', 'ş', '🌱');
    const text = fc
      .tuple(fc.oneof(fc.constant(letter), fc.constant(wide)), fc.nat(700))
      .chain(([one, length]) => fc.array(one, { minLength: Math.floor(length / 2), maxLength: length }))
      .map((letters) => letters.join(''));
    fc.assert(
      fc.property(text, (message) => {
        const { units, parts } = textLength(message);
        expect({ units, parts }).toEqual(slowly(message));
      }),
    );
  });
});
