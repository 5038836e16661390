import {
  distanceStep,
  isRemote,
  judge,
  type Profile,
  type Question,
  rankOf,
  type RankSteps,
} from '@everycontact/core/directory';
import type { Container } from './container.js';
import { dayWord, HOW, type Area, type Hours, type Speech, type Terms } from './parts.js';
import { openPool } from './pool.js';

// Core judges a service; each of its parts adds to the rank by itself, so each is judged once and an entry is a sum.

const none: RankSteps = {
  unknowns: 0,
  topic: 0,
  route: 0,
  capacity: 0,
  paused: 0,
  distance: 0,
  opening: 0,
  cost: 0,
  unassured: 0,
  unpinned: 0,
  metres: 0,
};
const DISTANCE_STEP = rankOf({ ...none, distance: 1 });
/** The metres of what has no distance. */
export const FAR = rankOf({ ...none, unpinned: 1 }) - 1;
/** Ranks below this are of eligible services. */
export const POSSIBLE = rankOf({ ...none, unknowns: 1 });

/** A service that says nothing and is checked by nobody. */
const bare: Profile = {
  needs: [],
  who: {},
  area: { kind: 'national' },
  languages: [],
  interpreter: 'unknown',
  state: 'open',
  access: { self: 'unknown', professional: 'unknown', appointment: 'unknown', 'drop-in': 'unknown' },
  cost: 'free',
  delivery: ['in-person'],
  locations: [],
};
const always = ([1, 2, 3, 4, 5, 6, 7] as const).map((day) => ({ day, opens: '00:00', closes: '23:59' }));

/** What the entries of one pool add to a rank, and the criteria they fail: judged when they are first met. */
export interface Added {
  /** Not a number until `meet` was called. */
  readonly rank: Float64Array;
  readonly failed: Int32Array;
  meet(entry: number): number;
}
/** What stays the same for all questions with the same facts on the same day, whatever they need and wherever they come from. */
export interface Standing {
  /** Of a service at hand, open and checked: what hours, dates and areas add is never less than nothing. */
  readonly base: number;
  /** What the way adds in which a service is for the need. */
  readonly how: readonly number[];
  readonly speech: Added;
  readonly terms: Added;
  readonly area: Added;
  /** Terms by phone or online; and of a place that cannot be entered as was asked. */
  readonly remote: Uint8Array;
  readonly closedPlace: Uint8Array;
  /** Whether remote counts as near in an area, however far its place. */
  isNear(area: number): boolean;
  /** Details last checked before this word are old, and what that adds. */
  readonly assuredSince: number;
  readonly unassured: number;
}

/** The distance as a part of a rank; `metres` undefined where it is not known. */
export const distanceRank = (step: number, metres = FAR) => step * DISTANCE_STEP + metres;

export function openStandings(container: Container) {
  const pools = {
    speech: openPool(container, 'speech') as (entry: number) => Speech,
    terms: openPool(container, 'terms') as (entry: number) => Terms,
    area: openPool(container, 'area') as (entry: number) => Area,
    hours: openPool(container, 'hours') as (entry: number) => Hours,
  };
  const count = (name: string) => container.column(`${name}.ends`).length;
  const judgedBy = (question: Question) => {
    const unchecked: Profile = { ...bare, needs: [{ need: question.need, how: 'main' }] };
    const best: Profile = { ...unchecked, hours: always, assuredOn: question.assuredSince };
    const judged = (service: Profile) => {
      const judgement = judge(service, question);
      const distance = distanceRank(distanceStep(service, question, undefined));
      return { rank: (judgement?.rank ?? Infinity) - distance, failed: judgement?.failed ?? 0 };
    };
    return { unchecked, best, judged, base: judged(best).rank };
  };

  function standingOf(question: Question): Standing {
    const { unchecked, best, judged, base } = judgedBy(question);
    const added = (name: string, partOf: (entry: number) => Partial<Profile>) =>
      lazily(count(name), (entry) => {
        const { rank, failed } = judged({ ...best, ...partOf(entry) });
        return { rank: rank - base, failed };
      });
    const terms = Array.from({ length: count('terms') }, (_, entry) => pools.terms(entry));
    return {
      base,
      how: HOW.map((how) => judged({ ...best, needs: [{ need: question.need, how }] }).rank - base),
      speech: added('speech', (entry) => pools.speech(entry)),
      terms: added('terms', (entry) => profileOf(pools.terms(entry))),
      area: added('area', (entry) => ({ area: pools.area(entry) })),
      remote: Uint8Array.from(terms, (one) => (isRemote(one) ? 1 : 0)),
      closedPlace: Uint8Array.from(terms, ({ here }) => (question.stepFree && here === 'no' ? 1 : 0)),
      isNear: (area) => distanceStep({ delivery: ['phone'], area: pools.area(area) }, question, Infinity) === 0,
      assuredSince: dayWord(question.assuredSince),
      unassured: judged({ ...unchecked, hours: always }).rank - base,
    };
  }

  /** What the hours of a service add at this minute. */
  function hoursAt(question: Question): Added {
    const { unchecked, judged, base } = judgedBy(question);
    const open = { ...unchecked, assuredOn: question.assuredSince };
    return lazily(count('hours'), (entry) => ({
      rank: judged({ ...open, ...pools.hours(entry) }).rank - base,
      failed: 0,
    }));
  }

  return { standingOf, hoursAt };
}

function lazily(length: number, find: (entry: number) => { readonly rank: number; readonly failed: number }): Added {
  const rank = new Float64Array(length).fill(NaN);
  const failed = new Int32Array(length);
  return {
    rank,
    failed,
    meet(entry) {
      if (!(entry < length)) return Infinity;
      const found = find(entry);
      failed[entry] = found.failed;
      return (rank[entry] = found.rank);
    },
  };
}

const profileOf = ({ stepFree, here: _, ...terms }: Terms): Partial<Profile> => ({
  ...terms,
  locations: stepFree.map((one) => ({ stepFree: one })),
});
