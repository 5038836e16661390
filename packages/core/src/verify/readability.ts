import type { Pack, TextKey } from '../pack/pack.js';
import type { Locale } from '../pack/reader.js';
import { aboutOf } from './about.js';
import type { Note, Readability } from './report.js';
import { textsUsed, type TextUse } from './texts-used.js';
import { filled, lix, sentencesIn, wordingsOf, wordsIn } from './wording.js';
import { wordLists } from './word-lists.js';

const longestSentence = 20;
/** Too few words to measure. */
const shortest = 6;

/** What is spoken, and notes to the worker, are easy to read; instruments are exempt, for their words are not ours. */
export function readabilityFindings(pack: Pack, readability: Readability | undefined, note: Note): void {
  const uses = textsUsed(pack);
  const exempt = new Set(uses.flatMap(({ key, role }) => (role === 'instrument' ? key : [])));
  const read = new Map(uses.filter(isRead).map(({ key, role }) => [`${role} ${key}`, { key, role }]));
  for (const { key, role } of [...read.values()].filter((use) => !exempt.has(use.key)))
    for (const locale of pack.locales)
      for (const words of spokenIn(pack, locale, key)) {
        const where = `texts.${locale}.${key}`;
        const long = sentencesIn(words).find((one) => wordsIn(one).length > longestSentence);
        if (long !== undefined)
          note(
            'sentence-too-long',
            where,
            `expected at most ${longestSentence} words in a sentence, found ${wordsIn(long).length}: make two of it`,
          );
        const hard = wordsIn(words).length >= shortest ? hardness(words, locale, role, readability) : undefined;
        if (hard && hard.found > hard.most)
          note(
            'hard-to-read',
            where,
            `expected ${hard.scale} ${hard.most} at most, found ${hard.found.toFixed(1)}: use shorter words and sentences`,
          );
      }
  for (const [id, { method, steps }] of Object.entries(pack.scripts))
    for (const [name, step] of Object.entries(steps))
      if (step.say !== undefined) listed(pack, `scripts.${id}.steps.${name}.say`, step.say, method, note);
}

const isRead = ({ role }: TextUse): boolean => role === 'say' || role === 'prompt';

const spokenIn = (pack: Pack, locale: Locale, key: TextKey): readonly string[] => {
  const text = pack.texts[locale]?.[key];
  return text ? wordingsOf(text).map(({ words }) => filled(pack, words)) : [];
};

/** Nordic texts by their own measure; others by the one that is handed in. */
function hardness(words: string, locale: Locale, role: TextUse['role'], readability: Readability | undefined) {
  const language = locale.split('-')[0] ?? '';
  if (['da', 'sv'].includes(language)) return { scale: 'LIX', found: lix(words), most: role === 'say' ? 35 : 45 };
  const grade = readability?.(words, locale);
  return grade === undefined ? undefined : { scale: 'grade', found: grade, most: role === 'say' ? 6 : 8 };
}

function listed(pack: Pack, where: string, key: TextKey, method: string, note: Note): void {
  for (const locale of pack.locales)
    for (const list of wordLists) {
      if (list.method && list.method !== method) continue;
      if (list.unless && aboutOf(pack, key).includes(list.unless)) continue;
      const looked = list.words[locale.split('-')[0] ?? ''] ?? [];
      const found = looked.filter((word) => spokenIn(pack, locale, key).some((said) => holds(said, word)));
      if (found.length)
        note(
          'word-to-avoid',
          `texts.${locale}.${key}`,
          `expected other words than "${found.join('", "')}" in ${where} (${list.why}): have a reviewer look`,
          {
            severity: 'warning',
          },
        );
    }
}

const holds = (text: string, word: string) => new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'iu').test(text);
