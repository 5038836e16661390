import { type Pack, type Speaker, speaker } from '@everycontact/core';
import { pseudoPack } from '@everycontact/core/testing';
import { england } from '@everycontact/content/england';
import { sweden } from '@everycontact/content/sweden';
import { klintkoebing } from '../klintkoebing.mjs';

/** What stands on the screen, in the words of the packs: a test breaks when a rule does, not when a sentence is mended. */
export interface Words {
  readonly pack: Pack;
  readonly language: 'English' | 'Danish' | 'Swedish' | 'a pseudo-language from right to left';
  readonly lang: string;
  /** What follows the address of a page. */
  readonly path: '' | 'da/' | 'sv/' | 'ar/';
  readonly label: Speaker['label'];
  readonly line: (key: string) => string;
  readonly national: string;
  readonly emergency: string;
}

function wordsOf(pack: Pack, locale: string, rest: Pick<Words, 'language' | 'path' | 'national' | 'emergency'>): Words {
  const { label, line } = speaker(pack, { locale, audience: 'worker' }, '2026-11-22');
  return { pack, lang: locale, label, line: (key) => line(key).text, ...rest };
}

const nationalOf = (pack: Pack) => pack.needs['stop-smoking']?.national[0]?.phone ?? '';

export const english = wordsOf(england, 'en-GB', {
  language: 'English',
  path: '',
  national: nationalOf(england),
  emergency: '999',
});
export const danish = wordsOf(klintkoebing, 'da-DK', {
  language: 'Danish',
  path: 'da/',
  national: nationalOf(klintkoebing),
  emergency: '112',
});
export const swedish = wordsOf(sweden, 'sv-SE', {
  language: 'Swedish',
  path: 'sv/',
  national: nationalOf(sweden),
  emergency: '112',
});
/** English from right to left; only the server of the journeys has pages in it. */
export const pseudo = wordsOf(pseudoPack(england, 'ar-XB'), 'ar-XB', {
  language: 'a pseudo-language from right to left',
  path: 'ar/',
  national: english.national,
  emergency: '999',
});
/** The languages that every page of the demo is in. */
export const languages = [english, danish];
