import { england } from '@everycontact/content/england';
import { policy } from '@everycontact/content/policies/default';
import { evaluate } from '@everycontact/core';
import { decide, emptyHistory } from '@everycontact/core/prompting';
import { Engine } from 'json-rules-engine';

const now = '2026-11-22T09:30:00.000Z';
const facts = { 'context.age': 41, 'context.role': 'care', 'context.pregnant': false, 'context.endOfLife': false };
const entries = Array.from({ length: 20 }, (_, i) => ({
  at: new Date(Date.parse(now) - (400 + 10 * i) * 86_400_000).toISOString(),
  contactId: `contact-${i}`,
  script: 'smoking.vba',
  happened: 'shown',
}));
const preview = { ...policy, preview: true };
const history = { ...emptyHistory, entries };

/** Every script of the pack, every row of the policy, a history of twenty prompts. */
export const decided = () =>
  decide(england, preview, history, facts, now).some(({ script, show }) => show && script === 'smoking.vba');

/** The rows that are conditions on facts, for all engines alike; none of them is about an answer. */
const nevers = policy.rules.flatMap(({ never }) => (never ? [never] : []));

export const evaluated = () => nevers.every((never) => evaluate(never, facts).truth !== true);

const engine = new Engine(
  nevers.map((never) => ({ conditions: { any: [translated(never)] }, event: { type: 'never' } })),
  { allowUndefinedFacts: true },
);
export const engineRun = async () => (await engine.run(facts)).events.length === 0;

export const looped = () => nevers.every((never) => !holds(never));

function holds(condition) {
  if (condition.any) return condition.any.some(holds);
  if (condition.all) return condition.all.every(holds);
  if (condition.not) return !holds(condition.not);
  const found = facts[condition.fact];
  const { is } = condition;
  if (is !== undefined) return Array.isArray(is) ? is.includes(found) : is === found;
  return 'below' in condition ? found < condition.below : found >= condition.atLeast;
}

function translated(condition) {
  if (condition.any) return { any: condition.any.map(translated) };
  if (condition.all) return { all: condition.all.map(translated) };
  if (condition.not) return { not: translated(condition.not) };
  const { fact, is, below, atLeast } = condition;
  if (is !== undefined) return { fact, operator: 'in', value: [is].flat() };
  return below === undefined
    ? { fact, operator: 'greaterThanInclusive', value: atLeast }
    : { fact, operator: 'lessThan', value: below };
}
