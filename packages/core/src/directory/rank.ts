import type { NeedId } from '../pack/pack.js';
import { isInside } from './area.js';
import { metresFrom } from './distance.js';
import { capacity, criteria, route, type Criterion } from './eligibility.js';
import { HOURS_UNKNOWN, minutesUntilOpen } from './opening.js';
import { isRemote, type Profile } from './profile.js';
import type { Question } from './question.js';
import type { Location } from './service.js';

/**
 * The steps of the ranking, first to last, each a whole number with the better the smaller; there is no score. Equal
 * services stand by name, then by id, compared by code unit: the same question always gives the same list.
 */
export interface RankSteps {
  /** Criteria to be checked: the eligible stand first, then the possible with the fewest. */
  readonly unknowns: number;
  /** 0 main topic, 1 side topic, 2 only words in its text. */
  readonly topic: number;
  /** 0 this pair of people can act on it now, 1 nothing is told, 2 somebody else must refer. */
  readonly route: number;
  /** 0 open to new people, 1 waiting list, 2 nothing is told, 3 full. */
  readonly capacity: number;
  /** 1 paused. */
  readonly paused: number;
  /** 0 up to 1 km, or by phone or online; 1 up to 3 km, 2 up to 10, 3 up to 30, 4 further, 5 not known. */
  readonly distance: number;
  /** 0 open now, 1 opens within 24 hours, 2 within 7 days, 3 later, 4 not known. */
  readonly opening: number;
  /** 0 free, 1 unknown or in part, 2 paid. */
  readonly cost: number;
  /** 1 checked more than a year ago, or never. */
  readonly unassured: number;
  /** 0 put first among equals by the local team, 1 else. */
  readonly unpinned: number;
  /** The exact distance in metres; the greatest number where it is not known. */
  readonly metres: number;
}

// What one of each step weighs: all that the steps after it can come to, and one more. The whole stays an exact number.
const METRES = 2 ** 25;
const UNPINNED = METRES;
const UNASSURED = UNPINNED * 2;
const COST = UNASSURED * 2;
const OPENING = COST * 3;
const DISTANCE = OPENING * 5;
const PAUSED = DISTANCE * 6;
const CAPACITY = PAUSED * 2;
const ROUTE = CAPACITY * 4;
const TOPIC = ROUTE * 3;
/** Ranks below this are of eligible services. */
export const POSSIBLE = TOPIC * 3;

/** All steps as one whole number: the smaller stands first. */
export const rankOf = (steps: RankSteps): number =>
  steps.unknowns * POSSIBLE +
  steps.topic * TOPIC +
  steps.route * ROUTE +
  steps.capacity * CAPACITY +
  steps.paused * PAUSED +
  steps.distance * DISTANCE +
  steps.opening * OPENING +
  steps.cost * COST +
  steps.unassured * UNASSURED +
  steps.unpinned * UNPINNED +
  steps.metres;

export interface Judgement {
  /** See `RankSteps`; of a service that is ruled out, where it would have stood. */
  readonly rank: number;
  /** Bit `i` is set where the criterion `i` of `criteria` is not met. Nothing failed: 0. */
  readonly failed: number;
  readonly isRemote: boolean;
}

/** One candidate, without a word of why. Undefined where it does not serve the need. */
export function judge(service: Profile, question: Question): Judgement | undefined {
  const topic = topicOf(service, question.need);
  if (topic < 0) return undefined;
  let [failed, unknowns] = [0, 0];
  for (let i = 0; i < criteria.length; i++) {
    const { truth, ranked } = criteria[i] as Criterion;
    const found = truth(service, question);
    if (found === false) failed |= 1 << i;
    else if (found === 'unknown' && !ranked) unknowns++;
  }
  const metres = metresTo(service, question);
  const rank = rankOf({
    unknowns,
    topic,
    route: routeStep(service, question),
    capacity: capacityStep(service, question),
    paused: service.state === 'paused' ? 1 : 0,
    distance: distanceStep(service, question, metres),
    opening: openingStep(service, question),
    cost: service.cost === 'free' ? 0 : service.cost === 'paid' ? 2 : 1,
    unassured: isAssured(service, question) ? 0 : 1,
    unpinned: service.pinned ? 0 : 1,
    metres: metres ?? METRES - 1,
  });
  return { rank, failed, isRemote: isRemote(service) };
}

export const isAssured = ({ assuredOn }: Pick<Profile, 'assuredOn'>, { assuredSince }: Question) =>
  assuredOn !== undefined && assuredOn >= assuredSince;

function topicOf({ needs }: Profile, wanted: NeedId): number {
  for (const { need, how } of needs) if (need === wanted) return how === 'main' ? 0 : how === 'side' ? 1 : 2;
  return -1;
}

function routeStep(service: Profile, question: Question): number {
  const truth = route(service, question);
  return truth === true ? 0 : truth === undefined ? 1 : 2;
}

function capacityStep(service: Profile, question: Question): number {
  if (capacity(service, question) === undefined) return 2;
  const state = service.capacity?.state;
  return state === 'open' ? 0 : state === 'waiting-list' ? 1 : 3;
}

/** By phone or online is near, but not from a place so far away that the service may not be for people here. */
export function distanceStep(
  service: Pick<Profile, 'delivery' | 'area'>,
  { area }: Question,
  metres: number | undefined,
): number {
  if (
    isRemote(service) &&
    (metres === undefined || service.area.kind === 'national' || isInside(service.area, area) === true)
  )
    return 0;
  return stepOfMetres(metres);
}

/** The step of a way to somebody who has to be gone to. */
export function stepOfMetres(metres: number | undefined): number {
  if (metres === undefined) return 5;
  return metres <= 1_000 ? 0 : metres <= 3_000 ? 1 : metres <= 10_000 ? 2 : metres <= 30_000 ? 3 : 4;
}

function openingStep(service: Profile, { clock, calendar }: Question): number {
  const minutes = minutesUntilOpen(service, clock, calendar);
  if (minutes === HOURS_UNKNOWN) return 4;
  return minutes === 0 ? 0 : minutes <= 1_440 ? 1 : minutes <= 10_080 ? 2 : 3;
}

function metresTo({ locations }: Profile, question: Question): number | undefined {
  let nearest: number | undefined;
  for (const location of locations) {
    const metres = metresToLocation(location, question);
    if (metres !== undefined && !(metres >= (nearest ?? Infinity))) nearest = metres;
  }
  return nearest;
}

type Placed = Pick<Location, 'latitude' | 'longitude' | 'stepFree'>;

/** Undefined where either is not known, and for steps where a way without is asked for. */
export function metresToLocation({ latitude, longitude, stepFree }: Placed, { origin, stepFree: asked }: Question) {
  if (!origin || latitude === undefined || longitude === undefined || (asked && stepFree === 'no')) return undefined;
  return metresFrom(origin, { latitude, longitude });
}
