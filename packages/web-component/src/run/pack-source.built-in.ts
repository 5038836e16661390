import { EveryContactError } from '@everycontact/core';
import { builtIn } from './built-in-pack.js';
import type { OpenedPack, Wanted } from './pack-source.js';

/**
 * Takes the place of `pack-source.ts` in the script-tag files: one pack inside, no parser. A page that names another place must
 * not get the numbers of this one.
 */
export function openPack(json: unknown, { place }: Pick<Wanted, 'place'>): OpenedPack {
  const { id, version, place: ours } = builtIn as Partial<typeof builtIn>;
  const elsewhere = place && ours && place !== id && place !== ours.id;
  if ((json === undefined || json === null) && !elsewhere) return { pack: builtIn };
  const message = `This file has the pack "${id}@${version}" inside and takes no other. Leave out "place" and "pack", or load another.`;
  return { problem: new EveryContactError('pack-built-in', 'pack', message), urgentHelp: builtIn };
}
