import { EveryContactError } from '@everycontact/core';
import { builtIn } from './built-in-pack.js';
import type { OpenedPack } from './pack-source.js';

/** Takes the place of `pack-source.ts` in the script-tag files: one pack inside, no parser. */
export function openPack(json: unknown): OpenedPack {
  if (json === undefined || json === null) return { pack: builtIn };
  const message = `This file has the pack "${builtIn.id}@${builtIn.version}" inside and takes no other. Leave out the property "pack", or use the ES modules of @everycontact/web-component.`;
  return { problem: new EveryContactError('pack-built-in', 'pack', message), urgentHelp: builtIn };
}
