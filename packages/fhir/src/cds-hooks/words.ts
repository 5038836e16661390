import type { Locale } from '@everycontact/core';
import { texts } from './words.json';

type Words = (typeof texts)['en'];

/** What a card says beside the texts of the pack; English for a language that has none. */
export function cardWords(locale: Locale): Words {
  const language = locale.split('-')[0] ?? '';
  return Object.hasOwn(texts, language) ? texts[language as keyof typeof texts] : texts.en;
}
