import { oncePerWord } from './once-per.js';
import { EveryContactError } from '../error.js';
import type { Pack, Text, TextKey, Wording } from './pack.js';
import type { Day, Locale, Reader } from './reader.js';

/** A wording found: the language it is in, and the text with its standing. */
export interface FoundText {
  readonly text: string;
  readonly lang: Locale;
  readonly source: Text;
}
export type Parameters = Readonly<Record<string, string | number>>;
type Texts = Pick<Pack, 'place' | 'locales' | 'texts'>;

/**
 * A text in the reader's language, its parameters filled in: those handed over first, then the facts of the place.
 * Never blank: the language without its region, then the first language of the pack stands in, marked with its own `lang`.
 *
 * @throws EveryContactError `text-missing` where no language of the pack has it
 */
export function findText(
  { place, locales, texts }: Texts,
  reader: Reader,
  key: TextKey,
  parameters: Parameters = {},
): FoundText {
  const value = (name: string) => parameters[name] ?? place.facts[name]?.value;
  const foundIn = (lang: Locale): FoundText | undefined => {
    const source = texts[lang]?.[key];
    const wording = source && wordingFor(source, reader);
    const pattern = typeof wording === 'object' ? plural(wording, lang, Number(value(wording.plural))) : wording;
    return source && pattern ? { text: filled(pattern, value), lang, source } : undefined;
  };
  let found = foundIn(reader.locale) ?? foundIn(reader.locale.split('-')[0] ?? '');
  for (const lang of locales) found ??= foundIn(lang);
  if (found) return found;
  throw new EveryContactError(
    'text-missing',
    `texts.${reader.locale}.${key}`,
    `Expected a text "${key}" in ${reader.locale} for "${reader.audience}", found none. Add it to the text file of that language.`,
  );
}

/** A `{name}` that has no value stays as it is written. */
function filled(pattern: string, value: (name: string) => string | number | undefined): string {
  const [before = '', ...parts] = pattern.split('{');
  let text = before;
  for (const part of parts) {
    const end = part.indexOf('}');
    const found = end < 0 ? undefined : value(part.slice(0, end));
    text += found === undefined ? `{${part}` : String(found) + part.slice(end + 1);
  }
  return text;
}

/** Ninety days past its review a text is hidden; until then it is shown with a note. */
export const isPast = (reviewBy: Day, today: Day, days = 0): boolean =>
  Date.parse(reviewBy) + days * 86_400_000 < Date.parse(today);

function wordingFor({ words }: Text, { audience, variant }: Reader): Wording | undefined {
  if (typeof words === 'string' || !('by' in words)) return words;
  const { by } = words;
  return (variant && by[`${audience}/${variant}`]) || by[audience] || by.worker || by.person;
}

const plurals = oncePerWord((lang) => new Intl.PluralRules(lang));

const plural = (wording: Exclude<Wording, string>, lang: Locale, count: number): string =>
  wording[plurals(lang).select(count)] ?? wording.other;
