import type { Truth } from '../pack/trace.js';
import type { Reason, ReasonCode } from './directory.js';
import { criteria } from './eligibility.js';
import { HOURS_UNKNOWN, minutesUntilClosed, minutesUntilOpen, NOT_SOON } from './opening.js';
import { isRemote } from './profile.js';
import type { Question } from './question.js';
import { isAssured, metresTo } from './rank.js';
import type { Service } from './service.js';

/** What came of one criterion; `not-asked` where it has nothing to say about this service and this person. */
export interface Verdict {
  readonly code: ReasonCode;
  readonly truth: Truth | 'not-asked';
  readonly with?: Reason['with'];
  /** Ranked by a step of its own, not counted as an unknown. */
  readonly ranked?: true;
}

/** Every criterion for this service and this question, in the order in which they decide: the whole explanation. */
export function verdictsOn(service: Service, question: Question): readonly Verdict[] {
  return criteria.map(({ code, truth, with: parameters, ranked }) => {
    const found = truth(service, question) ?? 'not-asked';
    const values = found === 'not-asked' ? undefined : parameters?.(service, question);
    return { code, truth: found, ...(values && { with: values }), ...(ranked && { ranked }) };
  });
}

/** The criteria that say something, then what else speaks for the service: why this one, shortest first. */
export function reasonsFor(service: Service, question: Question): readonly Reason[] {
  const { assuredOn, organization, pinned, cost, needs } = service;
  const asked = verdictsOn(service, question).flatMap(({ code, truth, with: values }) =>
    truth === 'not-asked' ? [] : [reason(code, truth, values)],
  );
  const how = needs.find(({ need }) => need === question.need)?.how;
  const metres = metresTo(service, question);
  const checked = isAssured(service, question) || 'unknown';
  return [
    ...(pinned ? [reason('pinned', true, { by: organization.responsible ?? '' })] : []),
    ...asked,
    ...(how ? [reason(`need-${how}`, true)] : []),
    ...(metres === undefined ? [] : [reason('distance', question.about ? 'unknown' : true, { metres })]),
    ...(metres === undefined && isRemote(service) ? [reason('remote', true)] : []),
    ...opening(service, question),
    ...(cost === 'free' && !question.mustBeFree ? [reason('free', true)] : []),
    reason('assured', checked, assuredOn === undefined ? undefined : { date: assuredOn }),
  ];
}

/** Open, and until when; or when it opens next; or that its hours are no longer confirmed. Nothing where none are told. */
function opening(service: Service, { clock, calendar }: Question): readonly Reason[] {
  const minutes = minutesUntilOpen(service, clock, calendar);
  if (minutes === HOURS_UNKNOWN || minutes === NOT_SOON)
    return (service.timetable ?? service.hours)?.length ? [reason('hours', 'unknown')] : [];
  const until = minutesUntilClosed(service, clock, calendar);
  if (minutes === 0) {
    return until >= 1_440
      ? [reason('open-now', true)]
      : [reason('open-until', true, { time: timeAt(clock.minute + until) })];
  }
  const at = clock.minute + minutes;
  const day = calendar[Math.floor(at / 1_440) + 1]?.date ?? clock.today;
  return [reason('opens', true, { day, time: timeAt(at) })];
}

function timeAt(minute: number): string {
  const [hours, minutes] = [Math.floor((minute % 1_440) / 60), minute % 60];
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

function reason(code: ReasonCode, truth: Truth, parameters?: Reason['with']): Reason {
  return { code, truth, ...(parameters && { with: parameters }) };
}
