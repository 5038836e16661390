import { codesAt, codingsAt, referenceTo } from './elements.js';
import { isFinal, isVoid, whenObserved } from './observation.js';
import type { Person } from './person.js';
import type { From, Stated } from './told.js';
import { latestOf, whenIn, type When } from './when.js';

const fact = 'context.pregnant';
/** No pregnancy that was recorded longer ago than it lasts says anything of today. */
const longestDays = 42 * 7;

/** What one resource says. `over`: there was one, and it is no longer. */
interface Said {
  readonly state: 'pregnant' | 'not' | 'over' | 'unknown' | 'unreadable';
  readonly from: From;
  readonly when?: When;
}

/**
 * Whether the person is known to be pregnant today. Only what somebody recorded counts, never gender, age or that nothing is
 * recorded; "not pregnant" holds for the day on which it was said.
 */
export function pregnancy(person: Person): readonly Stated[] {
  const said = [...observed(person), ...conditions(person)].filter(({ when }) => !when || when.from <= person.today);
  // An active problem without a date is active today; anything else without one could be of any day.
  const now = latestOf(said).filter(
    ({ when, state, from }) => when || (state === 'pregnant' && from.path === 'clinicalStatus'),
  );
  const one = (state: Said['state']) => now.find((each) => each.state === state);
  const [last] = now;
  const yes = one('pregnant');
  if (yes) {
    if (!yes.when || daysBetween(yes.when.to, person.today) <= longestDays)
      return [{ fact, value: true, from: yes.from }];
    return [{ fact, why: 'unknown', from: yes.from, message: 'a pregnancy was recorded too long ago to be one today' }];
  }
  const unread = one('unreadable');
  if (unread)
    return [
      { fact, why: 'unreadable', from: unread.from, message: 'recorded by a status or code that is not known here' },
    ];
  const no = one('not');
  if (no && no.when?.from === person.today) return [{ fact, value: false, from: no.from }];
  if (!last)
    return [{ fact, why: 'unknown', ...(said[0] && { from: said[0].from, message: 'recorded without a date' }) }];
  const message = {
    not: 'not pregnant on that day, which says nothing of today',
    over: 'a pregnancy that is over, which says nothing of today',
  };
  return [
    { fact, why: 'unknown', from: last.from, message: message[last.state as 'not' | 'over'] ?? 'recorded as unknown' },
  ];
}

function observed({ resources, meanings, pack }: Person): readonly Said[] {
  return resources.flatMap((resource): readonly Said[] => {
    const { raw } = resource;
    const about = meanings.of(codingsAt(raw, 'code'));
    if (resource.type !== 'Observation' || !about.has(fact) || isVoid(raw)) return [];
    const when = whenObserved(raw, pack.place.timeZone);
    const values = meanings.values(fact, codingsAt(raw, 'valueCodeableConcept'));
    const states = { true: 'pregnant', false: 'not', unknown: 'unknown' } as const;
    const state = isFinal(raw) && values.length === 1 ? states[values[0] as keyof typeof states] : undefined;
    const absent = 'dataAbsentReason' in raw ? 'unknown' : 'unreadable';
    return [{ state: state ?? absent, ...placed(resource, 'valueCodeableConcept', when) }];
  });
}

function conditions({ resources, meanings, pack }: Person): readonly Said[] {
  return resources.flatMap((resource): readonly Said[] => {
    const { raw } = resource;
    const refuted = codesAt(raw, 'verificationStatus').some((code) => ['refuted', 'entered-in-error'].includes(code));
    const isPregnancy = meanings.of(codingsAt(raw, 'code')).has(`${fact}=true`);
    if (resource.type !== 'Condition' || !isPregnancy || refuted) return [];
    const began = whenIn(raw, ['onsetDateTime', 'onsetPeriod', 'recordedDate'], pack.place.timeZone);
    const ended = whenIn(raw, ['abatementDateTime', 'abatementPeriod'], pack.place.timeZone);
    const [status] = codesAt(raw, 'clinicalStatus');
    const isOver = ended !== undefined || ['inactive', 'remission', 'resolved'].includes(status ?? '');
    if (isOver) return [{ state: 'over', ...placed(resource, 'clinicalStatus', ended ?? began) }];
    const isActive = ['active', 'recurrence', 'relapse'].includes(status ?? '');
    const doubted = codesAt(raw, 'verificationStatus').some((code) =>
      ['unconfirmed', 'provisional', 'differential'].includes(code),
    );
    const state = !isActive ? 'unreadable' : doubted ? 'unknown' : 'pregnant';
    return [{ state, ...placed(resource, 'clinicalStatus', began) }];
  });
}

function placed(resource: Parameters<typeof referenceTo>[0], path: string, when: When | undefined) {
  const reference = referenceTo(resource);
  const from = { path, ...(reference !== undefined && { reference }), ...(when && { date: when.written }) };
  return { from, ...(when && { when }) };
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
