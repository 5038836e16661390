import type { ContextFacts } from '../pack/fact.js';
import type { Behaviour, BehaviourId, Pack, ScriptId } from '../pack/pack.js';
import type { Day, Instant } from '../pack/reader.js';
import { civilDay, withheld } from '../pack/standing.js';
import type { History } from './history.js';
import { pastOf } from './past.js';
import type { Policy, PolicyRule } from './policy.js';
import { doNotAsk, judge, snoozed, type Case, type Verdict } from './verdict.js';

/** What may be done with one script now, and what every rule says of it. */
export interface Decision {
  readonly script: ScriptId;
  readonly behaviour: BehaviourId;
  /** It may be prompted for. */
  readonly show: boolean;
  /** It may be opened by whoever brings it up: no rule stands against the topic, at most against another prompt. */
  readonly mayOpen: boolean;
  readonly because: readonly Verdict[];
}

/**
 * When to ask at all: which prompts may be shown now, and why each other one may not. Pure; the host keeps the history.
 *
 * @param facts what is known of the person and the meeting, e.g. `{ 'context.age': 41, 'context.role': 'care' }`
 * @param contactId the contact that is going on, as in the history; without it this is taken to be a new one
 * @returns one entry per script: those that may be shown first, in the order of the policy, then those that may be opened
 */
export function decide(
  pack: Pack,
  policy: Policy,
  history: History,
  facts: ContextFacts,
  now: Instant,
  contactId?: string,
): readonly Decision[] {
  const past = pastOf(pack, history, contactId);
  const today = civilDay(now, pack.place.timeZone);
  const place = ({ show, mayOpen }: Decision) => (show ? 0 : mayOpen ? 1 : 2);
  /** A behaviour's methods share what the policy says of it. */
  const ofTopic = new Map<BehaviourId, readonly Verdict[]>();
  return inOrder(pack, policy)
    .map((script): Decision => {
      const behaviour = pack.scripts[script]?.behaviour ?? '';
      const topic = ofTopic.get(behaviour) ?? verdicts(pack, policy, { behaviour, facts, past, today, contactId });
      ofTopic.set(behaviour, topic);
      const because = [switchedOff(policy, script, behaviour), standing(pack, policy, script, today), ...topic];
      const stands = (verdict: Verdict) => verdict.allows !== false;
      return {
        script,
        behaviour,
        show: because.every(stands),
        mayOpen: because.filter(({ limits }) => limits === 'topic').every(stands),
        because,
      };
    })
    .sort((a, b) => place(a) - place(b));
}

function inOrder({ scripts }: Pack, { order = [] }: Policy): readonly ScriptId[] {
  const first = order.filter((script) => Object.hasOwn(scripts, script));
  return [...new Set([...first, ...Object.keys(scripts)])];
}

function verdicts(pack: Pack, policy: Policy, given: Case): readonly Verdict[] {
  const behaviour = pack.behaviours[given.behaviour];
  return [
    doNotAsk(given),
    ...policy.rules.filter((rule) => isAbout(rule, given.behaviour, behaviour)).map((rule) => judge(rule, given)),
    snoozed(given, policy.longestSnoozeDays),
  ];
}

function isAbout({ behaviours, adultsOnly, sensitive }: PolicyRule, id: BehaviourId, behaviour?: Behaviour): boolean {
  if (behaviours && !behaviours.includes(id)) return false;
  return (!adultsOnly || behaviour?.adultsOnly === true) && (!sensitive || behaviour?.sensitive === true);
}

function switchedOff({ enabled = true, off = [] }: Policy, script: ScriptId, behaviour: BehaviourId): Verdict {
  return {
    rule: 'switched-off',
    limits: 'topic',
    allows: enabled && !off.includes(script) && !off.includes(behaviour),
  };
}

/** A script waits as a whole for a text that is a draft or long past its review. */
function standing(pack: Pack, { preview = false }: Policy, script: ScriptId, today: Day): Verdict {
  const [waiting] = withheld(pack, script, today, preview);
  const { code: rule, where } = waiting ?? { code: 'content' };
  return { rule, limits: 'topic', allows: !waiting, ...(where !== undefined && { where }) };
}
