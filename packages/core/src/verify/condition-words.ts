import type { Condition } from '../pack/condition.js';
import type { FactName, Value } from '../pack/fact.js';
import type { Option, Pack, TextKey } from '../pack/pack.js';
import { itemsOf } from '../rules/score.js';

type Say = (key: TextKey) => string;

/**
 * A condition in the words of the questions and labels it is about, joined by signs that need no translation:
 * “Do you smoke at all?”: “Yes” & Age < 18.
 *
 * @param asked the question it stands beside, which needs not be named again
 */
export function conditionWords(pack: Pack, condition: Condition, say: Say, asked?: FactName): string {
  const words = (part: Condition): string => conditionWords(pack, part, say, asked);
  if ('not' in condition) return `¬ (${words(condition.not)})`;
  if ('all' in condition) return condition.all.map(nested(words)).join(' & ');
  if ('any' in condition) return condition.any.map(nested(words)).join(' / ');
  const { name, options } = factWords(pack, condition.fact, say);
  const subject = condition.fact === asked ? '' : name;
  if ('atLeast' in condition) return `${subject} ≥ ${condition.atLeast}`.trim();
  if ('below' in condition) return `${subject} < ${condition.below}`.trim();
  const values = [condition.is].flat() as readonly Value[];
  const answer = values.map((value) => valueWords(value, options, say)).join(' / ');
  return subject ? `${subject}: ${answer}` : answer;
}

const nested = (words: (part: Condition) => string) => (part: Condition) =>
  'all' in part || 'any' in part ? `(${words(part)})` : words(part);

function valueWords(value: Value, options: readonly Option[], say: Say): string {
  if (typeof value === 'boolean') return say(value ? 'ui.value-yes' : 'ui.value-no');
  const option = options.find((one) => one.value === value);
  return option ? `“${say(option.text)}”` : String(value);
}

/** A fact by the question or label it comes from; a score and a measure by their own names. */
function factWords(
  pack: Pack,
  name: FactName,
  say: Say,
): { readonly name: string; readonly options: readonly Option[] } {
  const told = pack.context[name as `context.${string}`];
  if (told) return { name: say(told.label), options: [] };
  for (const id of Object.keys(pack.instruments)) {
    const item = itemsOf(pack, id).find((one) => one.name === name);
    if (item) return { name: say(item.text), options: item.options };
  }
  for (const [id, { steps }] of Object.entries(pack.scripts))
    for (const [step, found] of Object.entries(steps)) {
      if (found.kind !== 'ask' || name !== `answer.${id}.${step}`) continue;
      const key = found.say ?? found.prompt;
      return {
        name: key === undefined ? step : say(key),
        options: found.answer.type === 'choice' ? found.answer.options : [],
      };
    }
  return { name: name.split('.').slice(1).join('.'), options: [] };
}
