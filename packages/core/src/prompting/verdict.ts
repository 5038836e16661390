import type { ContextFacts, ContextName } from '../pack/fact.js';
import type { BehaviourId } from '../pack/pack.js';
import type { Day } from '../pack/reader.js';
import type { Trace, Truth } from '../pack/trace.js';
import { evaluate, factsRead, isTold } from '../rules/condition.js';
import { daysAfter, type Past } from './past.js';
import type { CapRule, CoolDownRule, NeverRule, PolicyRule } from './policy.js';

/** What one rule says of one prompt. */
export interface Verdict {
  readonly rule: string;
  /** Only `false` keeps a prompt from being shown. */
  readonly allows: Truth;
  /** `topic`: the topic itself must not be raised. `prompt`: only how often to prompt; who brings it up is answered. */
  readonly limits: 'topic' | 'prompt';
  readonly trace?: Trace;
  /** The first day on which the rule would allow it, if nothing else happens. */
  readonly until?: Day;
  /** What to confirm first: it is not known, and allowed only once it is. */
  readonly confirm?: readonly ContextName[];
  /** The text that keeps a script waiting, as a path in the pack. */
  readonly where?: string;
}

/** What is judged. `contactId` is the contact that is going on now. */
export interface Case {
  readonly behaviour: BehaviourId;
  readonly facts: ContextFacts;
  readonly past: Past;
  readonly today: Day;
  readonly contactId: string | undefined;
}

export function judge(rule: PolicyRule, given: Case): Verdict {
  if ('atMost' in rule) return cap(rule, given);
  return 'after' in rule ? coolDown(rule, given) : never(rule, given);
}

function cap({ id, of, atMost, per }: CapRule, { behaviour, past, today, contactId }: Case): Verdict {
  const counted = past.prompts.filter((prompt) => of === 'any' || prompt.behaviour === behaviour);
  const verdict = { rule: id, limits: 'prompt' } as const;
  if (per === 'contact') {
    const here = counted.filter((prompt) => prompt.contactId === contactId);
    return { ...verdict, allows: here.length < atMost };
  }
  const gone = daysAfter(today, -per.days);
  const recent = counted.filter(({ day }) => day > gone);
  if (recent.length < atMost) return { ...verdict, allows: true };
  const leaving = recent[recent.length - atMost];
  return { ...verdict, allows: false, ...(leaving && { until: daysAfter(leaving.day, per.days) }) };
}

function coolDown({ id, of, after, times = 1, quietDays }: CoolDownRule, { behaviour, past, today }: Case): Verdict {
  const heard = past.heard.filter((entry) => of === 'any' || entry.behaviour === behaviour);
  const isMeant = ({ happened }: Past['heard'][number]) => after.includes(happened);
  const between = heard.map(isMeant).lastIndexOf(false);
  const run = times > 1 ? heard.slice(between + 1) : heard.filter(isMeant);
  const last = run.at(-1);
  const verdict = { rule: id, limits: quietDays === 'always' ? 'topic' : 'prompt' } as const;
  if (!last || run.length < times) return { ...verdict, allows: true };
  if (quietDays === 'always') return { ...verdict, allows: false };
  return quietUntil(verdict, daysAfter(last.day, quietDays), today);
}

/** An unknown is never a no: where it is about age or pregnancy it forbids, until somebody has confirmed. */
const toConfirm: readonly string[] = ['context.age', 'context.ageBand', 'context.under18', 'context.pregnant'];

function never({ id, never: condition, unless, limits = 'topic' }: NeverRule, { facts }: Case): Verdict {
  const trace = evaluate(condition, facts);
  const verdict = { rule: id, limits, trace };
  if (trace.truth !== 'unknown') return { ...verdict, allows: !trace.truth };
  const confirm = factsRead(condition).filter(
    (name): name is ContextName => toConfirm.includes(name) && !isTold(facts[name as ContextName]),
  );
  if (!confirm.length) return { ...verdict, allows: 'unknown' };
  const excused = unless && evaluate(unless, facts);
  return excused?.truth === true
    ? { ...verdict, trace: excused, allows: true }
    : { ...verdict, allows: false, confirm };
}

/** A snooze lasts as long as was asked for, but no longer than the policy lets it. */
export function snoozed({ behaviour, past, today }: Case, longestDays: number): Verdict {
  const ends = past.heard
    .filter((entry) => entry.happened === 'snoozed' && entry.behaviour === behaviour)
    .map(({ day, until }) => {
      const latest = daysAfter(day, longestDays);
      return until !== undefined && until < latest ? until : latest;
    })
    .sort();
  const last = ends.at(-1);
  const verdict = { rule: 'snooze', limits: 'prompt' } as const;
  return last === undefined ? { ...verdict, allows: true } : quietUntil(verdict, last, today);
}

/** "Do not ask me" holds whatever a policy says. */
export function doNotAsk({ behaviour, past }: Case): Verdict {
  const said = past.heard.some((entry) => entry.happened === 'do-not-ask' && entry.behaviour === behaviour);
  return { rule: 'do-not-ask', limits: 'topic', allows: !said };
}

function quietUntil(verdict: Pick<Verdict, 'rule' | 'limits'>, until: Day, today: Day): Verdict {
  return until > today ? { ...verdict, allows: false, until } : { ...verdict, allows: true };
}
