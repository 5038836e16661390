import type { Locale } from '@everycontact/core';
import { parseAccept } from 'hono/utils/accept';

/** The language of the pack that a client likes best: the very one, else another of the same language, else the usual one. */
export function languageFor(accepted: string | undefined, locales: readonly Locale[], usual: Locale): Locale {
  const wanted = parseAccept(accepted?.slice(0, 200) ?? '').filter(({ q }) => q > 0);
  for (const { type } of wanted) {
    const found =
      locales.find((one) => isSame(one, type)) ?? locales.find((one) => isSame(languageOf(one), languageOf(type)));
    if (found !== undefined) return found;
  }
  return usual;
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
const languageOf = (locale: Locale): string => locale.split('-')[0] ?? '';
