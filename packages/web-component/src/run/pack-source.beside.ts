import type { Locale, Named, Pack, Text } from '@everycontact/core';
import { asError, refuse } from './failure.js';
import { nearestLocale } from './language.js';
import { openPack as openBuiltIn } from './pack-source.built-in.js';
import type { OpenedPack, Wanted } from './pack-source.js';
import { beside } from './parts.beside.js';

/**
 * Takes the place of `pack-source.ts` in the bare script-tag file: the pack that a command put inside, else the pack of the
 * attribute `place`, which lies beside in parts: `pack.<place>` without its words, and `words.<place>.<locale>` for each language.
 */
export function openPack(json: unknown, wanted: Wanted): OpenedPack | Promise<OpenedPack> | undefined {
  const opened = openBuiltIn(json, wanted);
  if (!('pack' in opened) || 'scripts' in opened.pack) return opened;
  return wanted.place ? packBeside(wanted).catch((reason: unknown) => ({ problem: asError(reason) })) : undefined;
}

/** A pack for one element: languages join it as they are asked for, and stay its own. */
async function packBeside({ place, locale, preview }: Wanted): Promise<OpenedPack> {
  const texts: Record<Locale, Named<Text>> = {};
  const pack: Pack = { ...(await beside<Pack>(`pack.${place}`)), texts };
  const words = (one: Locale) => beside<Named<Text>>(`words.${place}.${one}`);
  const first = nearestLocale(pack.locales, locale);
  texts[first] = await words(first);
  return {
    pack,
    async learn(one) {
      const more = await words(one);
      // The standing of the first language is judged when a contact starts; this one may join in the midst of it.
      const draft = preview ? undefined : Object.keys(more).find((key) => more[key]?.standing === 'draft');
      if (draft !== undefined) {
        const remedy = 'Have it reviewed, or turn preview on; until then the language before stays.';
        throw refuse(
          'content-draft',
          `texts.${one}.${draft}`,
          `in ${one}`,
          'reviewed texts',
          `the draft "${draft}"`,
          remedy,
        );
      }
      texts[one] = more;
    },
  };
}
