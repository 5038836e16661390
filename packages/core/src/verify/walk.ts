import type { Condition } from '../pack/condition.js';
import type { ContextFacts, ContextName, Value } from '../pack/fact.js';
import type { FlagId, Pack, ScriptId } from '../pack/pack.js';
import type { Day } from '../pack/reader.js';
import type { Trace } from '../pack/trace.js';
import { domainOf } from '../parse/domain-of.js';
import type { SessionEvent, Started } from '../session/event.js';
import type { Intent } from '../session/intent.js';
import { begin, follow } from '../session/follow.js';
import { endings, observables } from '../session/offers.js';
import { answerName, itemAt, scriptOf } from '../session/place.js';
import type { Position, SessionState } from '../session/state.js';
import { gridOf } from './grid.js';
import { keysOf, place } from './key.js';
import { type Node, type Undecided, undecidedOf } from './undecided.js';

/** How a state leads on by an answer, or by going on: what paths are counted over. */
interface Edge {
  readonly to: number;
  /** How many answers on the grid this one stands for. */
  readonly of: number;
}
/** A script walked to its ends. */
export interface Walk {
  readonly script: ScriptId;
  /** One for each class of states that cannot differ later, in the order they were met. */
  readonly nodes: readonly Node[];
  readonly edges: readonly (readonly Edge[])[];
  readonly starts: readonly Edge[];
  /** Where an ending, a tick or urgent help led besides: each state as it came. */
  readonly asides: readonly Node[];
  /** Conditions that were known true when they were looked at. */
  readonly held: ReadonlySet<Condition>;
  /** Flags that were raised. */
  readonly raised: ReadonlySet<FlagId>;
  readonly canHold: Undecided['canHold'];
}

const at = '2026-11-22T12:00:00.000Z';
interface Try {
  readonly event: SessionEvent;
  readonly of: number;
}

/** Every path of one script, knowing nothing of its context until a condition depends on it. */
export function walk(pack: Pack, id: ScriptId, today: Day): Walk {
  const grid = gridOf(pack, (name) => domainOf(pack, name));
  const undecided = undecidedOf(pack, grid);
  const script = scriptOf(pack, id);
  const keyOf = keysOf(pack, id);
  const nodes: Node[] = [];
  const edges: Edge[][] = [];
  const asides: Node[] = [];
  const held = new Set<Condition>();
  const raised = new Set<FlagId>();
  const numberOf = new Map<string, number>();
  const later: Node[] = [];
  const helped = new Set<string>();

  function note(node: Node, because: readonly Trace[]): Node {
    for (const { condition, truth } of because) if (truth === true) held.add(condition);
    for (const flag of Object.keys(node.state.flags)) raised.add(flag);
    return node;
  }

  function started(context: ContextFacts, unstated: readonly ContextName[]): readonly Node[] {
    const because: Trace[] = [];
    const next = { state: begin(pack, startOf(pack, id, today, context), because), unstated };
    const open = undecided.first(next, because);
    return open === undefined
      ? [note(next, because)]
      : undecided.decide(next, open).flatMap((decided) => started(decided.state.context, decided.unstated));
  }

  /** What an event leads to, once for each way of deciding the context that makes a difference. */
  function moved(node: Node, event: SessionEvent): readonly Node[] {
    const because: Trace[] = [];
    const next = { state: follow(pack, node.state, event, because), unstated: node.unstated };
    const open = undecided.first(next, because);
    return open === undefined
      ? [note(next, because)]
      : undecided.decide(node, open).flatMap((decided) => moved(decided, event));
  }

  const after = (node: Node, events: readonly SessionEvent[]): readonly Node[] =>
    events.reduce<readonly Node[]>((from, event) => from.flatMap((one) => moved(one, event)), [node]);

  function met(node: Node): number {
    const key = keyOf(node);
    const known = numberOf.get(key);
    if (known !== undefined) return known;
    numberOf.set(key, nodes.length);
    edges.push([]);
    return nodes.push(node) - 1;
  }

  function expand(number: number): void {
    const node = nodes[number];
    if (!node) return;
    for (const { event, of } of tries(node.state))
      for (const to of moved(node, event)) edges[number]?.push({ to: met(to), of });
    for (const as of endings(node.state)) asides.push(...moved(node, { at, type: 'ended', as }));
    for (const events of servicesTold(node.state)) for (const to of after(node, events)) met(to);
    for (const flag of observables(pack, node.state)) if (!node.state.ticks.includes(flag)) tick(node, flag);
  }

  /** Urgent help opens whatever else is known: it is looked at once in each place, and back leads to where one was. */
  function tick(node: Node, flag: FlagId): void {
    const isHelp = 'help' in (pack.flags[flag] ?? {});
    const once = `${flag} ${place(node.state.position)}`;
    if (isHelp && helped.has(once)) return;
    helped.add(once);
    for (const to of moved(node, { at, type: 'observed', flag, seen: true }))
      if (to.state.position.in !== 'urgent') later.push(to);
      else {
        asides.push(to, ...moved(to, { at, type: 'help-under-way' }));
        later.push(...moved(to, { at, type: 'help-not-needed' }));
      }
  }

  /** Forward: answers, skips, going on. */
  function tries(state: SessionState): readonly Try[] {
    const { position } = state;
    if (position.in === 'urgent') return one({ type: 'help-under-way' });
    if (position.in === 'notice') return one({ type: 'notice-read', flag: position.flag });
    if (position.in === 'closed') return [];
    const { in: _, ...place } = position;
    const step = script.steps[position.step];
    if (step?.kind !== 'ask' && step?.kind !== 'instrument') return step ? one({ type: 'continued', ...place }) : [];
    const answers = answersAt(state, position).map(({ value, of }) => ({
      event: { at, type: 'answered' as const, ...place, value },
      of,
    }));
    return [...answers, ...one({ type: 'skipped', ...place })];
  }

  function answersAt(
    state: SessionState,
    position: Position & { in: 'script' },
  ): readonly { value: Value; of: number }[] {
    const item = itemAt(pack, state, position);
    if (item) return item.options.map(({ value }) => ({ value, of: 1 }));
    const name = answerName(pack, state, position);
    const domain = domainOf(pack, name);
    if (domain?.type === 'number') return grid.numbers(name, domain, state.facts);
    return domain?.type === 'choice' ? domain.values.map((value) => ({ value, of: 1 })) : [];
  }

  const starts = started({}, []).map((node) => ({ to: met(node), of: 1 }));
  let next = 0;
  // Ticks last: a state without a tick stands for those with one that cannot differ from it.
  for (;;) {
    if (next < nodes.length) expand(next++);
    else {
      const node = later.shift();
      if (!node) break;
      met(node);
    }
  }
  return { script: id, nodes, edges, starts, asides, held, raised, canHold: undecided.canHold };
}

const one = (intent: Intent): readonly Try[] => [{ event: { at, ...intent }, of: 1 }];

/** At a signpost, before going on: the directory cannot be reached, finds nothing, or finds a service that is told of. */
function servicesTold({ position, signposts, trail }: SessionState): readonly (readonly SessionEvent[])[] {
  const here = signposts.filter((signpost) => signpost.at === trail.length);
  const [first] = here;
  if (!first || position.in !== 'script') return [];
  const { in: _, ...place } = position;
  const onwards: SessionEvent = { at, type: 'continued', ...place };
  const answer = { matches: [], excluded: [], asOf: at };
  return [
    [...here.map(({ lookUp }) => ({ at, type: 'services-failed' as const, lookUp, reason: 'unreachable' })), onwards],
    [...here.map(({ lookUp }) => ({ at, type: 'services-found' as const, lookUp, answer })), onwards],
    [{ at, type: 'service-chosen', need: first.need, service: 'national', how: 'told' }, onwards],
  ];
}

function startOf(pack: Pack, id: ScriptId, today: Day, context: ContextFacts): Started {
  const { behaviour, method } = scriptOf(pack, id);
  return {
    type: 'started',
    schema: 'everycontact/log@1',
    contactId: 'walk',
    recordId: 'walk',
    pack: { id: pack.id, version: pack.version, digest: pack.digest },
    place: pack.place.id,
    script: id,
    behaviour,
    method,
    sensitive: false,
    today,
    context,
    reader: { locale: pack.locales[0] ?? '', audience: 'worker' },
    occasion: { setting: 'patient', mayRefer: true },
  };
}
