import { interfaceTexts } from '../pack/interface-texts.js';
import type { InstrumentId, Pack, Text, TextKey } from '../pack/pack.js';
import type { Audience, Locale } from '../pack/reader.js';
import type { Note } from './report.js';
import { type TextUse, textsUsed } from './texts-used.js';
import { parametersOf, wordingsFor } from '../pack/wording.js';
import { wordingsOf } from './wording.js';

/** Texts that are missing, in no use, or not the same in two languages; and numbers that are no fact of the place. */
export function textFindings(pack: Pack, note: Note): void {
  const uses = textsUsed(pack);
  const lent = new Set(uses.filter(({ role }) => role === 'instrument').map(({ key }) => key));
  missing(pack, uses, note);
  const used = new Set(uses.map(({ key }) => key));
  const [first = ''] = pack.locales;
  for (const locale of pack.locales)
    for (const [key, text] of Object.entries(pack.texts[locale] ?? {})) {
      const where = `texts.${locale}.${key}`;
      if (!used.has(key))
        note(
          'text-unused',
          where,
          'expected a part of the pack that shows this text, found none: check the spelling of its key, or take it out',
          {
            severity: 'warning',
          },
        );
      else {
        const other = pack.texts[first]?.[key];
        if (other) differing(pack, key, text, other, where, first, note);
        looseBraces(text, where, note);
        if (!lent.has(key)) looseDigits(text, where, note);
      }
    }
}

/** In an adapted pack the first language stands in for the others, marked as such: there it is a warning. */
function missing(pack: Pack, uses: readonly TextUse[], note: Note): void {
  for (const { key, where, role } of uses)
    for (const [index, locale] of pack.locales.entries()) {
      const lacks = lacking(pack, locale, key, role);
      if (!lacks) continue;
      const more = pack.base !== undefined && index > 0 ? ({ severity: 'warning' } as const) : {};
      if (role === 'instrument')
        note(
          'instrument-language',
          instrumentAt(where),
          `expected the validated wording in ${locale}, found some of it missing: leave the instrument out of that language, never translate it`,
          more,
        );
      else
        note(
          'text-missing',
          `texts.${locale}.${key}`,
          `expected words${lacks === 'all' ? '' : ` for the ${lacks}`} for ${where}, found none: add them to the text file of ${locale}`,
          more,
        );
    }
}

const instrumentAt = (where: string): `instruments.${InstrumentId}` =>
  `instruments.${where
    .split('.')
    .slice(1, -1)
    .join('.')
    .replace(/\.items$/, '')}`;

/** Whom a text has no words for. A note to the worker needs words for the worker alone. */
function lacking(pack: Pack, locale: Locale, key: TextKey, role: TextUse['role']): Audience | 'all' | undefined {
  const words = pack.texts[locale]?.[key]?.words;
  if (!words) return 'all';
  if (typeof words === 'string' || !('by' in words)) return undefined;
  const wanted = role === 'prompt' ? (['worker'] as const) : pack.audiences;
  return wanted.find((audience) => !words.by[audience]);
}

function differing(pack: Pack, key: TextKey, text: Text, other: Text, where: string, first: Locale, note: Note): void {
  const handed = (interfaceTexts as Readonly<Record<string, readonly string[]>>)[key];
  for (const audience of pack.audiences) {
    const named = parametersFor(text, audience);
    const expected = handed ? [...handed].sort() : parametersFor(other, audience);
    if (named.join() !== expected.join())
      note(
        'placeholder-differs',
        where,
        `expected ${list(expected)} as ${handed ? 'the interface hands over' : `in ${first}`}, found ${list(named)}: name the same facts`,
      );
  }
  const [tags, others] = [text, other].map(({ about = [] }) => [...about].sort().join(', '));
  if (tags !== others)
    note(
      'about-differs',
      where,
      `expected what ${first} says this text is about (${others || 'nothing'}), found ${tags || 'nothing'}: let the reviewer settle it`,
    );
}

const list = (names: readonly string[]) => (names.length ? `{${names.join('}, {')}}` : 'no parameter');

function parametersFor(text: Text, audience: Audience): readonly string[] {
  const mine = wordingsFor(text).filter(([to]) => to === 'all' || to.split('/')[0] === audience);
  return [...new Set(mine.flatMap(([, wording]) => parametersOf(wording)))].sort();
}

/** A brace that is left over when every `{name}` is taken out would be shown as it stands. */
function looseBraces(text: Text, where: string, note: Note): void {
  const left = wordingsOf(text).find(({ words }) => /[{}]/.test(words.replace(/\{[\w-]+\}/g, '')));
  if (left !== undefined)
    note(
      'brace-left',
      where,
      'expected each { to have its }, with one name between them, found one alone: write {name}',
    );
}

/** Instruments are kept word for word, digits too; everything else takes its numbers from the facts of the place. */
function looseDigits(text: Text, where: string, note: Note): void {
  for (const { words } of wordingsOf(text)) {
    const [digit] = words.replace(/\{[\w-]+\}/g, '').match(/\d+/) ?? [];
    if (digit !== undefined)
      note(
        'digit-unbound',
        where,
        `expected every number to be a fact of the place, found "${digit}": add the fact with its source and write {its name}`,
      );
  }
}
