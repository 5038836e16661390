import type { Pack } from '../pack/pack.js';
import type { Note } from './report.js';
import { wordingsOf } from './wording.js';

/** As `everycontact init` writes it where somebody who knows the place has to say something, in words and in addresses. */
const open = /FILL[ -]IN/;

/** What somebody began and nobody has filled in: a warning at first, and never released. */
export function openPlaceFindings(pack: Pack, release: boolean, note: Note): void {
  for (const [where, words] of wordsOf(pack))
    if (open.test(words))
      note(
        'not-filled-in',
        where,
        `expected what holds for the place, found "${words}": fill it in`,
        release ? {} : { severity: 'warning' },
      );
}

function wordsOf({ texts, sources, safeguarding }: Pack): readonly (readonly [string, string])[] {
  const inTexts = Object.entries(texts).flatMap(([locale, named]) =>
    Object.entries(named).flatMap(([key, text]) =>
      wordingsOf(text).map(({ words }) => [`texts.${locale}.${key}`, words] as const),
    ),
  );
  const inSources = Object.entries(sources).flatMap(([id, { title, publisher, url }]) =>
    Object.entries({ title, publisher, url }).map(([name, words]) => [`sources.${id}.${name}`, words] as const),
  );
  return [...inTexts, ...inSources, ['safeguarding.url', safeguarding?.url ?? '']];
}
