import type { Locale, Stated } from '@everycontact/core';
import type { Notes, Source } from '../source.js';

const known =
  'aa am ar az be bg bn bo bs ca cs cy da de dv el en es et fa fi fo fr ga gd gu ha he hi hr hu hy id ig is it ja ka kk kl km kn ko ku ky lo lt lv mk ml mn mr ms mt my ne nl no om or pa pl prs ps pt ro rom ru rw sd si sk sl sn so sq sr st sv sw ta te tg th ti tk tl tr uk ur uz vi wo xh yo yue zh zu bfi ckb kmr bsl'.split(
    ' ',
  );

const names = new Map<string, Locale>();
const english = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

function byName(name: string): Locale | undefined {
  if (names.size === 0) {
    for (const locale of ['en', 'da', 'sv']) {
      const display = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' });
      for (const code of known) {
        const shown = display.of(code);
        if (shown !== undefined) names.set(shown.toLowerCase(), code);
      }
    }
    for (const [name, code] of Object.entries({
      farsi: 'fa',
      dari: 'prs',
      punjabi: 'pa',
      mandarin: 'zh',
      bsl: 'bfi',
      sorani: 'ckb',
      kurdish: 'ku',
    })) {
      names.set(name, code);
    }
  }
  return names.get(name.trim().toLowerCase());
}

/** A language of feed text as a BCP 47 tag: a name in English, Danish or Swedish, or a code of two or three letters. */
export function languageTag(written: string): Locale | undefined {
  const named = byName(written);
  if (named !== undefined) return named;
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(written)) return undefined;
  try {
    const [tag] = Intl.getCanonicalLocales(written);
    return tag !== undefined && english.of(tag) !== undefined ? tag : undefined;
  } catch {
    return undefined;
  }
}

/** Languages spoken by the service itself: those reached through an interpreter are not among them. */
export function readLanguages(service: Source, notes: Notes): readonly Locale[] {
  const found = service.list('languages').flatMap((language) => {
    const code = language.exact('code');
    const name = language.exact('name', 'language');
    const tag = (code && languageTag(code)) || (name && languageTag(name));
    if (tag) return [tag];
    if (code ?? name) notes.repaired('language-unknown', language.at('name'), code ?? name);
    return [];
  });
  return [...new Set(found)];
}

const none =
  /^(?:no|none|n\/a|ingen|nej)\b|\b(?:no|not|ingen|ikke|inte)\b[^.]{0,30}(?:interpret|translat|tolk)|(?:interpret|translat|tolk)[^.]{0,60}\b(?:not|unavailable|ikke|inte)\b/i;

/** Whether interpreters can be had, as far as the feed's own sentence says. */
export function readInterpreter(service: Source): Stated {
  const text = service.line('interpretation_services', 'interpreter');
  if (text === undefined || /^(?:unknown|ukendt|\?)$/i.test(text)) return 'unknown';
  return none.test(text) ? 'no' : 'yes';
}
