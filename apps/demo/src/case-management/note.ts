import type { ContactRecord } from '@everycontact/core';
import type { Note } from './cases.js';
import type { Words } from './words.js';

/** What a contact came to, as one line of this system's own: no answer is repeated in it. */
export function noteOf({ behaviour, outcome = 'stopped', signposts }: ContactRecord, words: Words): Note {
  const services = [...new Set(signposts.flatMap(({ chosen }) => chosen.map(({ name }) => name)))];
  const about = `${words.talkAbout[behaviour] ?? behaviour}: ${words.outcomes[outcome]}`;
  return { when: words.now, by: words.worker, text: `${[about, ...services].join('. ')}.` };
}
