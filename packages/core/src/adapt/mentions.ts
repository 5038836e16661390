import { interfaceTexts } from '../pack/interface-texts.js';
import type { Pack } from '../pack/pack.js';

/** Where a part of a pack names a text. */
export const namesText: ReadonlySet<string> = new Set([
  'another',
  'attribution',
  'heading',
  'high',
  'hours',
  'label',
  'low',
  'name',
  'notice',
  'noun',
  'prompt',
  'say',
  'text',
  'unit',
  'why',
  'worker',
]);

export interface Mentions {
  /** Those a part names, and those of the interface that every pack carries. */
  readonly texts: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
}

/** The texts and sources that the parts of a pack name. */
export function mentionsIn({ texts: _, sources: __, ...parts }: Pack): Mentions {
  const texts = new Set<string>(Object.keys(interfaceTexts));
  const sources = new Set<string>();
  const look = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    for (const [field, value] of Object.entries(part)) {
      if (typeof value !== 'string') look(value);
      else if (field === 'source') sources.add(value);
      else if (namesText.has(field)) texts.add(value);
    }
  };
  look(parts);
  return { texts, sources };
}
