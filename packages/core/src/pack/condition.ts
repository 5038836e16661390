import type { FactName, Value } from './fact.js';

/**
 * A guard or rule as data: one fact against constants, by exactly one of `is`, `atLeast`, `below`; or others joined.
 * No arithmetic, no patterns: what cannot be listed cannot be proved.
 */
export type Condition =
  | { readonly fact: FactName; readonly is: Value | readonly Value[] }
  | { readonly fact: FactName; readonly atLeast: number }
  | { readonly fact: FactName; readonly below: number }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };
