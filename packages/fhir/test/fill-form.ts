import './a-web-socket.js';
import { evalFhirPathTyped, toTypedValue } from '@medplum/core';
import type * as r4 from 'fhir/r4.js';

/** One answer: a code, a number, yes or no; several codes where an item takes them. */
export type Answers = ReadonlyMap<string, string | number | boolean | readonly string[]>;
type Value = { readonly code: string } | number | boolean;

/**
 * The items that are on once a form is filled in, as the standards say it, and what it works out. An answer of an item that
 * is off does not count.
 *
 * @throws Error where the form goes round in circles
 */
export function fill(form: r4.Questionnaire, answers: Answers) {
  let values = new Map<string, readonly Value[]>();
  for (let round = 0; round < 60; round += 1) {
    const on = itemsOn(form.item ?? [], values);
    const next = new Map(on.map((item) => [item.linkId, valuesOf(item, answers, values)] as const));
    if (same(values, next)) return { on: on.map(({ linkId }) => linkId), values };
    values = next;
  }
  throw new Error('The form does not come to rest.');
}

const same = (one: object, other: object) =>
  JSON.stringify([...(one as Map<string, unknown>)]) === JSON.stringify([...(other as Map<string, unknown>)]);

const itemsOn = (
  items: readonly r4.QuestionnaireItem[],
  values: ReadonlyMap<string, readonly Value[]>,
): readonly r4.QuestionnaireItem[] =>
  items.flatMap((item) => (isOn(item, values) ? [item, ...itemsOn(item.item ?? [], values)] : []));

function valuesOf(
  { linkId, ...item }: r4.QuestionnaireItem,
  answers: Answers,
  values: ReadonlyMap<string, readonly Value[]>,
): readonly Value[] {
  const expression = expressionOf(item, 'calculatedExpression');
  if (expression !== undefined) return evaluate(expression, values) as readonly Value[];
  const answer = answers.get(linkId);
  if (answer === undefined) return [];
  return [answer].flat().map((one) => (typeof one === 'string' ? { code: one } : one));
}

function isOn(item: r4.QuestionnaireItem, values: ReadonlyMap<string, readonly Value[]>): boolean {
  const expression = expressionOf(item, 'enableWhenExpression');
  if (expression !== undefined) return evaluate(expression, values)[0] === true;
  const whens = (item.enableWhen ?? []).map((when) => holds(when, values.get(when.question) ?? []));
  if (!whens.length) return true;
  return item.enableBehavior === 'any' ? whens.some(Boolean) : whens.every(Boolean);
}

function holds(when: r4.QuestionnaireItemEnableWhen, values: readonly Value[]): boolean {
  const wanted = when.answerCoding?.code ?? when.answerInteger ?? when.answerDecimal ?? when.answerBoolean;
  const isWanted = (value: Value) => (typeof value === 'object' ? value.code : value) === wanted;
  switch (when.operator) {
    case 'exists':
      return values.length > 0 === wanted;
    case '=':
      return values.some(isWanted);
    case '!=':
      return !values.some(isWanted);
    case '>=':
      return values.some((value) => Number(value) >= Number(wanted));
    default:
      return values.some((value) => Number(value) < Number(wanted));
  }
}

const expressionOf = ({ extension = [] }: Pick<r4.QuestionnaireItem, 'extension'>, name: string) =>
  extension.find(({ url }) => url.endsWith(`sdc-questionnaire-${name}`))?.valueExpression?.expression;

/** The answers so far as a response, each alone and in its group. */
function evaluate(expression: string, values: ReadonlyMap<string, readonly Value[]>): readonly unknown[] {
  const alone = [...values]
    .filter(([, own]) => own.length)
    .map(([linkId, own]) => ({ linkId, answer: own.map((value) => ({ value })) }));
  const groups = [...new Set(alone.flatMap(({ linkId }) => groupOf(linkId) ?? []))];
  const grouped = groups.map((linkId) => ({ linkId, item: alone.filter((one) => groupOf(one.linkId) === linkId) }));
  const resource = toTypedValue({ item: [...alone, ...grouped] });
  return evalFhirPathTyped(expression, [resource], { '%resource': resource }).map(({ value }) => value as unknown);
}

const groupOf = (link: string): string | undefined => /^([^.@]+)[.@]/.exec(link)?.[1];
