import type { Condition } from '../pack/condition.js';
import type { FactName, Value } from '../pack/fact.js';
import { oncePer } from '../pack/once-per.js';
import type { AnswerSpec, Domain, Pack } from '../pack/pack.js';

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

/** What a fact can be; nothing for one that this pack cannot know. */
export const domainOf = (pack: Pack, name: FactName): Domain | undefined => domains(pack).get(name);

const domains = oncePer((pack: Pack): ReadonlyMap<string, Domain> => {
  const sum = { type: 'number', min: 0, max: Number.MAX_SAFE_INTEGER, by: 1 } as const;
  const answers = Object.entries(pack.scripts).flatMap(([script, { steps }]) =>
    Object.entries(steps).flatMap(([id, step]): [string, Domain][] =>
      step.kind === 'ask' ? [[`answer.${script}.${id}`, domainOfAnswer(step.answer)]] : [],
    ),
  );
  const items = Object.entries(pack.instruments).flatMap(([instrument, { items: all }]) =>
    all.map(({ id, options }): [string, Domain] => [
      `item.${instrument}.${id}`,
      { type: 'choice', values: options.map(({ value }) => value) },
    ]),
  );
  return new Map([
    ...Object.entries<Domain>(pack.context),
    ...answers,
    ...items,
    ...Object.keys(pack.instruments).map((id): [string, Domain] => [`score.${id}`, sum]),
    ...pack.measures.map(({ of }): [string, Domain] => [`measure.${of}`, { ...sum, by: 0.01 }]),
  ]);
});

function domainOfAnswer(spec: AnswerSpec): Domain {
  if (spec.type === 'choice') return { type: 'choice', values: spec.options.map(({ value }) => value) };
  if (spec.type === 'ruler') return { type: 'number', min: 0, max: 10, by: 1 };
  return { type: 'number', min: spec.min, max: spec.max, by: spec.by };
}
