import { distanceStep, judge, type Profile, type Question, rankOf, type RankSteps } from '@everycontact/core/directory';
import type { Container } from './container.js';
import type { Opened } from './opened.js';
import { dayWord, isByPhone, type Area, type Hours, type Needs, type Speech, type Terms } from './parts.js';
import { openPool } from './pool.js';

// Core judges a service; each of its parts adds to the rank by itself, so each is judged once a question and a row is a sum.

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

/** What the entries of one pool add to a rank, and the criteria they fail. */
interface Added {
  readonly rank: Float64Array;
  readonly failed: Int32Array;
}
export interface Standing {
  /** Of a service at hand, open and checked: what hours and dates add is never less than nothing. */
  readonly base: number;
  readonly speech: Added;
  readonly terms: Added;
  readonly area: Added;
  /** Terms by phone or online; and of a place that cannot be entered as was asked. */
  readonly remote: Uint8Array;
  readonly closedPlace: Uint8Array;
  /** Areas in which remote counts as near, however far its place. */
  readonly near: Uint8Array;
  /** The classes that serve the need, the best first. */
  readonly classes: readonly number[];
  /** What an entry of needs adds; infinite where it does not serve the need. */
  ofNeeds(entry: number): number;
  ofClass(one: number): number;
  ofHours(entry: number): number;
  /** Details last checked before this word are old, and what that adds. */
  readonly assuredSince: number;
  readonly unassured: number;
}

/** The distance as a part of a rank; `metres` undefined where it is not known. */
export const distanceRank = (step: number, metres = FAR) => step * DISTANCE_STEP + metres;

/** The step of a distance to somebody who is not remote. */
export const stepOf = (question: Question, metres: number | undefined) => distanceStep(bare, question, metres);

export function openStandings(container: Container, file: Opened): (question: Question) => Standing {
  const pools = {
    needs: openPool(container, 'needs') as (entry: number) => Needs,
    speech: openPool(container, 'speech') as (entry: number) => Speech,
    terms: openPool(container, 'terms') as (entry: number) => Terms,
    area: openPool(container, 'area') as (entry: number) => Area,
    hours: openPool(container, 'hours') as (entry: number) => Hours,
  };
  const count = (name: string) => container.column(`${name}.ends`).length;
  const { classNeeds, classSpeech } = file;

  return (question) => {
    const unchecked: Profile = { ...bare, needs: [{ need: question.need, how: 'main' }] };
    const best: Profile = { ...unchecked, hours: always, assuredOn: question.assuredSince };
    const judged = (service: Profile) => {
      const judgement = judge(service, question);
      const distance = distanceRank(distanceStep(service, question, undefined));
      return { rank: (judgement?.rank ?? Infinity) - distance, failed: judgement?.failed ?? 0 };
    };
    const base = judged(best).rank;
    const added = (name: string, partOf: (entry: number) => Partial<Profile>): Added => {
      const all = Array.from({ length: count(name) }, (_, entry) => judged({ ...best, ...partOf(entry) }));
      return {
        rank: Float64Array.from(all, ({ rank }) => rank - base),
        failed: Int32Array.from(all, ({ failed }) => failed),
      };
    };
    const speech = added('speech', (entry) => pools.speech(entry));
    const ofNeeds = lazily(count('needs'), (entry) => judged({ ...best, needs: pools.needs(entry) }).rank - base);
    const ofClass = (one: number) => ofNeeds(classNeeds[one] ?? 0) + (speech.rank[classSpeech[one] ?? 0] ?? Infinity);
    const terms = Array.from({ length: count('terms') }, (_, entry) => pools.terms(entry));
    const areas = Array.from({ length: count('area') }, (_, entry) => pools.area(entry));
    return {
      base,
      speech,
      terms: added('terms', (entry) => profileOf(pools.terms(entry))),
      area: added('area', (entry) => ({ area: pools.area(entry) })),
      remote: Uint8Array.from(terms, (one) => (isByPhone(one) ? 1 : 0)),
      closedPlace: Uint8Array.from(terms, ({ here }) => (question.stepFree && here === 'no' ? 1 : 0)),
      near: Uint8Array.from(areas, (area) =>
        distanceStep({ delivery: ['phone'], area }, question, FAR) === 0 ? 1 : 0,
      ),
      classes: classesOf(file, question.need).sort((a, b) => ofClass(a) - ofClass(b) || a - b),
      ofNeeds,
      ofClass,
      ofHours: lazily(
        count('hours'),
        (entry) => judged({ ...unchecked, assuredOn: question.assuredSince, ...pools.hours(entry) }).rank - base,
      ),
      assuredSince: dayWord(question.assuredSince),
      unassured: judged({ ...unchecked, hours: always }).rank - base,
    };
  };
}

/** Found when it is first asked for. */
function lazily(length: number, find: (entry: number) => number): (entry: number) => number {
  const known = new Float64Array(length).fill(NaN);
  return (entry) => {
    const had = known[entry] ?? Infinity;
    return Number.isNaN(had) ? (known[entry] = find(entry)) : had;
  };
}

function classesOf({ head, needEnds, needClasses, classRows }: Opened, wanted: string): number[] {
  const at = head.needs.findIndex(([need]) => need === wanted);
  if (at < 0) return [];
  const list = needClasses.subarray(at === 0 ? 0 : (needEnds[at - 1] ?? 0), needEnds[at] ?? 0);
  return Array.from(list).filter((one) => one < classRows.length);
}

const profileOf = ({ stepFree, here: _, ...terms }: Terms): Partial<Profile> => ({
  ...terms,
  locations: stepFree.map((one) => ({ stepFree: one })),
});
