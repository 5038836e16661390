import type { ScriptId } from '@everycontact/core';
import type { CardFeedback } from '@everycontact/fhir/cds-hooks';

/** Counts of one script since the hub was started: about cards, never about anybody. */
export interface ScriptTally {
  given: number;
  accepted: number;
  overridden: number;
  /** Of those overridden, by reason; `none` where nothing was told. */
  readonly reasons: Record<string, number>;
}

export function newTally() {
  const scripts = new Map<ScriptId, ScriptTally>();
  let unmatched = 0;
  const of = (script: ScriptId): ScriptTally => {
    const one = scripts.get(script) ?? { given: 0, accepted: 0, overridden: 0, reasons: {} };
    scripts.set(script, one);
    return one;
  };
  return {
    given(script: ScriptId): void {
      of(script).given++;
    },
    answered(script: ScriptId | undefined, { outcome, reason }: CardFeedback): void {
      if (script === undefined) {
        unmatched++;
        return;
      }
      const one = of(script);
      one[outcome]++;
      if (outcome === 'overridden') count(one.reasons, reason ?? 'none');
    },
    /** Cards that nobody answered are not reported by any client: they are what is left of `given`. */
    summary: () => ({ scripts: Object.fromEntries(scripts), unmatched }),
  };
}

function count(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}
