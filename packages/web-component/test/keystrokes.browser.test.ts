import { denmark } from '@everycontact/content/denmark';
import { england } from '@everycontact/content/england';
import { examples } from '@everycontact/content/examples';
import { sweden } from '@everycontact/content/sweden';
import { choiceFor, type Example } from '@everycontact/core/testing';
import type { Session } from '@everycontact/core';
import { beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { AdvicePrompt } from '../src/prompt.js';
import { selection } from './selection.js';
import { control, drawn, focused, staged } from './stage.js';

// Named examples walked by keyboard alone, none of them with more keys than its budget: the one it names, which is counted
// from the focus in the panel, or else the sum of what its moves may cost.

/** What a move may cost where one key is not enough. A tick: its fold, its number, and the fold again. */
const dear: Readonly<Record<string, number>> = {
  tick: 3,
  untick: 3,
  'already-supported': 2,
  'not-appropriate': 2,
  stop: 2,
};

const budgetOf = ({ moves, expect: { keys } }: Example, numbers: ReadonlySet<string>): number =>
  keys ?? moves.reduce((sum, move) => sum + costOf(move, numbers), 0);

/** A number is typed and sent. */
function costOf(move: string, numbers: ReadonlySet<string>): number {
  const [word = '', about = ''] = move.split(':');
  return numbers.has(move) ? about.length + 1 : (dear[word] ?? 1);
}

beforeEach(() => {
  document.body.replaceChildren();
});

const packs = { england, denmark, sweden };
const named = Object.values(packs).flatMap((pack) =>
  examples[pack.id as keyof typeof packs]
    .filter(({ expect: { keys } }) => keys !== undefined)
    .map((example) => ({ id: `${pack.id} ${example.id}`, example, pack, locale: pack.locales[0] ?? '' })),
);

test('has a budget of three keys for the shortest outcomes at every place', () => {
  for (const { id } of Object.values(packs)) {
    const budgets = named.filter(({ pack }) => pack.id === id).map(({ example }) => example.expect.keys);
    expect(Math.min(...budgets.map(Number))).toBe(3);
  }
});

test.each([...named, ...(await selection())])(
  'walks "$id" by keyboard alone, within its budget',
  async ({ example, pack, locale }) => {
    const [prompt, session] = await staged(example, {}, pack, locale);
    prompt.focus();
    const numbers = new Set<string>();
    let pressed = 0;
    const pressAll = async (keys: readonly string[]) => {
      for (const name of keys) {
        await userEvent.keyboard(name);
        await drawn(prompt);
        pressed++;
      }
    };
    for (const move of example.moves) {
      if (session.view.kind === 'number' && move.startsWith('answer:')) numbers.add(move);
      await pressAll(keysFor(prompt, session, move));
      const fold = focused(prompt)?.closest('details');
      if (fold) await pressAll([keyOf(fold.querySelector('summary'))]);
    }
    expect(session.view).toMatchObject({ kind: 'closed', settled: true, outcome: example.expect.outcome });
    expect(pressed).toBeLessThanOrEqual(budgetOf(example, numbers));
  },
);

/** The keys that stand on the control for a move, as a reader finds them: with the key of the fold around it, if any. */
function keysFor(prompt: AdvicePrompt, { view }: Session, move: string): readonly string[] {
  const { label, intent } = choiceFor(view, move);
  if (view.kind === 'number' && intent.type === 'answered') return [...Array.from(label), '{Enter}'];
  if (view.hidden && move === 'not-private') return ['p'];
  const shown = control(prompt, label);
  const fold = shown.closest('details');
  const around = fold && !fold.open ? [keyOf(fold.querySelector('summary'))] : [];
  return [...around, keyOf(shown)];
}

function keyOf(control: Element | null): string {
  const [key] = control?.getAttribute('aria-keyshortcuts')?.split(' ') ?? [];
  if (!key) throw new Error(`no key stands on "${control?.textContent}"`);
  return key.length > 1 ? `{${key}}` : key;
}
