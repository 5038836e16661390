import { element } from './element.js';
import type { Around } from './around.js';

/** The languages of the pack by their own names; the interpreter's comes first where it is among them. */
export function languageField({ pack, state, speaker: { reader } }: Around): HTMLSelectElement {
  const language = (locale = '') => locale.split('-')[0];
  const spoken = state?.occasion.interpreterLanguage;
  const first = pack.locales.find((locale) => spoken !== undefined && language(locale) === language(spoken));
  const options = pack.locales.map((locale) =>
    element(
      'option',
      { value: locale, lang: locale },
      new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale,
    ),
  );
  const made = element('select', { class: 'entry' }, ...options);
  made.value = first ?? reader.locale;
  return made;
}

/** Nothing can be pressed until the words are here; where they cannot be had, the language is the worker's again. */
export async function speaks(
  made: HTMLElement,
  languages: HTMLSelectElement,
  { pack, learn, speaker: { reader } }: Around,
): Promise<void> {
  if (pack.texts[languages.value]) return;
  made.inert = true;
  await learn(languages.value);
  if (!pack.texts[languages.value]) languages.value = reader.locale;
  made.inert = false;
  languages.focus({ preventScroll: true });
}
