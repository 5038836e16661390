import type { Locale } from '@everycontact/core';
import readable from 'text-readability';

/** Flesch-Kincaid grade of an English text, in school years; nothing for other languages, which core measures by LIX. */
export const readability = (text: string, locale: Locale): number | undefined =>
  locale.startsWith('en') ? readable.fleschKincaidGrade(text) : undefined;
