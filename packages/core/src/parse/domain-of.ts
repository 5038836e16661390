import type { FactName } from '../pack/fact.js';
import { oncePer } from '../pack/once-per.js';
import type { AnswerSpec, Domain, Pack } from '../pack/pack.js';

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
