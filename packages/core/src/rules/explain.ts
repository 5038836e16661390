import type { FactName } from '../pack/fact.js';
import type { Pack } from '../pack/pack.js';
import type { Reader } from '../pack/reader.js';
import { findText } from '../pack/text.js';
import type { Trace } from '../pack/trace.js';

/**
 * A trace as a sentence, in the words of the questions themselves: you answered “Yes” to “Do you smoke at all?”.
 * Only what was found and holds is told.
 */
export function explain(pack: Pack, trace: Trace | 'observed' | undefined, reader: Reader, label?: string): string {
  const say = (key: string, parameters = {}) => findText(pack, reader, key, parameters).text;
  if (trace === 'observed') return label ? say('ui.because-observed', { label: say(label) }) : '';
  const reasons = trace ? leaves(trace).flatMap((leaf) => reasonFor(pack, leaf, say) ?? []) : [];
  if (!reasons.length) return '';
  return say('ui.because', { reasons: new Intl.ListFormat(reader.locale).format([...new Set(reasons)]) });
}

/** The comparisons that make the whole what it is: those that hold, and under a "not" those that do not. */
function leaves({ condition, because, ...trace }: Trace, wanted = true): Trace[] {
  if (!because) return trace.truth === wanted ? [{ condition, ...trace }] : [];
  return because.flatMap((part) => leaves(part, 'not' in condition ? !wanted : wanted));
}

type Say = (key: string, parameters?: Record<string, string>) => string;

function reasonFor(pack: Pack, { condition, found }: Trace, say: Say): string | undefined {
  const name: FactName | undefined = 'fact' in condition ? condition.fact : undefined;
  if (!name || found === undefined || typeof found === 'object') return undefined;
  const context = pack.context[name as `context.${string}`];
  if (context) {
    const value = typeof found === 'boolean' ? say(found ? 'ui.value-yes' : 'ui.value-no') : String(found);
    return say('ui.because-context', { label: say(context.label), value });
  }
  for (const [id, script] of Object.entries(pack.scripts))
    for (const [step, asked] of Object.entries(script.steps)) {
      if (name !== `answer.${id}.${step}` || asked.kind !== 'ask') continue;
      const options = asked.answer.type === 'choice' ? asked.answer.options : [];
      const chosen = options.find((option) => option.value === found);
      const key = asked.say ?? asked.prompt;
      return key && say('ui.because-answer', { question: say(key), answer: chosen ? say(chosen.text) : String(found) });
    }
  return undefined;
}
