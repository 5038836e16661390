import type { Locale } from '@everycontact/core';
import words from './words.json' with { type: 'json' };

type Key = keyof (typeof words)['en'];

/** What the pages of a launch say themselves, around the prompt. Drafts, for native readers to check. */
export function wordsIn(locale: Locale): (key: Key) => string {
  const [language = ''] = locale.toLowerCase().split('-');
  const spoken = language in words ? words[language as keyof typeof words] : words.en;
  return (key) => spoken[key];
}

/** What is said of something that went wrong, by its code; of what is no code of ours, that it went wrong. */
export const keyOf = (code: string): Key => (code in words.en ? (code as Key) : 'app-failed');
