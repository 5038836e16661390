import { useMemo } from 'react';
import type { ContextFacts, Instant, Pack } from '@everycontact/core';
import { decide, type Decision, type History, type Policy } from '@everycontact/core/prompting';

export interface DecisionOptions {
  /** The contact that is going on, as in the history. */
  readonly contactId?: string | undefined;
  readonly now?: (() => Instant) | undefined;
}

/**
 * Which prompts may be shown now, and why the others may not: `decide` again whenever the pack, the policy, the history or
 * what is known changes. The clock is read then, and not in between.
 */
export function useDecision(
  pack: Pack,
  policy: Policy,
  history: History,
  facts: ContextFacts,
  { contactId, now = clock }: DecisionOptions = {},
): readonly Decision[] {
  // Facts are written where they are used, as a new object at each drawing.
  const known = JSON.stringify(facts);
  return useMemo(
    () => decide(pack, policy, history, JSON.parse(known) as ContextFacts, now(), contactId),
    [pack, policy, history, known, contactId, now],
  );
}

const clock = () => new Date().toISOString();
