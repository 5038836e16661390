import { expect, it } from 'vitest';
import type { Outcome } from '../pack/pack.js';
import { aRecord } from '../testing/record.js';
import type { ContactRecord } from './record.js';
import { isTakenAlong } from './taken-along.js';

const chosen = { service: 'club', name: 'Club', how: 'told' } as const;
const need = (...marks: (typeof chosen)[]) => ({ need: 'club', because: '', services: [], chosen: marks });
const takes = (outcome: Outcome, ...signposts: ContactRecord['signposts']) =>
  isTakenAlong(aRecord({ outcome, signposts }));

it('what was named is taken along after advice, whether or not something was chosen', () => {
  for (const outcome of ['advised', 'told', 'sent', 'referred'] as const) expect(takes(outcome, need())).toBe(true);
  expect(takes('advised')).toBe(false);
});

it('from a topic that its own notice ended goes along only what was chosen, under any of its needs', () => {
  for (const outcome of ['not-appropriate', 'not-relevant', 'already-supported'] as const) {
    expect(takes(outcome, need())).toBe(false);
    expect(takes(outcome, need(), need(chosen))).toBe(true);
  }
});

it('nothing is taken along from what was declined, put off, broken off or ended in urgent help', () => {
  for (const outcome of ['declined', 'not-now', 'stopped', 'not-asked', 'urgent-help-shown'] as const)
    expect(takes(outcome, need(chosen))).toBe(false);
  const { outcome: _, ...unfinished } = aRecord({ signposts: [need(chosen)] });
  expect(isTakenAlong(unfinished)).toBe(false);
});
