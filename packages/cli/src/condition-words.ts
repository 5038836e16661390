import { findText, type Condition, type Pack, type Reader } from '@everycontact/core';

/** A condition for somebody who signs it: questions and answers as they are said, all else by the name of its fact. */
export function conditionWords(pack: Pack, reader: Reader, condition: Condition): string {
  const words = (inner: Condition) => conditionWords(pack, reader, inner);
  const joined = (parts: readonly Condition[], by: string) =>
    parts.length === 1 ? parts.map(words).join('') : `(${parts.map(words).join(` ${by} `)})`;
  if ('all' in condition) return joined(condition.all, 'and');
  if ('any' in condition) return joined(condition.any, 'or');
  if ('not' in condition) return `not ${words(condition.not)}`;
  const { question, answers } = askedIn(pack, condition.fact);
  const say = (key: string) => `“${findText(pack, reader, key).text}”`;
  const subject = question === undefined ? condition.fact : `${say(question)} (${condition.fact})`;
  if ('atLeast' in condition) return `${subject} is at least ${condition.atLeast}`;
  if ('below' in condition) return `${subject} is below ${condition.below}`;
  const values = [condition.is].flat().map((value) => {
    const answer = answers.find((option) => option.value === value);
    return answer ? say(answer.text) : String(value);
  });
  return `${subject} is ${values.join(' or ')}`;
}

interface Asked {
  readonly question?: string | undefined;
  readonly answers: readonly { readonly value: string; readonly text: string }[];
}

/** The question that a fact is the answer to, and its answers; none for what is known otherwise. */
function askedIn({ scripts, instruments }: Pack, fact: string): Asked {
  const [kind, ...names] = fact.split('.');
  const last = names.pop() ?? '';
  const of = names.join('.');
  if (kind === 'item') {
    const item = instruments[of]?.items.find(({ id }) => id === last);
    return item ? { question: item.text, answers: item.options } : { answers: [] };
  }
  const step = kind === 'answer' ? scripts[of]?.steps[last] : undefined;
  if (step?.kind !== 'ask') return { answers: [] };
  return { question: step.say, answers: step.answer.type === 'choice' ? step.answer.options : [] };
}
