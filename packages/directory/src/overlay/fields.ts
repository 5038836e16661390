import { civilDate } from '../service/day.js';
import { areaOfCodes } from '../service/area.js';
import { languageTag } from '../service/languages.js';
import { isRaw } from '../source.js';
import type { OverlayEntry } from './overlay.js';

/** One fact of an entry: what may stand there, and its value, or nothing where something else stands there. */
interface Field {
  readonly expected: string;
  readonly read: (written: unknown) => unknown;
}
export type FieldName = Exclude<keyof OverlayEntry, 'where'>;

const stated = ['yes', 'no', 'unknown'];
const costs = ['free', 'paid', 'mixed', 'unknown'];
const whoKeys = ['women', 'men', 'pregnant', 'notPregnant', 'staff', 'volunteers', 'carers', 'others'];
const accessKeys = ['self', 'professional', 'appointment', 'drop-in'];
const needKeys = ['main', 'side', 'not'];

const text = (written: unknown): string | undefined =>
  typeof written === 'string' && written.trim() !== '' && written.length <= 300 ? written.trim() : undefined;
const day = (written: unknown): string | undefined => (typeof written === 'string' ? civilDate(written) : undefined);
const oneOf = (known: readonly string[]) => (written: unknown) => known.find((one) => one === written);
const untilDay = (written: unknown): true | string | undefined => (written === true ? true : day(written));

function years(written: unknown): number | 'none' | undefined {
  if (written === 'none') return 'none';
  return typeof written === 'number' && written >= 0 && written < 120 ? written : undefined;
}

const listOf =
  <T>(read: (written: unknown) => T | undefined) =>
  (written: unknown): readonly T[] | undefined => {
    const values = Array.isArray(written) ? written.map(read) : [undefined];
    return values.every((value) => value !== undefined) && values.length > 0 ? values : undefined;
  };

const recordOf =
  (keys: readonly string[], read: (written: unknown) => unknown) =>
  (written: unknown): Readonly<Record<string, unknown>> | undefined => {
    if (!isRaw(written)) return undefined;
    const entries = Object.entries(written).map(([key, value]) => [key, read(value)] as const);
    const whole = entries.every(([key, value]) => keys.includes(key) && value !== undefined);
    return whole && entries.length > 0 ? Object.fromEntries(entries) : undefined;
  };

function areas(written: unknown): readonly string[] | undefined {
  const codes = listOf(text)(written);
  return codes && areaOfCodes(codes) && codes;
}

const quoted = (known: readonly string[]): string => `"${known.join('", "')}"`;
const statedAbout = (keys: readonly string[]): Field => ({
  expected: `${quoted(stated)} for any of ${quoted(keys)}`,
  read: recordOf(keys, oneOf(stated)),
});

/** All that an entry may say. */
export const fields: Readonly<Record<FieldName, Field>> = {
  service: { expected: 'the id of a service', read: text },
  name: { expected: 'the name of the service', read: text },
  lastChecked: { expected: 'a day such as 2026-11-22', read: day },
  responsible: { expected: 'a role or a shared address of at most 300 characters', read: text },
  needs: { expected: `lists of needs under any of ${quoted(needKeys)}`, read: recordOf(needKeys, listOf(text)) },
  minimumAge: { expected: 'years from 0 to below 120, or "none"', read: years },
  maximumAge: { expected: 'years from 0 to below 120, or "none"', read: years },
  who: statedAbout(whoKeys),
  areas: { expected: 'codes of one sort, first halves of postcodes, or one country', read: areas },
  languages: {
    expected: 'names or codes of languages',
    read: listOf((written) => (typeof written === 'string' ? languageTag(written) : undefined)),
  },
  interpreter: { expected: `one of ${quoted(stated)}`, read: oneOf(stated) },
  cost: { expected: `one of ${quoted(costs)}`, read: oneOf(costs) },
  access: statedAbout(accessKeys),
  stepFree: { expected: `one of ${quoted(stated)}`, read: oneOf(stated) },
  pinned: { expected: 'true, or the last day of it', read: untilDay },
  paused: { expected: 'true, or the last day of it', read: untilDay },
  next: { expected: 'ids of services', read: listOf(text) },
};
