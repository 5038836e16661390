import type { Condition, FactName, Value } from '@everycontact/core';
import { all, always, any, type Formula, isNever, never, not, oneOf } from './formula.js';
import { skipped, type Source } from './places.js';

/** When the answers of a form make a condition known true, and when known false; between the two it is unknown. */
export interface Known {
  readonly yes: Formula;
  readonly no: Formula;
}
export type Sources = ReadonlyMap<FactName, Source>;

const unknown: Known = { yes: never, no: never };

/**
 * A condition over a form, by the engine's three values: what is not answered makes a comparison unknown, never false.
 *
 * @param sees leaves facts out that are not to be looked at; they are unknown
 */
export function known(condition: Condition, sources: Sources, sees: (fact: FactName) => boolean = () => true): Known {
  const part = (one: Condition) => known(one, sources, sees);
  if ('all' in condition) {
    const parts = condition.all.map(part);
    return { yes: all(...parts.map(({ yes }) => yes)), no: any(...parts.map(({ no }) => no)) };
  }
  if ('any' in condition) {
    const parts = condition.any.map(part);
    return { yes: any(...parts.map(({ yes }) => yes)), no: all(...parts.map(({ no }) => no)) };
  }
  if ('not' in condition) {
    const { yes, no } = part(condition.not);
    return { yes: no, no: yes };
  }
  const source = sources.get(condition.fact);
  if (!source || !sees(condition.fact)) return unknown;
  if ('is' in condition) return isOneOf(source, [condition.is].flat());
  const { yes, no } = reaches(source, 'atLeast' in condition ? condition.atLeast : condition.below);
  return 'atLeast' in condition ? { yes, no } : { yes: no, no: yes };
}

function isOneOf(source: Source, values: readonly Value[]): Known {
  switch (source.kind) {
    case 'choice': {
      const { place, implied } = source;
      const codes = (place.values ?? []).filter((code) => code !== skipped);
      const has = (wanted: boolean) => {
        const told = codes.filter((code) => values.includes(code) === wanted);
        const follows = [...(implied ?? [])].flatMap(([code, when]) =>
          values.includes(code) === wanted ? [when] : [],
        );
        return any(oneOf(place, told), ...follows);
      };
      return { yes: has(true), no: has(false) };
    }
    case 'yes-no': {
      const { place } = source;
      const is = (wanted: boolean) =>
        any(
          ...[true, false]
            .filter((value) => values.includes(value) === wanted)
            .map((value) => ({ at: place, is: value })),
        );
      return { yes: is(true), no: is(false) };
    }
    // No tick says nothing.
    case 'ticked':
      return values.includes(true) ? { yes: source.when, no: never } : { yes: never, no: source.when };
    case 'number':
    case 'score': {
      const by = source.kind === 'number' ? source.by : 1;
      const each = values.map((value) => {
        const [from, beyond] = [reaches(source, Number(value)), reaches(source, Number(value) + by)];
        return { yes: all(from.yes, beyond.no), no: any(from.no, beyond.yes) };
      });
      return { yes: any(...each.map(({ yes }) => yes)), no: all(...each.map(({ no }) => no)) };
    }
  }
}

/** Whether a number is known to be at least as much, or known to be below. */
function reaches(source: Source, bound: number): Known {
  if (source.kind === 'number') {
    const { place } = source;
    return { yes: { at: place, atLeast: bound }, no: { at: place, below: bound } };
  }
  if (source.kind !== 'score') return unknown;
  const { least, most } = source.score;
  return { yes: { at: least, atLeast: bound }, no: { at: most, below: bound } };
}

/** The first of several conditions that is known true; the last formula is for none of them. */
export function firstKnown(
  conditions: readonly Condition[],
  sources: Sources,
  sees?: (fact: FactName) => boolean,
): readonly Formula[] {
  let none: Formula = always;
  const firsts: Formula[] = [];
  for (const condition of conditions) {
    const { yes } = known(condition, sources, sees);
    firsts.push(isNever(yes) ? never : all(none, yes));
    none = all(none, not(yes));
  }
  return [...firsts, none];
}
