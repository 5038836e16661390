import type { Locale } from '../pack/reader.js';

const rightToLeft = ['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg', 'Mand', 'Samr'];

const directions = new Map<Locale, 'ltr' | 'rtl'>();

/** Which way a language is written; every sentence asks. */
export function directionOf(lang: Locale): 'ltr' | 'rtl' {
  const direction = directions.get(lang) ?? workedOut(lang);
  directions.set(lang, direction);
  return direction;
}

function workedOut(lang: Locale): 'ltr' | 'rtl' {
  try {
    return rightToLeft.includes(new Intl.Locale(lang).maximize().script ?? '') ? 'rtl' : 'ltr';
  } catch {
    return 'ltr';
  }
}
