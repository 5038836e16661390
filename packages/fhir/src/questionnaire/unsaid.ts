import type { Finding } from '@everycontact/core';
import { itemsOf } from '@everycontact/core/pack';
import { canAvoid } from './flow.js';
import type { Places } from './places.js';

/** What a script does and its form does not, one by one, so that whoever deploys it knows. */
export function unsaid(places: Places): readonly Finding[] {
  return [...confidential(places), ...ticksLeftOut(places), ...askedElsewhere(places)];
}

const warning = (code: string, where: string, message: string): Finding => ({
  code,
  where,
  message,
  severity: 'warning',
});

const confidential = ({ id, leftOut }: Places) =>
  leftOut.map(({ step, value }) =>
    warning(
      'form-answer-left-out',
      `scripts.${id}.steps.${step}.answer.${value}`,
      'this answer opens urgent help and is never in a record: the form has urgent help instead of it, so say who calls when somebody says this',
    ),
  );

/** Ticks that open urgent help: the form always shows urgent help, and no tick of it can come into a record. */
function ticksLeftOut({ pack, id, script, observed }: Places): readonly Finding[] {
  const ticks = Object.entries(pack.flags).filter(
    ([flag, { observable, ...rest }]) =>
      observable &&
      !observed.values?.includes(flag) &&
      (!('behaviours' in rest) || rest.behaviours.includes(script.behaviour)),
  );
  return ticks.map(([flag]) =>
    warning(
      'form-tick-left-out',
      `flags.${flag}`,
      `this tick is never in a record: the form of "${id}" shows urgent help without it`,
    ),
  );
}

/** Questions that two steps ask: the form has them where they are asked first. */
function askedElsewhere(places: Places): readonly Finding[] {
  const { pack, id, script, items } = places;
  return Object.entries(script.steps).flatMap(([step, found]) => {
    if (found.kind !== 'instrument') return [];
    const missing = itemsOf(pack, found.instrument).filter(
      ({ name }) => !items.get(step)?.some((own) => own.name === name),
    );
    const first = [...items].find(([, own]) => own.some(({ name }) => missing.some((one) => one.name === name)))?.[0];
    return first !== undefined && canAvoid(places, first, step)
      ? [
          warning(
            'form-question-elsewhere',
            `scripts.${id}.steps.${step}`,
            `some answers lead here past "${first}", where the form asks questions that this step needs`,
          ),
        ]
      : [];
  });
}
