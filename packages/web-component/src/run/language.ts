import type { Locale } from '@everycontact/core';

/** The nearest `lang` around an element, also outside the shadow roots it stands in. */
export function nearestLang(element: Element): string | undefined {
  for (let at: Element | undefined = element; at; at = (at.getRootNode() as Partial<ShadowRoot>).host) {
    const lang = at.closest('[lang]')?.getAttribute('lang');
    if (lang) return lang;
  }
  return undefined;
}

/** The language of a pack nearest to the one wanted: `xx-YY`, then `xx`, then another `xx-…`, then the first. */
export function nearestLocale(locales: readonly Locale[], wanted = ''): Locale {
  const tag = wanted.toLowerCase();
  const language = tag.split('-')[0] ?? '';
  const find = (fits: (locale: string) => boolean) => locales.find((locale) => fits(locale.toLowerCase()));
  return (
    find((locale) => locale === tag) ??
    find((locale) => locale === language) ??
    find((locale) => locale.split('-')[0] === language) ??
    locales[0] ??
    'en'
  );
}
