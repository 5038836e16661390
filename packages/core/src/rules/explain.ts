import type { FactName } from '../pack/fact.js';
import type { Pack, Step } from '../pack/pack.js';
import type { Reader } from '../pack/reader.js';
import { oncePer } from '../pack/once-per.js';
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
  const [one = '', ...more] = new Set(reasons);
  // A list of one needs no format, and a format is dear to make.
  return say('ui.because', { reasons: more.length ? new Intl.ListFormat(reader.locale).format([one, ...more]) : one });
}

/** The comparisons that make the whole what it is: those that hold, and under a "not" those that do not. */
function leaves({ condition, because, ...trace }: Trace, wanted = true): Trace[] {
  if (!because) return trace.truth === wanted ? [{ condition, ...trace }] : [];
  return because.flatMap((part) => leaves(part, 'not' in condition ? !wanted : wanted));
}

/** The questions of a pack by the name of their answer. */
const questions = oncePer(
  (pack: Pack) =>
    new Map<FactName, Step & { kind: 'ask' }>(
      Object.entries(pack.scripts).flatMap(([id, { steps }]) =>
        Object.entries(steps).flatMap(([step, asked]) =>
          asked.kind === 'ask' ? [[`answer.${id}.${step}`, asked] as const] : [],
        ),
      ),
    ),
);

type Say = (key: string, parameters?: Record<string, string>) => string;

function reasonFor(pack: Pack, { condition, found }: Trace, say: Say): string | undefined {
  const name: FactName | undefined = 'fact' in condition ? condition.fact : undefined;
  if (!name || found === undefined || typeof found === 'object') return undefined;
  const context = pack.context[name as `context.${string}`];
  if (context) {
    const value = typeof found === 'boolean' ? say(found ? 'ui.value-yes' : 'ui.value-no') : String(found);
    return say('ui.because-context', { label: say(context.label), value });
  }
  const asked = questions(pack).get(name);
  if (!asked) return undefined;
  const options = asked.answer.type === 'choice' ? asked.answer.options : [];
  const chosen = options.find((option) => option.value === found);
  const key = asked.say ?? asked.prompt;
  return key && say('ui.because-answer', { question: say(key), answer: chosen ? say(chosen.text) : String(found) });
}
