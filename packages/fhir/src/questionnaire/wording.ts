import { findText, type HelpLine, type Locale, type Pack, type Standing, type TextKey } from '@everycontact/core';
import type * as r4 from 'fhir/r4.js';

/** Words of an element, and the same in the other languages of the pack beside it. */
export interface Worded {
  readonly text: string;
  readonly translations: readonly r4.Extension[];
}
type Say = (key: TextKey) => string;

/** Puts texts into words for a worker who reads one language. */
export interface Wording {
  (make: TextKey | ((say: Say) => string)): Worded;
  /** A helpline as it is read: its name, how to reach it and when. */
  line(line: HelpLine): Worded;
  /** What stands behind all that was said so far. */
  said(): readonly Standing[];
}

export function wordingOf(pack: Pack, locale: Locale): Wording {
  const others = pack.locales.filter((other) => other !== locale);
  const used = new Map<TextKey, Standing>();
  const sayIn =
    (language: Locale): Say =>
    (key) => {
      const { text, source } = findText(pack, { locale: language, audience: 'worker' }, key);
      if (language === locale) used.set(key, source);
      return text;
    };
  const word = (make: TextKey | ((say: Say) => string)): Worded => {
    const made = typeof make === 'string' ? (say: Say) => say(make) : make;
    const text = made(sayIn(locale));
    const translations = others.map((other) => translation(other, made(sayIn(other))));
    return { text, translations };
  };
  const line = ({ name, phone, sms, url, hours }: HelpLine) =>
    word((say) => {
      const ways = [phone, sms === undefined ? undefined : `SMS ${sms}`, url].filter((way) => way !== undefined);
      const named = ways.length ? `${say(name)}: ${ways.join(', ')}` : say(name);
      return hours === undefined ? named : `${named} (${say(hours)})`;
    });
  return Object.assign(word, { line, said: () => [...used.values()] });
}

const translation = (lang: Locale, content: string): r4.Extension => ({
  url: 'http://hl7.org/fhir/StructureDefinition/translation',
  extension: [
    { url: 'lang', valueCode: lang },
    { url: 'content', valueString: content },
  ],
});

/** The text of an item, with its translations where there are any. */
export const textOf = ({ text, translations }: Worded): Pick<r4.QuestionnaireItem, 'text' | '_text'> => ({
  text,
  ...(translations.length && { _text: { extension: [...translations] } }),
});
