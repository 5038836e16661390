import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { club, young } from '../../test/a-talk.js';
import { picked, picks as anyPicks } from '../../test/picks.js';
import { gardening } from '../../test/sample-pack.js';
import { started } from '../../test/started.js';
import { match } from '../directory/match.js';
import type { ContextFacts, Value } from '../pack/fact.js';
import { toContactRecord } from '../record/contact-record.js';
import type { SessionEvent } from '../session/event.js';
import type { Intent } from '../session/intent.js';
import { isOffered } from '../session/offered.js';
import type { SessionState } from '../session/state.js';
import { choicesOf } from '../testing.js';
import { view } from '../view/view.js';
import { advance } from './advance.js';
import { replay } from './replay.js';

const at = '2026-11-22T09:30:00.000Z';

const context = fc.record(
  { 'context.age': fc.integer({ min: 0, max: 120 }), 'context.tired': fc.boolean() },
  { requiredKeys: [] },
) as fc.Arbitrary<ContextFacts>;
const picks = anyPicks(24);
const services = [club, young];

/** A state that nobody can write on any more. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value))
    Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

/** Walk by picks; look-ups are answered at once. */
function walk(told: ContextFacts, numbers: readonly number[]): { state: SessionState; log: SessionEvent[] } {
  const log: SessionEvent[] = [started(told)];
  let state = frozen(advance(gardening, undefined, log[0] as SessionEvent).state);
  const happen = (event: SessionEvent) => {
    log.push(event);
    const move = advance(gardening, state, event);
    state = frozen(move.state);
    const { common: _, ...shown } = view(gardening, state);
    log.push({ at, type: 'shown', view: shown });
    for (const { lookUp, query } of move.effects)
      happen({ at, type: 'services-found', lookUp, answer: match(services, query, at) });
  };
  for (const number of numbers) {
    const choice = picked(view(gardening, state), number);
    if (choice) happen({ at, ...choice.intent });
  }
  return { state, log };
}

const anyIntent: fc.Arbitrary<Intent> = fc.oneof(
  fc.record({
    type: fc.constantFrom('answered' as const),
    step: fc.constantFrom(...Object.keys(gardening.scripts['gardening.brief']?.steps ?? {})),
    value: fc.oneof(fc.constantFrom('yes', 'no', 'never'), fc.integer({ min: -30, max: 700 }), fc.boolean()),
  }),
  fc.record({
    type: fc.constantFrom('skipped' as const, 'continued' as const, 'revised' as const),
    step: fc.constantFrom('gardens', 'advise', 'act'),
  }),
  fc.record({
    type: fc.constant('observed' as const),
    flag: fc.constantFrom('danger', 'tired', 'child', 'toString'),
    seen: fc.boolean(),
  }),
  fc.record({ type: fc.constant('hidden' as const), hidden: fc.boolean() }),
  fc.record({
    type: fc.constantFrom(
      'help-opened' as const,
      'help-under-way' as const,
      'help-not-needed' as const,
      'reopened' as const,
      'settled' as const,
    ),
  }),
  fc.record({ type: fc.constant('notice-read' as const), flag: fc.constantFrom('tired', 'child') }),
  fc.record({
    type: fc.constant('service-chosen' as const),
    need: fc.constant('club'),
    service: fc.constantFrom('club', 'other'),
    how: fc.constantFrom('told' as const, 'referred' as const),
  }),
  fc.record({
    type: fc.constant('ended' as const),
    as: fc.constantFrom('declined' as const, 'not-now' as const, 'stopped' as const),
  }),
  fc.record({ type: fc.constant('topic-chosen' as const), script: fc.constant('gardening.brief') }),
);

describe('any sequence of offered intents', () => {
  it('comes in the ways that are tried here to every step, to urgent help and to a notice', () => {
    const seen = fc
      .sample(fc.tuple(context, picks), { numRuns: 300, seed: 1 })
      .flatMap(([told, numbers]) =>
        walk(told, numbers).log.flatMap((event) =>
          event.type === 'shown' ? ['step' in event.view ? event.view.step : event.view.kind] : [],
        ),
      );
    const { steps: all } = gardening.scripts['gardening.brief']!;
    const asked = Object.keys(all).filter((step) => all[step]?.kind !== 'close');
    expect([...new Set(seen)].sort()).toEqual([...asked, 'closed', 'notice', 'urgent'].sort());
  });

  it('never throws, and always leaves urgent help and a way out on the view', () => {
    fc.assert(
      fc.property(context, picks, (told, numbers) => {
        const { common } = view(gardening, walk(told, numbers).state);
        expect([common.help.intent.type, common.stop.intent.type, common.notPrivate.intent.type]).toEqual([
          'help-opened',
          'ended',
          'ended',
        ]);
      }),
      { numRuns: 300 },
    );
  });

  it('replays to the same state, from the log as JSON', () => {
    fc.assert(
      fc.property(context, picks, (told, numbers) => {
        const { state, log } = walk(told, numbers);
        expect(replay(gardening, JSON.parse(JSON.stringify(log)) as SessionEvent[])).toEqual(state);
      }),
      { numRuns: 200 },
    );
  });

  it('yields a record whose answers that count are the facts that count, but for one that raised urgent help', () => {
    const raises = 'item.digging-long.frightened';
    fc.assert(
      fc.property(context, picks, (told, numbers) => {
        const { state, log } = walk(told, numbers);
        const counted = toContactRecord(log).answers.filter(({ setAside, value }) => !setAside && value !== 'skipped');
        const { [raises]: raised, ...answers } = state.answers as Readonly<Record<string, Value>>;
        const rest = raised === undefined || raised === 'yes' ? [] : [raised];
        expect(counted.map(({ value }) => value)).toEqual([...Object.values(answers), ...rest]);
      }),
      { numRuns: 300 },
    );
  });

  it('shows nothing of the talk while hidden', () => {
    fc.assert(
      fc.property(context, picks, (told, numbers) => {
        const { state } = walk(told, numbers);
        const { common: _, ...shown } = view(gardening, { ...state, hidden: true });
        expect(JSON.stringify(shown)).not.toMatch(/garden|tired|adults|urgent"/i);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what is on offer', () => {
  it('is exactly what the view holds, whichever view an intent was taken from', () => {
    fc.assert(
      fc.property(context, picks, (told, numbers) => {
        const seen = numbers.flatMap((_, length) =>
          choicesOf(view(gardening, walk(told, numbers.slice(0, length)).state)).map(({ intent }) => intent),
        );
        const { state } = walk(told, numbers);
        const now = choicesOf(view(gardening, state)).map(({ intent }) => canonical(intent));
        const invented = steps.flatMap((step): Intent[] => [
          { type: 'skipped', step },
          { type: 'continued', step },
        ]);
        for (const intent of [...seen, ...invented]) {
          const inRange = intent.type === 'answered' && view(gardening, state).kind === 'number';
          if (!inRange)
            expect([intent, isOffered(gardening, state, intent)]).toEqual([intent, now.includes(canonical(intent))]);
        }
        for (const { intent } of choicesOf(view(gardening, state)))
          expect([intent, isOffered(gardening, state, { ...intent })]).toEqual([intent, true]);
      }),
      { numRuns: 60 },
    );
  });

  it('is not an intent with a field too many or too few', () => {
    const { state } = walk({}, []);
    for (const { intent } of choicesOf(view(gardening, state))) {
      expect(isOffered(gardening, state, { ...intent, note: 'free text' } as unknown as Intent)).toBe(false);
      for (const field of Object.keys(intent).filter((name) => name !== 'type')) {
        const { [field]: _, ...less } = intent as unknown as Record<string, unknown>;
        expect(isOffered(gardening, state, less as unknown as Intent)).toBe(false);
      }
    }
  });
});

const steps = Object.keys(gardening.scripts['gardening.brief']?.steps ?? {});
const canonical = (intent: Intent) => JSON.stringify(Object.entries(intent).sort());

describe('an intent outside the offered ones', () => {
  it('is refused, and the state is untouched', () => {
    fc.assert(
      fc.property(context, picks, anyIntent, (told, numbers, intent) => {
        const { state } = walk(told, numbers);
        const now = view(gardening, state);
        const onGrid =
          now.kind === 'number' &&
          intent.type === 'answered' &&
          intent.step === now.step &&
          Number(intent.value) % now.by === 0;
        fc.pre(!onGrid && !choicesOf(now).some((choice) => canonical(choice.intent) === canonical(intent)));
        const before = JSON.stringify(state);
        expect(() => advance(gardening, state, { at, ...intent })).toThrow('[everycontact/intent-not-offered]');
        expect(JSON.stringify(state)).toBe(before);
      }),
      { numRuns: 500 },
    );
  });
});
