import { EveryContactError } from '@everycontact/core';

/**
 * The value, where it is one of those that are known.
 *
 * @param at where it was written, e.g. `--setting`
 * @throws EveryContactError with `code`, listing what there is
 */
export function oneOf<T extends string>(code: string, at: string, value: string | undefined, known: readonly T[]): T {
  const found = known.find((one) => one === value);
  if (found !== undefined) return found;
  const there = known.length ? `one of "${known.join('", "')}"` : 'nothing: this pack has none';
  const what = value === undefined ? 'nothing' : `"${value}"`;
  throw new EveryContactError(code, at, `${at}: expected ${there}, found ${what}. See "everycontact help try".`);
}
