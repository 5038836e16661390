import { isDay } from './calendar.js';
import { migrate } from './migrate.js';
import type { Finding } from './pack.js';

/** Says of a value what is wrong with it. @param where its path in the file */
export type Check = (value: unknown, where: string, wrong: Wrong) => void;
type Wrong = (where: string, expected: string, found: unknown) => void;

const most = 50;

/** A file as it is today, or at most fifty findings; a newer one is refused with both numbers. */
export function shaped(
  kind: 'policy' | 'history' | 'host-context' | 'record' | 'tally',
  written: unknown,
  shape: Check,
): { readonly json: unknown; readonly problems: readonly Finding[] } {
  const { json, problem } = migrate(kind, written);
  if (problem) return { json, problems: [problem] };
  const problems: Finding[] = [];
  shape(json, '', (where, expected, value) => {
    if (problems.length >= most) return;
    const message = `expected ${expected}, found ${inWords(value)}: correct it`;
    problems.push({ code: `${kind}-shape`, where, message });
  });
  return { json, problems };
}

type Checks = Readonly<Record<string, Check>>;

/** Nothing but these. */
export function object(required: Checks, optional: Checks = {}): Check {
  const known = Object.keys({ ...required, ...optional });
  const rest = holding(required, optional);
  return (value, where, wrong) => {
    if (isObject(value))
      for (const key of Object.keys(value))
        if (!known.includes(key)) wrong(under(where, key), `only ${known.join(', ')}`, key);
    rest(value, where, wrong);
  };
}

/** These, and whatever else there is. */
export const holding =
  (required: Checks, optional: Checks = {}): Check =>
  (value, where, wrong) => {
    if (!isObject(value)) {
      wrong(where, 'an object', value);
      return;
    }
    for (const [key, check] of Object.entries({ ...required, ...optional }))
      if (Object.hasOwn(required, key) || value[key] !== undefined) check(value[key], under(where, key), wrong);
  };

export const list =
  (check: Check): Check =>
  (value, where, wrong) => {
    if (!Array.isArray(value)) {
      wrong(where, 'a list', value);
      return;
    }
    value.forEach((one, index) => check(one, under(where, String(index)), wrong));
  };

export const named =
  (check: Check): Check =>
  (value, where, wrong) => {
    if (!isObject(value)) {
      wrong(where, 'an object', value);
      return;
    }
    for (const [key, one] of Object.entries(value)) check(one, under(where, key), wrong);
  };

/** A value for which a sentence is true: `fits` is asked, `expected` says what it asked for. */
export const that =
  (expected: string, fits: (value: unknown) => boolean): Check =>
  (value, where, wrong) => {
    if (!fits(value)) wrong(where, expected, value);
  };

export const oneOf = (...known: readonly unknown[]): Check =>
  that(`one of ${known.map((one) => JSON.stringify(one)).join(', ')}`, (value) => known.includes(value));
export const text = that('a text', (value) => typeof value === 'string' && value.length > 0);
export const yesNo = that('true or false', (value) => typeof value === 'boolean');
export const whole = (least: number): Check =>
  that(`a whole number from ${least}`, (value) => Number.isSafeInteger(value) && Number(value) >= least);
const isDate = (value: unknown) => typeof value === 'string' && isDay(value);
export const day = that('a date such as 2026-11-22', isDate);
export const instant = that('an instant such as 2026-11-22T09:30:00Z', (value) => {
  const [date, time = ''] = String(value).split('T');
  return (
    typeof value === 'string' &&
    isDate(date) &&
    /^\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(time) &&
    isTime(value)
  );
});

const isTime = (value: string) => Number.isFinite(Date.parse(value));

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const under = (where: string, key: string) => (where ? `${where}.${key}` : key);

function inWords(found: unknown): string {
  if (found === undefined) return 'nothing';
  if (Array.isArray(found)) return `a list of ${found.length}`;
  return isObject(found) ? 'an object' : JSON.stringify(found).slice(0, 60);
}
