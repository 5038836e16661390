import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longInstrument } from '../../test/long-instrument.js';
import { gardening } from '../../test/sample-pack.js';
import { started } from '../../test/started.js';
import { advance } from '../contact/advance.js';
import type { ContextFacts, ContextName } from '../pack/fact.js';
import type { Pack } from '../pack/pack.js';
import type { SessionEvent } from '../session/event.js';
import type { Intent } from '../session/intent.js';
import { follow } from '../session/follow.js';
import type { View } from '../session/shown.js';
import type { SessionState } from '../session/state.js';
import { view } from '../view/view.js';
import { countPaths } from './count.js';
import { keysOf, place } from './key.js';
import { walk } from './walk.js';

const at = '2026-11-22T12:00:00.000Z';
const today = '2026-11-22';
const id = 'gardening.brief';
const begun = (pack: Pack, context: ContextFacts) => advance(pack, undefined, started(context)).state;

/** All that leads on from a view: each answer, the skip, going on. */
function onwards(seen: View): readonly Intent[] {
  switch (seen.kind) {
    case 'permission':
      return [seen.yes.intent];
    case 'question':
    case 'ruler':
      return [...seen.choices.map(({ intent }) => intent), seen.skip.intent];
    case 'number': {
      const { step, min, max, by, skip } = seen;
      const values = Array.from({ length: (max - min) / by + 1 }, (_, index) => min + index * by);
      return [...values.map((value): Intent => ({ type: 'answered', step, value })), skip.intent];
    }
    case 'statement':
    case 'signposts':
    case 'urgent':
      return [seen.next.intent];
    case 'notice':
      return seen.next ? [seen.next.intent] : [];
    default:
      return [];
  }
}
const ticksOf = ({ common }: View) => common.observe.filter(({ on }) => !on).map(({ intent }) => intent);

function everyPath(pack: Pack, state: SessionState): number {
  const on = onwards(view(pack, state));
  return on.length
    ? on.reduce((sum, intent) => sum + everyPath(pack, advance(pack, state, { at, ...intent }).state), 0)
    : 1;
}

const told = fc.record(
  { 'context.age': fc.constantFrom(17, 18, 40), 'context.tired': fc.boolean() },
  { requiredKeys: [] },
) as fc.Arbitrary<ContextFacts>;
const picks = fc.array(fc.nat(40), { maxLength: 12 });

/** A contact as it is run, by picks among what leads on and what may be ticked. */
function states(pack: Pack, context: ContextFacts, numbers: readonly number[]): readonly SessionState[] {
  const all = [begun(pack, context)];
  for (const number of numbers) {
    const state = all.at(-1)!;
    const seen = view(pack, state);
    const choices = [...onwards(seen), ...ticksOf(seen)];
    const intent = choices[number % choices.length];
    if (intent) all.push(advance(pack, state, { at, ...intent }).state);
  }
  return all;
}
const decided = ({ context }: SessionState) =>
  (Object.keys(gardening.context) as ContextName[]).filter((name) => context[name] === undefined);
/** What a state shows, but for what it remembers of the way: marks of earlier answers, the way back, and results. */
function shows(pack: Pack, state: SessionState): unknown {
  const { common, ...seen } = view(pack, state);
  const bare = 'results' in seen ? { ...seen, results: [] } : seen;
  return JSON.parse(
    JSON.stringify({ ...bare, decline: common.decline }, (key, value: unknown) =>
      ['on', 'value', 'because', 'notices'].includes(key) && typeof value !== 'string' ? undefined : value,
    ),
  );
}

describe.each([
  ['the garden', gardening],
  ['a long instrument', longInstrument],
])('a walk of %s', (_, pack) => {
  const whole = walk(pack, id, today);
  const keyOf = keysOf(pack, id);

  it('is by the function that runs in production: what was offered is followed as `advance` does', () => {
    fc.assert(
      fc.property(told, picks, (context, numbers) => {
        for (const state of states(pack, context, numbers))
          for (const intent of [...onwards(view(pack, state)), ...ticksOf(view(pack, state))]) {
            const event: SessionEvent = { at, ...intent };
            expect(follow(pack, state, event, [])).toEqual(advance(pack, state, event).state);
          }
      }),
      { numRuns: 20 },
    );
  });

  it('merges only states that show the same and lead to the same', () => {
    const first = new Map<string, SessionState>();
    let merged = 0;
    fc.assert(
      fc.property(told, picks, (context, numbers) => {
        for (const state of states(pack, context, numbers)) {
          const name = keyOf({ state, unstated: decided(state) });
          const other = first.get(name);
          if (!other) first.set(name, state);
          else if (other !== state) {
            merged++;
            expect(shows(pack, state)).toEqual(shows(pack, other));
            for (const intent of onwards(view(pack, state))) {
              const [here, there] = [state, other].map((one) => advance(pack, one, { at, ...intent }).state);
              expect(keyOf({ state: here!, unstated: decided(here!) })).toBe(
                keyOf({ state: there!, unstated: decided(there!) }),
              );
            }
          }
        }
      }),
      { numRuns: 60 },
    );
    expect(merged).toBeGreaterThan(50);
  });

  it('meets every place and every flag that a contact can come to', () => {
    const places = new Set([...whole.nodes, ...whole.asides].map(({ state }) => place(state.position)));
    fc.assert(
      fc.property(told, picks, (context, numbers) => {
        for (const state of states(pack, context, numbers)) {
          expect(places).toContain(place(state.position));
          for (const flag of Object.keys(state.flags)) expect(whole.raised).toContain(flag);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a sum that is still open', () => {
  const { short, long, ...rest } = longInstrument.scripts[id]!.steps;
  const scripts = {
    [id]: { ...longInstrument.scripts[id]!, steps: { ...rest, short: short!, long: { ...long!, next: 'careful' } } },
  };
  const pack = { ...longInstrument, signposting: [], flags: { danger: gardening.flags.danger! }, scripts } as Pack;
  const keyOf = keysOf(pack, id);
  const after = (value: string | undefined) => {
    const place = { step: 'short', item: 'first' };
    const intent: Intent = value === undefined ? { type: 'skipped', ...place } : { type: 'answered', value, ...place };
    return keyOf({ state: advance(pack, begun(pack, {}), { at, ...intent }).state, unstated: [] });
  };

  it('keeps the end that decides: what a skipped answer could be counts against "below"', () => {
    expect(after(undefined)).toBe(after('v4'));
    expect(after(undefined)).not.toBe(after('v0'));
  });
});

describe('a flag', () => {
  it('that was read is another state than one that can still act', () => {
    const state = begun(gardening, {});
    const keyOf = keysOf(gardening, id);
    const [read, unread] = [['tired'], []].map((noticed) => keyOf({ state: { ...state, noticed }, unstated: [] }));
    expect(read).not.toBe(unread);
  });
});

describe('the number of paths', () => {
  it('is what walking each of them would count', () => {
    const minutes = {
      ...gardening.scripts[id]!.steps.minutes!,
      answer: { type: 'number', unit: 'unit.minutes', min: 0, max: 600, by: 300 },
    };
    const pack = {
      ...gardening,
      context: {},
      flags: { danger: gardening.flags.danger, frightened: gardening.flags.frightened },
      scripts: { [id]: { ...gardening.scripts[id], steps: { ...gardening.scripts[id]!.steps, minutes } } },
    } as unknown as Pack;
    expect(countPaths(walk(pack, id, today))).toBe(BigInt(everyPath(pack, begun(pack, {}))));
  });

  it('of ten questions with skips is in the millions, over some thousand states', () => {
    const whole = walk(longInstrument, id, today);
    expect(countPaths(whole)).toBeGreaterThan(2_000_000n);
    expect(whole.nodes.length).toBeLessThan(3000);
  });
});
