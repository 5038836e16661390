import type { Condition, Pack } from '@everycontact/core';
import { differences, type Difference } from '@everycontact/core/adapt';
import { conditionWords } from './condition-words.js';

/** Branches of a step as a pack writes them. */
interface Branches {
  readonly when: readonly { readonly if: Condition; readonly to: string }[];
  readonly otherwise: string;
}

/**
 * What changed from one pack to another, each condition and each list of branches whole and in words: whoever approves a change
 * reads no JSON, and no half of a condition.
 */
export function changesInWords(older: Pack, newer: Pack): readonly Difference[] {
  const told = new Set<string>();
  return differences(older, newer).flatMap((one) => {
    const where = ruleAt(older, one.where) ?? ruleAt(newer, one.where);
    if (where === undefined) return [one];
    if (told.has(where)) return [];
    told.add(where);
    const [base, local] = [wordsAt(older, where), wordsAt(newer, where)];
    return [{ where, ...(base !== undefined && { base }), ...(local !== undefined && { local }) }];
  });
}

/** The place of the rule that a place is in; nothing where it is in none. */
const ruleAt = (pack: Pack, where: string): string | undefined =>
  along(pack, where).find(({ value }) => isCondition(value) || isBranches(value))?.where;

function wordsAt(pack: Pack, where: string): string | undefined {
  const value = along(pack, where).find((one) => one.where === where)?.value;
  const words = (condition: Condition) =>
    conditionWords(pack, { locale: pack.locales[0] ?? '', audience: 'worker' }, condition);
  if (isCondition(value)) return words(value);
  if (!isBranches(value)) return value === undefined ? undefined : JSON.stringify(value);
  return [...value.when.map((branch) => `${branch.to} if ${words(branch.if)}`), `${value.otherwise} otherwise`].join(
    ', ',
  );
}

interface Place {
  readonly where: string;
  readonly value: unknown;
}

/** Every place from the whole pack to this one, as far as the pack has it. Names may hold points, and entries of lists go by their ids. */
function along(pack: Pack, where: string): readonly Place[] {
  const places: Place[] = [];
  let value: unknown = pack;
  for (let from = 0; from < where.length; ) {
    const rest = where.slice(from);
    const [name, member] = membersOf(value)
      .filter(([id]) => rest === id || rest.startsWith(`${id}.`))
      .reduce<readonly [string, unknown]>(
        (longest, one) => (one[0].length > longest[0].length ? one : longest),
        ['', 0],
      );
    if (!name) break;
    from += name.length;
    places.push({ where: where.slice(0, from), value: member });
    value = member;
    from += 1;
  }
  return places;
}

function membersOf(value: unknown): readonly (readonly [string, unknown])[] {
  if (Array.isArray(value))
    return value.map((one: unknown) => [String((one as { readonly id?: unknown } | null)?.id), one]);
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

const has = (value: unknown, ...names: readonly string[]): boolean =>
  typeof value === 'object' && value !== null && names.some((name) => Object.hasOwn(value, name));

const isCondition = (value: unknown): value is Condition =>
  has(value, 'all', 'any', 'not') || (has(value, 'fact') && has(value, 'is', 'atLeast', 'below'));

const isBranches = (value: unknown): value is Branches => has(value, 'otherwise') && has(value, 'when');
