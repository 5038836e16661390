import { factsRead, type FactName, type Flag, type FlagId, type Next, type StepId } from '@everycontact/core';
import { inputsOf, targets } from '@everycontact/core/pack';
import {
  all,
  always,
  any,
  type Formula,
  isNever,
  type Literal,
  never,
  not,
  oneOf,
  type Place,
  rowsOf,
} from './formula.js';
import { firstKnown, known } from './known.js';
import type { AskedItem, Places } from './places.js';

/** A way on, and the answers with which it is taken. */
interface Edge {
  readonly to: StepId;
  readonly when: Formula;
}
type Redirecting = readonly [FlagId, Flag];

/** Where a script leads, told by answers alone: what a form shows when. */
export interface Flow {
  /** With which answers a step has come. */
  reach(step: StepId): Formula;
  /** With which answers a flag stands. */
  stands(flag: Flag, id: FlagId): Formula;
}

/**
 * The script as formulas. A step has come when one before it is answered, skipped or - where nothing is asked - has come
 * itself, and leads there. A flag that an answer raises leads as it does in a contact, the gravest first; ticks and what
 * was known beforehand count from the start.
 */
export function flowOf(places: Places): Flow {
  const { script, flags, sources, observed, ended } = places;
  /** A tick that states a fact raises nothing by itself: the condition that reads the fact does. */
  const ticks = (flag: FlagId, { observable }: Flag) =>
    oneOf(observed, observable && !observable.states && observed.values?.includes(flag) ? [flag] : []);
  const isContext = (fact: FactName) => fact.startsWith('context.');
  const stepOf = stepsOfFacts(places);
  /** What can be known when a step is passed: what comes later is not looked at, or the form would go round in circles. */
  const knownAt = (step: StepId) => (fact: FactName) => {
    const from = stepOf.get(fact);
    return isContext(fact) || (from !== undefined && comesAfter(places, from, step));
  };

  const redirecting = flags.filter(
    ([, flag]) => flag.level !== 'pause' || ('goTo' in flag && flag.goTo?.[places.id] !== undefined),
  );
  const goTo = (flag: Flag): StepId | undefined => ('goTo' in flag ? flag.goTo?.[places.id] : undefined);

  /** Ways on from a place, flags first: nobody goes past one that is raised there. */
  function ways(fresh: (flag: Redirecting) => Formula, onward: readonly Edge[]): readonly Edge[] {
    let rest = always;
    const edges: Edge[] = [];
    const raise = (flag: Redirecting) => {
      const raised = fresh(flag);
      if (isNever(raised)) return;
      const to = goTo(flag[1]);
      if (to !== undefined) edges.push({ to, when: all(rest, raised) });
      rest = all(rest, not(raised));
    };
    for (const flag of redirecting) if (flag[1].level !== 'pause') raise(flag);
    // Of several pauses the last one says where to go on.
    for (const flag of [...redirecting].reverse()) if (flag[1].level === 'pause') raise(flag);
    return [...edges, ...onward.map(({ to, when }) => ({ to, when: all(rest, when) }))];
  }

  const atStart = ways(
    ([id, flag]) => any(ticks(id, flag), flag.when ? known(flag.when, sources, isContext).yes : never),
    [{ to: script.start, when: always }],
  );

  function raisedBy(step: StepId): (flag: Redirecting) => Formula {
    const isHere = (fact: FactName) => stepOf.get(fact) === step;
    const sees = knownAt(step);
    return ([id, flag]) => {
      if (!flag.when || !factsRead(flag.when).some(isHere)) return never;
      const now = known(flag.when, sources, sees).yes;
      const to = goTo(flag);
      // Whoever comes here after the flag has read its notice already.
      const read = to !== undefined && comesAfter(places, to, step);
      const before = read
        ? any(ticks(id, flag), known(flag.when, sources, (fact) => sees(fact) && !isHere(fact)).yes)
        : never;
      return all(now, not(before));
    };
  }

  function branches(next: Next, at: StepId): readonly Edge[] {
    if (typeof next === 'string') return [{ to: next, when: always }];
    const whens = firstKnown(
      next.when.map((branch) => branch.if),
      sources,
      knownAt(at),
    );
    return targets(next).map((to, at) => ({ to, when: whens[at] ?? never }));
  }

  function from(id: StepId): readonly Edge[] {
    const step = script.steps[id];
    if (!step || step.kind === 'close') return [];
    const place = places.questions.get(id);
    if (step.kind === 'permission')
      return [
        { to: step.next, when: place ? oneOf(place, ['yes']) : never },
        { to: script.endings.declined, when: place ? oneOf(place, ['no']) : never },
      ];
    const asks = step.kind === 'ask' || step.kind === 'instrument';
    const gone = asks ? passed(places, id) : reach(id);
    const onward = branches(step.next, id).map(({ to, when }) => ({ to, when: all(gone, when) }));
    // A flag acts at once, whatever else an instrument still asks.
    return asks ? ways(raisedBy(id), onward) : onward;
  }

  const reached = new Map<StepId, Formula>();
  function reach(step: StepId): Formula {
    const before = reached.get(step);
    if (before) return before;
    reached.set(step, never);
    const edges = [...atStart, ...Object.keys(script.steps).flatMap(leadsTo(step))].filter(({ to }) => to === step);
    const asked = Object.entries(script.endings).flatMap(([as, to]) =>
      to === step && ended.values?.includes(as) ? [as] : [],
    );
    const found = any(...edges.map(({ when }) => when), oneOf(ended, asked));
    reached.set(step, found);
    return found;
  }
  const leadsTo = (step: StepId) => (id: StepId) => (mayLead(places, id).has(step) ? from(id) : []);

  const stands = (flag: Flag, id: FlagId) => any(ticks(id, flag), flag.when ? known(flag.when, sources).yes : never);
  return { reach, stands };
}

/** Every step that may come right after one, by its own way or by a flag. */
function mayLead({ script, flags, id }: Places, step: StepId): ReadonlySet<StepId> {
  const found = script.steps[step];
  if (!found || found.kind === 'close') return new Set();
  const asks = found.kind === 'ask' || found.kind === 'instrument';
  const jumps = asks ? flags.flatMap(([, flag]) => ('goTo' in flag ? (flag.goTo?.[id] ?? []) : [])) : [];
  return new Set([...targets(found.next), ...jumps, ...(found.kind === 'permission' ? [script.endings.declined] : [])]);
}

/** Whether a step is another, or may come after it. */
function comesAfter(places: Places, first: StepId, step: StepId): boolean {
  const seen = new Set<StepId>([first]);
  for (const at of seen) {
    if (at === step) return true;
    for (const to of mayLead(places, at)) seen.add(to);
  }
  return false;
}

/** Whether a step can be come to without another. */
export function canAvoid(places: Places, avoided: StepId, step: StepId): boolean {
  const { script, flags, id } = places;
  const seen = new Set<StepId>([
    script.start,
    ...flags.flatMap(([, flag]) => ('goTo' in flag ? (flag.goTo?.[id] ?? []) : [])),
  ]);
  seen.delete(avoided);
  for (const at of seen) {
    if (at === step) return true;
    for (const to of mayLead(places, at)) if (to !== avoided) seen.add(to);
  }
  return false;
}

const answered = (at: Place): Formula => ({ at, answered: true });

/** An item that is not asked because another answers it. */
const isImplied = ({ implied }: AskedItem): Formula => any(...implied.values());

/** With which answers it is asked: those it hangs on are answered, and not so that they answer it. */
export function isAsked(asked: AskedItem): Formula {
  const literals = rowsOf(isImplied(asked))?.flat() ?? [];
  const others = ({ at, ...literal }: Literal) =>
    oneOf(
      at,
      (at.values ?? []).filter((code) => 'oneOf' in literal && !literal.oneOf.includes(code)),
    );
  return all(...literals.map(others));
}

/** With which answers a question, or every question of an instrument, is answered or skipped. */
function passed({ questions, skips, items }: Places, step: StepId): Formula {
  const own = items.get(step);
  if (own) return all(...own.map((item) => any(answered(item.place), isImplied(item))));
  const [place, skip] = [questions.get(step), skips.get(step)];
  return any(place ? answered(place) : never, skip ? answered(skip) : never);
}

/** The step in which the form comes to know a fact. */
export function stepsOfFacts({ id, questions, items, scores, measures }: Places): ReadonlyMap<FactName, StepId> {
  const steps = new Map<FactName, StepId>();
  for (const step of questions.keys()) steps.set(`answer.${id}.${step}`, step);
  for (const [step, own] of items) for (const { name } of own) steps.set(name, step);
  for (const [step, { instrument }] of scores) steps.set(`score.${instrument}`, step);
  for (const measure of measures.keys()) {
    const asked = inputsOf(measure).flatMap((name) => steps.get(name) ?? []);
    const last = [...questions.keys()].filter((step) => asked.includes(step)).at(-1);
    if (last !== undefined) steps.set(`measure.${measure.of}`, last);
  }
  return steps;
}
