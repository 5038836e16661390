import { EveryContactError } from '../error.js';
import type { TallyRow } from './tally-row.js';

/** What contacts can be counted by. One with several needs or services counts under each of them. */
export const tallyFields = [
  ...(['week', 'unit', 'roleGroup', 'setting', 'behaviour', 'method', 'outcome'] as const),
  ...(['need', 'service'] as const),
] as const;
export type TallyField = (typeof tallyFields)[number];

export interface TallyCell {
  /** A value for each field of `by`, in that order; empty where a row says none: no unit, nothing signposted. */
  readonly key: readonly string[];
  readonly contacts: number | 'withheld';
}

/** Fewer contacts with staff than this are never told, whatever a table asks for. */
export const fewestStaff = 10;

/**
 * Counts for a service's own monitoring, as one table, sorted by its keys. A cell of fewer than `atLeast` contacts is
 * withheld, and of fewer than ten with staff always. Where all that is withheld would come to less than that, the
 * smallest of the others is withheld too: whoever knows how many there were in all could subtract the rest.
 *
 * Staff are counted only in a table by `setting`: in others they would be the difference between two tables. Two tables
 * of nearly the same rows, such as one week apart, can still be subtracted from each other: hand out one.
 *
 * @param rows one for each topic of a contact; nothing in them tells whether two were with the same person
 * @throws EveryContactError `tally-invalid` for a field that there is not, or for `atLeast` that is no whole number from 1
 */
export function tally(
  rows: Iterable<TallyRow>,
  { by, atLeast }: { readonly by: readonly TallyField[]; readonly atLeast: number },
): readonly TallyCell[] {
  check(by, atLeast);
  const setting = by.indexOf('setting');
  const counts = new Map<string, number>();
  for (const row of rows) {
    if (row.setting === 'staff' && setting < 0) continue;
    for (const key of new Set(keysOf(row, by).map((one) => JSON.stringify(one))))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const cells = [...counts].map(([key, contacts]) => ({ key: JSON.parse(key) as string[], contacts }));
  cells.sort((a, b) => inOrder(a.key, b.key));
  const isStaff = ({ key }: Counted) => key[setting] === 'staff';
  const kept = new Set([
    ...tooFew(cells.filter(isStaff), Math.max(fewestStaff, atLeast)),
    ...tooFew(
      cells.filter((cell) => !isStaff(cell)),
      atLeast,
    ),
  ]);
  return cells.map((cell) => (kept.has(cell) ? { ...cell, contacts: 'withheld' as const } : cell));
}

interface Counted {
  readonly key: readonly string[];
  readonly contacts: number;
}

/** The cells to withhold: each that is small, and the next larger ones until they are not small together. */
function tooFew(cells: readonly Counted[], least: number): readonly Counted[] {
  const ascending = [...cells].sort((a, b) => a.contacts - b.contacts);
  let together = 0;
  const end = ascending.findIndex(({ contacts }) => {
    if (contacts >= least && (together === 0 || together >= least)) return true;
    together += contacts;
    return false;
  });
  return end < 0 ? ascending : ascending.slice(0, end);
}

/** The cells that a row belongs to: a service stands with the need it was for. */
function keysOf(row: TallyRow, by: readonly TallyField[]): readonly (readonly string[])[] {
  const all = { need: '', services: row.signposts.flatMap(({ services }) => services) };
  const signposts = by.includes('need') && row.signposts.length ? row.signposts : [all];
  return signposts.flatMap(({ need, services }) =>
    (by.includes('service') && services.length ? services : ['']).map((service) =>
      by.map((field) => ({ ...row, need, service })[field] ?? ''),
    ),
  );
}

function inOrder(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? '') < (b[at] ?? '') ? -1 : 1;
}

function check(by: readonly string[], atLeast: number): void {
  const unknown = by.find((field) => !tallyFields.some((known) => known === field));
  const wrong =
    unknown !== undefined
      ? `by: expected ${tallyFields.join(', ')}, found "${unknown}"`
      : !Number.isSafeInteger(atLeast) || atLeast < 1
        ? `atLeast: expected a whole number from 1, found ${String(atLeast)}`
        : undefined;
  if (wrong !== undefined) throw new EveryContactError('tally-invalid', 'tally', `${wrong}. Correct the call.`);
}
