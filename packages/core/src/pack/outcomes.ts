import type { Outcome } from './pack.js';

const all: Readonly<Record<Outcome, true>> = {
  'not-asked': true,
  'not-appropriate': true,
  'not-now': true,
  declined: true,
  'already-supported': true,
  'not-relevant': true,
  advised: true,
  told: true,
  sent: true,
  referred: true,
  'urgent-help-shown': true,
  stopped: true,
};

/** Everything a contact can come to, for whoever reads one from a file. */
export const outcomes: readonly string[] = Object.keys(all);
