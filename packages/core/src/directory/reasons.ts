import type { Truth } from '../pack/trace.js';
import type { Reason, ReasonCode } from './directory.js';
import { criteria, speaks, type Criterion } from './eligibility.js';
import { HOURS_UNKNOWN, minutesUntilClosed, minutesUntilOpen, NOT_SOON } from './opening.js';
import { isRemote } from './profile.js';
import type { Question } from './question.js';
import { isAssured } from './rank.js';
import type { Service } from './service.js';

/** What came of one criterion; `not-asked` where it has nothing to say about this service and this person. */
export interface Verdict {
  readonly code: ReasonCode;
  readonly truth: Truth | 'not-asked';
  readonly with?: Reason['with'];
  /** Not knowing it is ranked by a step of its own, and leaves the service eligible. */
  readonly ranked?: true;
}

/** Every criterion for this service and this question, in the order in which they decide. */
export function verdictsOn(service: Service, question: Question): readonly Verdict[] {
  return criteria.map((criterion) => {
    const { code, truth: verdict, ranked } = criterion;
    const truth = verdict(service, question);
    const told =
      truth === undefined ? { code, truth: 'not-asked' as const } : reasonBy(criterion, truth, service, question);
    return ranked ? { ...told, ranked } : told;
  });
}

/** The criterion that rules a service out: the first, or the one named. */
export function failing(service: Service, question: Question, only?: ReasonCode): Reason | undefined {
  for (const criterion of criteria)
    if ((only === undefined || only === criterion.code) && criterion.truth(service, question) === false)
      return reasonBy(criterion, false, service, question);
  return undefined;
}

/**
 * Why this one: the criteria that say something, then what else there is to know of it: that it speaks another language than the
 * one on the screen, too. `unknowns`: how many are to be checked.
 *
 * @param metres to the nearest place, where it is known
 */
export function explain(service: Service, question: Question, metres: number | undefined) {
  const reasons: Reason[] = service.pinned ? [{ code: 'pinned', truth: true }] : [];
  let unknowns = 0;
  for (const criterion of criteria) {
    const truth = criterion.truth(service, question);
    if (truth === undefined) continue;
    if (truth === 'unknown' && !criterion.ranked) unknowns++;
    reasons.push(reasonBy(criterion, truth, service, question));
  }
  for (const { need, how } of service.needs)
    if (need === question.need) {
      reasons.push({ code: SERVES[how], truth: true });
      break;
    }
  if (metres !== undefined)
    reasons.push({ code: 'distance', truth: question.about ? 'unknown' : true, with: { metres } });
  else if (isRemote(service)) reasons.push({ code: 'remote', truth: true });
  const [first] = service.languages;
  if (first !== undefined && question.language === undefined && !speaks(service, question.read))
    reasons.push({ code: 'language', truth: true, with: { language: first } });
  addOpening(reasons, service, question);
  if (service.cost === 'free' && !question.mustBeFree) reasons.push({ code: 'free', truth: true });
  const { assuredOn } = service;
  const truth = isAssured(service, question) || 'unknown';
  reasons.push(
    assuredOn === undefined ? { code: 'assured', truth } : { code: 'assured', truth, with: { date: assuredOn } },
  );
  return { reasons, unknowns };
}
const SERVES = { main: 'need-main', side: 'need-side', wording: 'need-wording' } as const;

/** Open, and until when; or when it opens next; or that its hours are to be checked. Nothing where none are told. */
function addOpening(reasons: Reason[], service: Service, { clock, calendar }: Question): void {
  const minutes = minutesUntilOpen(service, clock, calendar);
  if (minutes === HOURS_UNKNOWN || minutes === NOT_SOON) {
    if ((service.timetable ?? service.hours)?.length) reasons.push({ code: 'hours', truth: 'unknown' });
    return;
  }
  const open = minutes === 0 ? minutesUntilClosed(service, clock, calendar) : 0;
  const at = clock.minute + minutes + open;
  if (open >= DAY) reasons.push({ code: 'open-now', truth: true });
  else if (open > 0) reasons.push({ code: 'open-until', truth: true, with: { time: timeAt(at) } });
  else {
    const inDays = Math.floor(at / DAY);
    const day = calendar[inDays + 1]?.date ?? clock.today;
    reasons.push({ code: 'opens', truth: true, with: { day, inDays, time: timeAt(at) } });
  }
}
const DAY = 1440;

const timeAt = (minute: number) => `${twoDigits(Math.floor((minute % DAY) / 60))}:${twoDigits(minute % 60)}`;
const twoDigits = (number: number) => (number < 10 ? `0${number}` : `${number}`);

function reasonBy({ code, with: values }: Criterion, truth: Truth, service: Service, question: Question): Reason {
  const parameters = values?.(service, question);
  return parameters ? { code, truth, with: parameters } : { code, truth };
}
