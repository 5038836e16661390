import { describe, expect, it } from 'vitest';
import { gardening } from '../../test/sample-pack.js';
import { started } from '../../test/started.js';
import { advance } from '../contact/advance.js';
import type { ContextFacts, SessionState } from '../index.js';
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
const seen = (state: SessionState) => personView(gardening, state, 'en-GB');

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
});
