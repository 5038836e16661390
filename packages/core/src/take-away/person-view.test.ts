import { describe, expect, it } from 'vitest';
import { gardening } from '../../test/sample-pack.js';
import { started } from '../../test/started.js';
import { advance } from '../contact/advance.js';
import type { ContextFacts, Match, SessionState } from '../index.js';
import { choiceFor } from '../testing/choices.js';
import { view } from '../view/view.js';
import { personView } from './person-view.js';

const at = '2026-11-22T09:30:00.000Z';

function after(context: ContextFacts, ...moves: readonly string[]): SessionState {
  let { state } = advance(gardening, undefined, started(context));
  for (const move of moves) {
    const { intent } = choiceFor(view(gardening, state), move);
    ({ state } = advance(gardening, state, { at, ...intent }));
  }
  return state;
}
const seen = (state: SessionState, pack = gardening) =>
  personView(view(pack, state, { locale: 'en-GB', audience: 'person' }), pack, 'en-GB', state.today);

describe('a screen turned towards the person', () => {
  it('speaks to the person, in no variant', () => {
    const state = { ...after({}), reader: { locale: 'en-GB', audience: 'worker', variant: 'men' } } as const;
    expect(seen(state)?.heading?.text).toBe('Would you like to think about your garden?');
  });

  it('shows what may be answered, not what was', () => {
    const state = after({}, 'next', 'answer:yes', 'back');
    expect(seen(state)?.choices).toEqual(['Yes', 'No']);
    expect(JSON.stringify(seen(state))).not.toContain('"on"');
  });

  it('shows no tick and no prompt of the worker', () => {
    expect(JSON.stringify(view(gardening, after({})))).toMatch(/Tired/);
    expect(JSON.stringify(seen(after({})))).not.toMatch(/Tired|Tick/);
  });

  it.each([
    ['hidden', ['hide']],
    ['urgent help', ['help']],
  ])('shows nothing while %s is on the screen', (_, moves) => {
    expect(seen(after({}, ...moves))).toBeUndefined();
  });

  it('writes the ends of a ruler beside its first and last number', () => {
    const choices = seen(after({}, 'next', 'answer:yes', 'answer:30'))?.choices ?? [];
    expect(choices).toHaveLength(11);
    expect(choices[0]).toMatch(/^0 · ./);
    expect(choices[1]).toBe('1');
    expect(choices[10]).toMatch(/^10 · ./);
  });

  describe('with services', () => {
    const match = (service: string, over: Partial<Match> = {}): Match => ({
      ...{ service, name: service, organization: 'Council', eligible: 'eligible', cost: 'free' },
      reasons: [{ code: 'age', truth: true, with: { min: 18 } }],
      ...over,
    });
    const found = (...matches: Match[]): SessionState => {
      const excluded = [
        { service: 'shut', name: 'Shut out', by: { code: 'age', truth: false, with: { min: 90 } } } as const,
      ];
      const answer = { matches, excluded, asOf: at };
      let before = after({}, 'next', 'answer:yes');
      for (let shown = view(gardening, before); shown.kind !== 'signposts'; shown = view(gardening, before)) {
        const { intent } = choiceFor(shown, shown.kind === 'statement' ? 'next' : 'skip');
        before = advance(gardening, before, { at, ...intent }).state;
      }
      return advance(gardening, before, { at, type: 'services-found', lookUp: before.lookUps, answer }).state;
    };

    it('shows them with what it takes to get there, then the line that is there for everybody', () => {
      const shown = seen(found(match('Club', { phone: '01632 960 003', address: '1 Mill Lane' })));
      expect(shown?.groups.map(({ entries }) => entries.map(({ name }) => name.text))).toEqual([
        ['Club'],
        [expect.any(String)],
      ]);
      expect(shown?.groups[0]?.entries[0]).toMatchObject({ phone: '01632 960 003', address: '1 Mill Lane' });
      expect(JSON.stringify(shown)).not.toMatch(/Shut out|eligible|\b18\b/);
    });

    it('shows none that was said no to', () => {
      const offered = found(match('Club'));
      const { intent } = choiceFor(view(gardening, offered), 'pass');
      expect(seen(advance(gardening, offered, { at, ...intent }).state)?.groups).toHaveLength(1);
    });

    it('shows none whose number only the worker may see, under whatever name a feed lists it', () => {
      const need = gardening.needs['club']!;
      const hidden = { ...need.national[0]!, phone: '+44 1632 960 003', workerOnly: true as const };
      const pack = { ...gardening, needs: { ...gardening.needs, club: { ...need, national: [hidden] } } };
      expect(seen(found(match('Club', { phone: '01632 960 003' })), pack)?.groups).toEqual([]);
    });
  });
});
