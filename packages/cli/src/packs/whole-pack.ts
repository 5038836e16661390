import type { Pack } from '@everycontact/core';
import { misuse } from '../options.js';
import { count } from '../terminal.js';
import { openPack, type OpenedPack, shippedPacks } from './open-pack.js';

/** A pack that is whole. @throws EveryContactError `content-broken` telling to run "check" */
export function wholePack(command: string, name: string | undefined): Pack {
  if (name === undefined)
    throw misuse(
      command,
      'option-invalid',
      `Expected a pack (one of "${shippedPacks.join('", "')}", a folder or a file), found nothing.`,
    );
  return wholeOf(command, openPack(name));
}

/** The pack that was opened, where it is whole. @throws EveryContactError `content-broken` with the first thing that is wrong */
export function wholeOf(command: string, { name, pack, problems }: OpenedPack): Pack {
  if (pack) return pack;
  const [first] = problems;
  const found = `${count(problems.length, 'problem')} in "${name}", first ${first?.where ?? ''}: ${first?.message ?? ''}`;
  throw misuse(
    command,
    'content-broken',
    `Expected a whole pack, found ${found}. Run "everycontact check ${name}" for all of them.`,
  );
}
