import type { Pack } from '@everycontact/core';
import { misuse } from '../options.js';
import { count } from '../terminal.js';
import { openPack, shippedPacks } from './open-pack.js';

/** A pack that is whole. @throws EveryContactError `content-broken` telling to run "check" */
export function wholePack(command: string, name: string | undefined): Pack {
  if (name === undefined)
    throw misuse(
      command,
      'option-invalid',
      `Expected a pack (one of "${shippedPacks.join('", "')}", a folder or a file), found nothing.`,
    );
  const { pack, problems } = openPack(name);
  if (pack) return pack;
  throw misuse(
    command,
    'content-broken',
    `Expected a whole pack, found ${count(problems.length, 'problem')} in "${name}". Run "everycontact check ${name}".`,
  );
}
