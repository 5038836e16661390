import type { Pack, Text, Wording, Words } from '../pack/pack.js';
import type { Locale } from '../pack/reader.js';

/**
 * `en-XA`: accented, with every vowel twice and a bracket at each end, so that a text which is cut off, built of pieces
 * or not from a pack is seen. `ar-XB`: the words stand from right to left, each of them still readable.
 */
export type PseudoLocale = 'en-XA' | 'ar-XB';

/** What no translator changes either: parameters, addresses, and digits with what stands between them. */
const untouched = /(\{[\w-]+\}|\S*(?:@|:\/\/|\w\.\w)\S*|\d(?:[\d -]*\d)?)/;

const plain = 'acdeghijklnorstuwyz';
const accentOf = (small: string): string => 'åçðéĝĥîĵķļñöŕšţüŵýž'.charAt(plain.indexOf(small)) || small;

function accented(letter: string): string {
  const small = letter.toLowerCase();
  const accent = accentOf(small);
  const drawn = small === letter ? accent : accent.toUpperCase();
  return /[aeiouyæøåäö]/.test(small) ? drawn + accent : drawn;
}

/** A mark on both sides of each word makes it stand from right to left; packs may not hold the stronger overrides. */
const mark = '\u200f';

const rewrite: Readonly<Record<PseudoLocale, (text: string) => string>> = {
  'en-XA': (text) => {
    const parts = text.split(untouched);
    return `[${parts.map((part, i) => (i % 2 ? part : part.replace(/\p{L}/gu, accented))).join('')}]`;
  },
  'ar-XB': (text) => {
    const parts = text.split(untouched);
    return parts.map((part, i) => (i % 2 ? part : part.replace(/\S+/g, `${mark}$&${mark}`))).join('');
  },
};

/**
 * The pack with one language more, made from its first: for looking at a face in a long language and in one that is
 * written from right to left before any such translation exists. For tests and galleries only.
 *
 * @returns a pack that `parsePack` takes, the pseudo-locale last among its locales
 */
export function pseudoPack(pack: Pack, locale: PseudoLocale): Pack {
  const from: Locale = pack.locales[0] ?? '';
  const texts = Object.entries(pack.texts[from] ?? {}).map(([key, text]): [string, Text] => [
    key,
    { ...text, words: wordsWith(rewrite[locale], text.words) },
  ]);
  return {
    ...pack,
    locales: [...pack.locales.filter((one) => one !== locale), locale],
    texts: { ...pack.texts, [locale]: Object.fromEntries(texts) },
  };
}

type Rewrite = (text: string) => string;

function wordsWith(change: Rewrite, words: Words): Words {
  if (typeof words === 'string' || !('by' in words)) return wordingWith(change, words);
  return { by: each(words.by, (wording: Wording) => wordingWith(change, wording)) };
}

/** Every plural form is kept; `plural` itself names a fact of the place. */
function wordingWith(change: Rewrite, wording: Wording): Wording {
  if (typeof wording === 'string') return change(wording);
  return { ...each(wording, change), plural: wording.plural };
}

const each = <T extends object, V extends T[keyof T]>(parts: T, change: (part: V) => V): T =>
  Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, change(part as V)])) as T;
