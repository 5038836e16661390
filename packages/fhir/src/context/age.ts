import type { ContextFact, Day } from '@everycontact/core';
import { referenceTo, textAt } from './elements.js';
import type { Person } from './person.js';
import type { From, Stated } from './told.js';
import { daysOf } from './when.js';

const ofAge = 18;

/**
 * Age in whole years, and the age band and `under18` of a pack that has them. Of a birth date without its day only what holds
 * whichever day it was: somebody born in 1960 is certainly of age, their age in years may stay open.
 */
export function age({ pack, patient, today }: Person): readonly Stated[] {
  const facts = ['context.age', 'context.ageBand', 'context.under18'];
  const open = (why: 'unknown' | 'unreadable', message: string, from?: From): readonly Stated[] =>
    facts.map((fact) => ({ fact, why, message, ...(from && { from }) }));
  if (!patient) return open('unknown', 'there is no Patient');
  const reference = referenceTo(patient);
  const from = { path: 'birthDate', ...(reference !== undefined && { reference }) };
  const written = textAt(patient.raw, 'birthDate');
  if (written === undefined) return open('unknown', 'the Patient has no birth date');
  const born = written.includes('T') ? undefined : daysOf(written, pack.place.timeZone);
  const [least, most] = born ? [yearsBetween(born.to, today), yearsBetween(born.from, today)] : [-1, -1];
  if (least < 0 || most > oldest(pack.context['context.age'])) {
    return open(
      'unreadable',
      'the birth date cannot be right: expected a day up to today, within the ages of the pack',
      from,
    );
  }
  const band = bandOf(pack.context['context.ageBand'], least, most);
  const whole = 'the birth date is not given to the day';
  const known = (fact: string, value: string | number | boolean | undefined): Stated =>
    value === undefined ? { fact, why: 'unknown', from, message: whole } : { fact, value, from };
  return [
    known('context.age', least === most ? least : undefined),
    ...(pack.context['context.ageBand'] ? [known('context.ageBand', band)] : []),
    known('context.under18', least >= ofAge ? false : most < ofAge ? true : undefined),
  ];
}

function yearsBetween(born: Day, today: Day): number {
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4));
  return today.slice(5) < born.slice(5) ? years - 1 : years;
}

const oldest = (fact: ContextFact | undefined): number => (fact?.type === 'number' ? fact.max : 120);

/** The band, written `25-44`, that holds both. */
function bandOf(fact: ContextFact | undefined, least: number, most: number): string | undefined {
  if (fact?.type !== 'choice') return undefined;
  return fact.values.find((value) => {
    const [, from, to] = /^(\d+)-(\d+)$/.exec(value) ?? [];
    return from !== undefined && least >= Number(from) && most <= Number(to);
  });
}
