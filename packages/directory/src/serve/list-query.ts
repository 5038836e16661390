import type { Opening, Service } from '@everycontact/core';
import { madeId } from './made-id.js';

/** What a client asked of a list: which services, in which form, which part of them. */
export interface ListQuery {
  readonly fits: (service: Service) => boolean;
  readonly form: 'short' | 'full' | 'minimal';
  readonly lines: boolean;
  readonly page: number;
  readonly perPage: number;
}

/** A question that cannot be answered, in words for whoever wrote the client. */
export class Refused extends Error {}

type Test = (service: Service) => boolean;
interface Parameter {
  readonly name: string;
  readonly description: string;
  readonly schema: {
    readonly type: string;
    readonly minimum?: number;
    readonly maximum?: number;
    readonly enum?: readonly string[];
  };
  /** For those that choose services. */
  readonly fits?: (value: string) => Test;
}

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const morePages = 500;
const fold = (text: string): string => text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');

/** Every parameter of `GET /services`, as Open Referral UK and HSDS describe it. Those that choose are joined by AND. */
export const listParameters: readonly Parameter[] = [
  { name: 'page', description: 'The page, counted from 1.', schema: { type: 'integer', minimum: 1 } },
  {
    name: 'per_page',
    description: `Services on a page, at most ${morePages}; 50 by default.`,
    schema: { type: 'integer', minimum: 1, maximum: morePages },
  },
  {
    name: 'search',
    description: 'Words that all stand in the name, the organization or the description, in any case.',
    schema: { type: 'string' },
    fits: (value) => {
      const words = fold(value).split(/\s+/).filter(Boolean);
      return ({ name, organization, summary, text }) => {
        const said = fold([name, organization.name, summary, text].filter(Boolean).join(' '));
        return words.every((word) => said.includes(word));
      };
    },
  },
  {
    name: 'taxonomy_term_id',
    description: 'The id of a term of the taxonomy "everycontact needs", or the need itself, such as stop-smoking.',
    schema: { type: 'string' },
    fits: (value) => {
      const wanted = value.toLowerCase();
      // Needs are few and services many: each term is looked at once.
      const known = new Map<string, boolean>();
      const isWanted = ({ need, how }: Service['needs'][number]): boolean => {
        const name = how === 'main' ? need : `${need} > ${how}`;
        const held = known.get(name) ?? (need === wanted || madeId('term', 'needs', name) === wanted);
        known.set(name, held);
        return held;
      };
      return ({ needs }) => needs.some(isWanted);
    },
  },
  {
    name: 'taxonomy_id',
    description: 'The id of the taxonomy "everycontact needs": services that meet any need.',
    schema: { type: 'string' },
    fits: (value) => (value === madeId('taxonomy', 'needs') ? ({ needs }) => needs.length > 0 : () => false),
  },
  {
    name: 'organization_id',
    description: 'The id of the organization, as its services have it.',
    schema: { type: 'string' },
    fits:
      (value) =>
      ({ organization }) =>
        [organization.id, madeId('organization', organization.id ?? organization.name)].includes(value),
  },
  {
    name: 'modified_after',
    description: 'Services changed on or after this day; those of which nobody knows when they changed are among them.',
    schema: { type: 'string' },
    fits: (value) => {
      const at = Date.parse(value);
      if (Number.isNaN(at))
        throw new Refused(`"modified_after" must be a day or instant such as 2026-11-22, found "${shown(value)}".`);
      const day = new Date(at).toISOString().slice(0, 10);
      return ({ changedOn }) => changedOn === undefined || changedOn >= day;
    },
  },
  {
    name: 'minimum_age',
    description: 'Services that state a minimum age of at least this, in years. It does not ask who may come.',
    schema: { type: 'number', minimum: 0 },
    fits: (value) => {
      const years = numberOf('minimum_age', value);
      return ({ minimumAge }) => minimumAge !== undefined && minimumAge >= years;
    },
  },
  {
    name: 'maximum_age',
    description: 'Services that state a maximum age of at most this, in years. It does not ask who may come.',
    schema: { type: 'number', minimum: 0 },
    fits: (value) => {
      const years = numberOf('maximum_age', value);
      return ({ maximumAge }) => maximumAge !== undefined && maximumAge <= years;
    },
  },
  {
    name: 'day',
    description: 'Services with an opening on this day of the week.',
    schema: { type: 'string', enum: weekdays },
  },
  {
    name: 'start_time',
    description: 'Services with an opening that begins at this time or later, 09:00.',
    schema: { type: 'string' },
  },
  {
    name: 'end_time',
    description: 'Services with an opening that ends at this time or earlier, 17:00.',
    schema: { type: 'string' },
  },
  {
    name: 'full',
    description: 'true: whole records, with their lists.',
    schema: { type: 'string', enum: ['true', 'false'] },
  },
  {
    name: 'minimal',
    description: 'true: only id and last_modified.',
    schema: { type: 'string', enum: ['true', 'false'] },
  },
  {
    name: 'format',
    description: 'ndjson: one service a line, all of them, without pages.',
    schema: { type: 'string', enum: ['json', 'ndjson'] },
  },
];

/** Reads the parameters of a list. @throws Refused for one that is unknown, given twice, or has a value it cannot have */
export function readListQuery(given: URLSearchParams): ListQuery {
  const names = [...given.keys()];
  const values = new Map<string, string>();
  for (const { name, schema } of listParameters) {
    const [value, more] = given.getAll(name);
    if (value === undefined) continue;
    if (more !== undefined) throw new Refused(`"${name}" was given more than once: give it once.`);
    if (value.length > 200) throw new Refused(`"${name}" has ${value.length} characters: at most 200 are read.`);
    if (schema.enum && !schema.enum.includes(value))
      throw new Refused(`"${name}" must be one of ${schema.enum.join(', ')}, found "${shown(value)}".`);
    values.set(name, value);
  }
  const unknown = names.find((name) => !listParameters.some((parameter) => parameter.name === name));
  if (unknown !== undefined) {
    const known = listParameters.map(({ name }) => name).join(', ');
    throw new Refused(
      `There is no parameter "${shown(unknown)}", and leaving it aside could mislead: there is ${known}.`,
    );
  }
  const lines = values.get('format') === 'ndjson';
  if (lines && (values.has('page') || values.has('per_page')))
    throw new Refused('"format=ndjson" gives everything without pages: leave out "page" and "per_page".');
  if (values.get('full') === 'true' && values.get('minimal') === 'true')
    throw new Refused('"full" and "minimal" contradict each other: give one of them.');
  const tests = listParameters.flatMap(({ name, fits }) => {
    const value = values.get(name);
    return value === undefined || fits === undefined ? [] : [fits(value)];
  });
  const opening = openingTest(values);
  if (opening) tests.push(opening);
  return {
    fits: (service) => tests.every((test) => test(service)),
    form: values.get('full') === 'true' ? 'full' : values.get('minimal') === 'true' ? 'minimal' : 'short',
    lines,
    page: wholeNumber('page', values.get('page') ?? '1'),
    perPage: wholeNumber('per_page', values.get('per_page') ?? '50'),
  };
}

/** Day and times must hold of one and the same opening. */
function openingTest(values: ReadonlyMap<string, string>): Test | undefined {
  const day = values.get('day');
  const from = clock('start_time', values);
  const to = clock('end_time', values);
  if (day === undefined && from === undefined && to === undefined) return undefined;
  const number = weekdays.indexOf(day ?? '') + 1;
  return ({ hours, timetable }) =>
    (timetable ?? hours ?? []).some((opening) => {
      const { opens, closes } = opening;
      const on: readonly Opening['day'][] | undefined = 'day' in opening ? [opening.day] : opening.days;
      const thatDay = day === undefined || on === undefined || on.some((one) => one === number);
      return thatDay && (from === undefined || opens >= from) && (to === undefined || (closes > opens && closes <= to));
    });
}

function clock(name: string, values: ReadonlyMap<string, string>): string | undefined {
  const value = values.get(name);
  if (value === undefined || /^([01]\d|2[0-3]):[0-5]\d(:\d\d)?$/.test(value)) return value?.slice(0, 5);
  throw new Refused(`"${name}" must be a time such as 09:00, found "${shown(value)}".`);
}

function numberOf(name: string, value: string): number {
  const number = Number(value);
  if (value.trim() !== '' && Number.isFinite(number) && number >= 0) return number;
  throw new Refused(`"${name}" must be a number of years, found "${shown(value)}".`);
}

function wholeNumber(name: 'page' | 'per_page', value: string): number {
  const { minimum = 1, maximum = Number.MAX_SAFE_INTEGER } =
    listParameters.find((one) => one.name === name)?.schema ?? {};
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= minimum && number <= maximum) return number;
  const upTo = name === 'per_page' ? ` to ${maximum}` : '';
  throw new Refused(`"${name}" must be a whole number from ${minimum}${upTo}, found "${shown(value)}".`);
}

const shown = (value: string): string => (value.length > 40 ? `${value.slice(0, 39)}…` : value);
