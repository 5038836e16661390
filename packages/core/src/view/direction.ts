import { oncePerWord } from '../pack/once-per.js';
import type { Locale } from '../pack/reader.js';

const rightToLeft = ['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg', 'Mand', 'Samr'];

/** The languages of two letters that are written from right to left somewhere. */
const somewhere = 'ar az dv fa ha he iw ji kk ks ku ky pa ps sd tg ug ur uz yi';

/** Which way a language is written; every sentence asks. */
export const directionOf: (lang: Locale) => 'ltr' | 'rtl' = oncePerWord((lang) => {
  // The first time a page asks its engine for a script costs more than drawing a step.
  const [, language] = /^([a-z]{2})(-[a-z]{2})?$/i.exec(lang) ?? [];
  if (language && !somewhere.includes(language.toLowerCase())) return 'ltr';
  try {
    return rightToLeft.includes(new Intl.Locale(lang).maximize().script ?? '') ? 'rtl' : 'ltr';
  } catch {
    return 'ltr';
  }
});
