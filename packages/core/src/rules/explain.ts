import type { FactName } from '../pack/fact.js';
import type { Pack, Step } from '../pack/pack.js';
import type { Locale, Reader } from '../pack/reader.js';
import { oncePer } from '../pack/once-per.js';
import { findText } from '../pack/text.js';
import type { Trace } from '../pack/trace.js';

/**
 * A trace as a sentence, in the words of the questions themselves: you answered “Yes” to “Do you smoke at all?”.
 * Only what was found and holds is told.
 */
export function explain(pack: Pack, trace: Trace | 'observed' | undefined, reader: Reader, label?: string): string {
  const say: Say = (key, parameters) => findText(pack, reader, key, parameters).text;
  return explained(pack, trace, say, reader.locale, label);
}

/** `explain` for whoever has a way of saying a text. */
export function explained(
  pack: Pack,
  trace: Trace | 'observed' | undefined,
  say: Say,
  locale: Locale,
  label?: string,
): string {
  if (trace === 'observed') return label ? say('ui.because-observed', { label: say(label) }) : '';
  const reasons: string[] = [];
  for (const leaf of trace ? leaves(trace) : []) {
    const reason = reasonFor(pack, leaf, say);
    if (reason !== undefined && !reasons.includes(reason)) reasons.push(reason);
  }
  if (!reasons.length) return '';
  // A list of one needs no format, and a format is dear to make.
  const list = reasons.length > 1 ? new Intl.ListFormat(locale).format(reasons) : reasons[0];
  return say('ui.because', { reasons: list ?? '' });
}

/** The comparisons that make the whole what it is: those that hold, and under a "not" those that do not. */
function leaves(trace: Trace, wanted = true, found: Trace[] = []): readonly Trace[] {
  const { condition, because, truth } = trace;
  if (truth !== wanted) return found;
  for (const part of because ?? []) leaves(part, 'not' in condition ? !wanted : wanted, found);
  if (!because) found.push(trace);
  return found;
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

type Say = (key: string, parameters?: Readonly<Record<string, string>>) => string;

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
