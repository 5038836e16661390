import type { Raw } from '@everycontact/directory/reading';
import { isObject, textAt } from '../json.js';

/** A resource of a feed, and the address its bundle gives it. */
export interface Resource {
  readonly raw: Raw;
  readonly type: string;
  readonly id?: string;
  readonly fullUrl?: string;
}

/** An object with a `resourceType`, or nothing. */
export function resourceOf(value: unknown, fullUrl?: unknown): Resource | undefined {
  const type = isObject(value) ? textAt(value, 'resourceType') : undefined;
  if (!isObject(value) || type === undefined) return undefined;
  const id = textAt(value, 'id');
  return {
    raw: value,
    type,
    ...(id === undefined ? {} : { id }),
    ...(typeof fullUrl === 'string' && fullUrl !== '' ? { fullUrl } : {}),
  };
}

/** What tells a resource from every other: its address or, without a bundle, its type and id. */
export const keyOf = ({ fullUrl, type, id }: Resource): string | undefined =>
  fullUrl ?? (id === undefined ? undefined : `${type}/${id}`);

/** More levels than any real resource has. */
const deepest = 40;

/**
 * Why a resource may not be read, if so: the standard forbids to read past a modifier extension or implicit rules one does
 * not know, because either can turn the meaning of the rest around; and nothing real is forty levels deep.
 */
export function unreadable({ raw }: Resource): 'modifier-unknown' | 'too-deep' | undefined {
  if (textAt(raw, 'implicitRules') !== undefined) return 'modifier-unknown';
  const open: { readonly value: object; readonly depth: number }[] = [{ value: raw, depth: 1 }];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at.depth > deepest) return 'too-deep';
    for (const [name, value] of Object.entries(at.value) as [string, unknown][]) {
      if (typeof value !== 'object' || value === null) continue;
      if (name === 'modifierExtension' && Object.keys(value).length > 0) return 'modifier-unknown';
      open.push({ value, depth: at.depth + 1 });
    }
  }
  return undefined;
}
