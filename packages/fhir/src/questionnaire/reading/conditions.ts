import type { FormOption } from './options.js';
import type { Json } from '../../json.js';
import { has, isTrue, objectIn, objectsIn, textAt } from './json.js';

/** A scored question of a form, with those that stand before it. */
export interface Question {
  readonly link: string;
  readonly options: readonly FormOption[];
}
/** With which answers to an earlier question this one is not asked; or why that cannot be said. */
export type Unasked = { readonly of: string; readonly codes: readonly string[] } | { readonly problem: string };

/** What `enableWhen` says of a question, by the answers to one earlier question. */
export function unaskedBy(item: Json, earlier: readonly Question[]): Unasked | undefined {
  const whens = objectsIn(item, 'enableWhen');
  const [first] = whens;
  if (!first) return undefined;
  const links = new Set(whens.map((when) => textAt(when, 'question')));
  const question = earlier.find(({ link }) => link === textAt(first, 'question'));
  if (links.size > 1) return { problem: 'it depends on several questions' };
  if (!question) return { problem: 'it depends on a question that is not a scored one before it' };
  if (!whens.every(isKnown)) return { problem: 'it compares in a way that a choice cannot' };
  const any = textAt(item, 'enableBehavior') === 'any';
  const isAsked = (code: string) =>
    any ? whens.some((when) => holds(when, code)) : whens.every((when) => holds(when, code));
  return { of: question.link, codes: question.options.map(({ code }) => code).filter((code) => !isAsked(code)) };
}

function isKnown(when: Json): boolean {
  const operator = textAt(when, 'operator');
  if (operator === 'exists') return has(when, 'answerBoolean');
  return (operator === '=' || operator === '!=') && wantedBy(when) !== undefined;
}

const wantedBy = (when: Json): string | undefined => {
  const coding = objectIn(when, 'answerCoding');
  return coding ? textAt(coding, 'code') : textAt(when, 'answerString');
};

/** With one answer given. */
function holds(when: Json, code: string): boolean {
  const operator = textAt(when, 'operator');
  if (operator === 'exists') return isTrue(when, 'answerBoolean');
  return (wantedBy(when) === code) === (operator === '=');
}
