import type { About, Pack, Step, TextKey } from '../pack/pack.js';
import { textsOfStep } from './texts-used.js';

/** What a text speaks about, in any language. */
export const aboutOf = (pack: Pack, key: TextKey): readonly About[] => [
  ...new Set(pack.locales.flatMap((locale) => pack.texts[locale]?.[key]?.about ?? [])),
];

/** What is spoken about at a step. */
export const aboutAt = (pack: Pack, step: Step | undefined): readonly About[] =>
  step ? textsOfStep(pack, step).flatMap((key) => aboutOf(pack, key)) : [];
