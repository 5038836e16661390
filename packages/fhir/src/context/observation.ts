import type { Resource } from '../services/resource.js';
import { codesAt, codingsAt, type Raw, recordAt, referenceTo, textAt } from './elements.js';
import type { Person } from './person.js';
import type { From, Open } from './told.js';
import { latestOf, whenIn, type When } from './when.js';

/** An Observation that says something about what was asked. */
export interface Observed {
  readonly resource: Resource;
  readonly from: From;
  readonly when?: When;
}

const happened = ['effectiveDateTime', 'effectivePeriod', 'effectiveInstant'];

/** When what an Observation says was so. */
export const whenObserved = (raw: Raw, timeZone: string): When | undefined => whenIn(raw, happened, timeZone);

const hasStatus = (raw: Raw, ...statuses: readonly string[]) => statuses.includes(textAt(raw, 'status') ?? '');

/** Whether somebody stands by what an Observation says. */
export const isFinal = (raw: Raw): boolean => hasStatus(raw, 'final', 'amended', 'corrected');

/** Whether what an Observation says was never so, or was taken back. */
export const isVoid = (raw: Raw): boolean => hasStatus(raw, 'entered-in-error', 'cancelled');

/**
 * The newest of the Observations whose code stands for one of `concepts`; several where nothing tells which is the newest.
 *
 * @returns those, or why the newest cannot be used: what is older than it is not the last
 */
export function newest(
  person: Person,
  fact: string,
  concepts: readonly string[],
  path: string,
): readonly Observed[] | Open {
  const { meanings, pack, resources, today } = person;
  const about = resources
    .filter(({ type, raw }) => type === 'Observation' && !isVoid(raw))
    .filter(({ raw }) => [...meanings.of(codingsAt(raw, 'code'))].some((concept) => concepts.includes(concept)))
    .map((resource): Observed => {
      const when = whenObserved(resource.raw, pack.place.timeZone);
      const reference = referenceTo(resource);
      const from = { path, ...(reference !== undefined && { reference }), ...(when && { date: when.written }) };
      return { resource, from, ...(when && { when }) };
    });
  if (about.length === 0) return { fact, why: 'unknown' };
  const newestOnes = latestOf(about);
  const problem = newestOnes.map((one) => problemOf(one, today)).find((one) => one !== undefined);
  if (problem === undefined) return newestOnes;
  return { fact, ...problem };
}

function problemOf({ resource: { raw }, from, when }: Observed, today: string): Omit<Open, 'fact'> | undefined {
  const unreadable = (message: string) => ({ why: 'unreadable', from, message }) as const;
  if (!isFinal(raw)) return unreadable('its status is not final');
  if (when && when.from > today) return unreadable('its date is in the future');
  if (recordAt(raw, 'dataAbsentReason')) return absent(codesAt(raw, 'dataAbsentReason'), from);
  return undefined;
}

/** Why the record itself says that there is no value. */
function absent(reasons: readonly string[], from: From): Omit<Open, 'fact'> {
  if (reasons.includes('not-applicable')) return { why: 'none', from, message: 'recorded as not applicable' };
  const failed = [
    'error',
    'not-a-number',
    'negative-infinity',
    'positive-infinity',
    'unsupported',
    'masked',
    'as-text',
  ];
  const [reason = 'none given'] = reasons;
  const why = failed.includes(reason) ? 'unreadable' : 'unknown';
  return { why, from, message: `recorded without a value, reason: ${reason.slice(0, 60)}` };
}
