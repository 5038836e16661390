import type { Outcome } from '../pack/pack.js';
import type { ContactRecord } from './record.js';

const along: readonly Outcome[] = ['advised', 'told', 'sent', 'referred'];
/** A topic ended by its own notice, which may name services of its own. */
const alongWhereChosen: readonly Outcome[] = ['not-appropriate', 'not-relevant', 'already-supported'];

/** Whether a contact left something to take along: services were named, and it was not declined or broken off. */
export function isTakenAlong({ outcome = 'stopped', signposts }: ContactRecord): boolean {
  const chosen = signposts.some((one) => one.chosen.length > 0);
  return signposts.length > 0 && (along.includes(outcome) || (chosen && alongWhereChosen.includes(outcome)));
}
