import { useMemo } from 'react';
import type { ContextFacts, Instant, Pack } from '@everycontact/core';
import { decide, type Decision, type History, type Policy } from '@everycontact/core/prompting';
import { useSameData } from './same-data.js';

export interface DecisionOptions {
  /** The contact that is going on, as in the history. */
  readonly contactId?: string | undefined;
  readonly now?: (() => Instant) | undefined;
}

/**
 * Which prompts may be shown now, and why the others may not: `decide` again whenever the pack, or the content of the
 * policy, the history or what is known changes. The clock is read then, and not in between.
 */
export function useDecision(
  pack: Pack,
  policy: Policy,
  history: History,
  facts: ContextFacts,
  { contactId, now = clock }: DecisionOptions = {},
): readonly Decision[] {
  const rules = useSameData(policy);
  const before = useSameData(history);
  const known = useSameData(facts);
  return useMemo(() => decide(pack, rules, before, known, now(), contactId), [pack, rules, before, known, contactId]);
}

const clock = () => new Date().toISOString();
