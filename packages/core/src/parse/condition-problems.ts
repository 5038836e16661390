import type { Condition } from '../pack/condition.js';
import type { FactName, Value } from '../pack/fact.js';
import type { AnswerSpec, Domain, Pack } from '../pack/pack.js';
import { itemsOf } from '../rules/score.js';

/** Facts no pack part can give, and constants outside what the fact can be. */
export function conditionProblems(pack: Pack, condition: Condition): string[] {
  if ('not' in condition) return conditionProblems(pack, condition.not);
  if ('all' in condition) return condition.all.flatMap((part) => conditionProblems(pack, part));
  if ('any' in condition) return condition.any.flatMap((part) => conditionProblems(pack, part));
  const domain = domainOf(pack, condition.fact);
  if (!domain)
    return [`expected a fact this pack can know, found "${condition.fact}": declare it, or correct the name`];
  if (!('is' in condition)) return [];
  const wanted: readonly Value[] = Array.isArray(condition.is) ? condition.is : [condition.is as Value];
  return wanted
    .filter((value) => !possible(domain, value))
    .map((value) => `expected a value that "${condition.fact}" can have, found ${JSON.stringify(value)}: correct it`);
}

function possible(domain: Domain, value: Value): boolean {
  if (domain.type === 'yes-no') return typeof value === 'boolean';
  if (domain.type === 'choice') return domain.values.includes(String(value));
  if (domain.type === 'number') return typeof value === 'number' && value >= domain.min && value <= domain.max;
  return typeof value === 'string';
}

export function domainOf(pack: Pack, name: FactName): Domain | undefined {
  const [family, ...rest] = name.split('.');
  const id = rest.join('.');
  if (family === 'context') return pack.context[name as `context.${string}`];
  if (family === 'score')
    return pack.instruments[id] && { type: 'number', min: 0, max: Number.MAX_SAFE_INTEGER, by: 1 };
  if (family === 'measure')
    return pack.measures.some(({ of }) => of === id)
      ? { type: 'number', min: 0, max: Number.MAX_SAFE_INTEGER, by: 0.01 }
      : undefined;
  if (family === 'item') {
    const item = Object.keys(pack.instruments)
      .flatMap((one) => itemsOf(pack, one))
      .find((one) => one.name === name);
    return item && { type: 'choice', values: item.options.map(({ value }) => value) };
  }
  const script = Object.keys(pack.scripts).find((one) => id.startsWith(`${one}.`));
  const step = script === undefined ? undefined : pack.scripts[script]?.steps[id.slice(script.length + 1)];
  return step?.kind === 'ask' ? domainOfAnswer(step.answer) : undefined;
}

function domainOfAnswer(spec: AnswerSpec): Domain {
  if (spec.type === 'choice') return { type: 'choice', values: spec.options.map(({ value }) => value) };
  if (spec.type === 'ruler') return { type: 'number', min: 0, max: 10, by: 1 };
  return { type: 'number', min: spec.min, max: spec.max, by: spec.by };
}
