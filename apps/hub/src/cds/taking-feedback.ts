import { readFeedback } from '@everycontact/fhir/cds-hooks';
import { Refusal } from '../refusal.js';
import type { Parts } from './parts.js';

/**
 * Takes what became of cards into the history of prompts and the tally. A card that is not known is counted and no error:
 * it may be from before the last start.
 *
 * @throws Refusal `cds-feedback` (400)
 */
export function takingFeedback({ history, tally, canonical, now }: Parts) {
  return async (json: unknown): Promise<void> => {
    const { feedback, findings = [] } = readFeedback(json, canonical);
    if (!feedback) {
      const message = `Expected feedback as CDS Hooks 2.0 has it, found something else: see "findings".`;
      throw new Refusal(400, 'cds-feedback', 'body', message, { findings });
    }
    const latest = new Date(now()).toISOString();
    for (const one of feedback) {
      const at = one.at < latest ? one.at : latest;
      const card = await history.answered(one.card, one.happened, at);
      if (!card?.again) tally.answered(card?.script, one);
    }
  };
}
