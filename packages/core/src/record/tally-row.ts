import type { BehaviourId, Method, NeedId, Outcome } from '../pack/pack.js';
import type { Setting } from '../pack/reader.js';
import { civilDay } from '../pack/standing.js';
import type { ContactRecord } from './record.js';

/** All of a contact that may leave for statistics: no answer, score, text, instant or person. `tally` adds them up. */
export interface TallyRow {
  readonly schema: 'everycontact/tally@1';
  /** ISO 8601, of the civil day at the place: `2026-W47`. */
  readonly week: string;
  /** A ward, a team, a library, as the organisation calls it. */
  readonly unit?: string;
  readonly roleGroup?: string;
  readonly setting: Setting;
  readonly behaviour: BehaviourId;
  readonly method: Method;
  readonly outcome: Outcome;
  /** Needs that were signposted, each with the services that were told, sent or referred to. */
  readonly signposts: readonly { readonly need: NeedId; readonly services: readonly string[] }[];
}

/** Where a contact took place: `timeZone` is the place's, an IANA name; the others are the organisation's own words. */
export interface CountedWhere {
  readonly timeZone: string;
  readonly unit?: string;
  readonly roleGroup?: string;
}

/** The one line of a contact that may be counted. Staff, and whoever has no record of their own, are counted this way only. */
export function toTallyRow(
  { startedAt, setting, behaviour, method, outcome = 'stopped', signposts }: ContactRecord,
  { timeZone, unit, roleGroup }: CountedWhere,
): TallyRow {
  return {
    schema: 'everycontact/tally@1',
    week: weekOf(civilDay(startedAt, timeZone)),
    ...(unit !== undefined && { unit }),
    ...(roleGroup !== undefined && { roleGroup }),
    setting,
    behaviour,
    method,
    outcome,
    signposts: signposts.map(({ need, chosen }) => ({
      need,
      services: [...new Set(chosen.map(({ service }) => service))],
    })),
  };
}

const oneDay = 86_400_000;

/** The week of a civil day: it belongs to the year in which its Thursday lies. */
function weekOf(day: string): string {
  const noon = Date.parse(`${day}T12:00:00Z`);
  const thursday = new Date(noon + (4 - (new Date(noon).getUTCDay() || 7)) * oneDay);
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / oneDay / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}
