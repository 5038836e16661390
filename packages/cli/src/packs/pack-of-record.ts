import type { Pack } from '@everycontact/core';
import { openPack, shippedPacks } from './open-pack.js';
import { wholePack } from './whole-pack.js';

/** The pack that is named, else the shipped one that a record names; none where there is no such pack. */
export function packOfRecord(command: string, record: unknown, named: string | undefined): Pack | undefined {
  if (named !== undefined) return wholePack(command, named);
  const { pack } = (record as { readonly pack?: { readonly id?: unknown } } | null) ?? {};
  const shipped = shippedPacks.find((id) => id === pack?.id);
  return shipped === undefined ? undefined : openPack(shipped).pack;
}
