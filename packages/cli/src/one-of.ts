import { misuse } from './options.js';

/**
 * The value, where it is one of those that are known.
 *
 * @param at where it was written, e.g. `--setting`
 * @throws EveryContactError `option-invalid` unless another `code` is given, listing what there is
 */
export function oneOf<T extends string>(
  command: string,
  at: string,
  value: string | undefined,
  known: readonly T[],
  code = 'option-invalid',
): T {
  const found = known.find((one) => one === value);
  if (found !== undefined) return found;
  const there = known.length ? `one of "${known.join('", "')}"` : 'nothing: this pack has none';
  const what = value === undefined ? 'nothing' : `"${value}"`;
  throw misuse(command, code, `${at}: expected ${there}, found ${what}.`);
}
