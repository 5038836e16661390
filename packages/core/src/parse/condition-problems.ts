import type { Condition } from '../pack/condition.js';
import { fitsDomain } from '../pack/domain.js';
import type { Value } from '../pack/fact.js';
import type { Pack } from '../pack/pack.js';
import { domainOf } from './domain-of.js';

/** Facts no pack part can give, and constants outside what the fact can be. */
export function conditionProblems(pack: Pack, condition: Condition): string[] {
  if ('not' in condition) return conditionProblems(pack, condition.not);
  if ('all' in condition) return condition.all.flatMap((part) => conditionProblems(pack, part));
  if ('any' in condition) return condition.any.flatMap((part) => conditionProblems(pack, part));
  const domain = domainOf(pack, condition.fact);
  if (!domain)
    return [`expected a fact this pack can know, found "${condition.fact}": declare it, or correct the name`];
  if (!('is' in condition)) return [];
  const wanted: readonly Value[] = Array.isArray(condition.is) ? condition.is : [condition.is as Value];
  return wanted
    .filter((value) => !fitsDomain(domain, value))
    .map((value) => `expected a value that "${condition.fact}" can have, found ${JSON.stringify(value)}: correct it`);
}
