import type { Locale } from '../pack/reader.js';

const rightToLeft = ['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg', 'Mand', 'Samr'];

/** Which way a language is written. */
export function directionOf(lang: Locale): 'ltr' | 'rtl' {
  try {
    return rightToLeft.includes(new Intl.Locale(lang).maximize().script ?? '') ? 'rtl' : 'ltr';
  } catch {
    return 'ltr';
  }
}
