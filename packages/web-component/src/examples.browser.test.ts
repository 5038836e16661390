import { examples } from '@everycontact/content/examples';
import { choiceFor } from '@everycontact/core/testing';
import { expect, test } from 'vitest';
import { all, click, find, heading, listen, make, staged, text } from '../test/stage.js';

// The named examples of the pack, each driven through the screen by its own labels.

const england = examples.england;

test.each(england)('walks "$id" to its outcome: $name', async (example) => {
  const heard = listen();
  const [prompt, session] = await staged(example);
  for (const move of example.moves) await make(prompt, session, move);
  const staff = example.occasion.setting === 'staff';
  const outcomes = heard.filter(({ type }) => type === 'advice-outcome');
  expect(outcomes).toHaveLength(staff ? 0 : 1);
  if (!staff)
    expect(outcomes[0]!.detail).toMatchObject({ schemaVersion: 1, record: { outcome: example.expect.outcome } });
  expect(session.view).toMatchObject({ kind: 'closed', settled: true, outcome: example.expect.outcome });
});

test.each(england)('offers urgent help at every step of "$id", and a way back from it', async (example) => {
  const [prompt, session] = await staged(example);
  for (const move of example.moves) {
    const before = session.view;
    if (before.kind !== 'urgent') {
      expect(find(prompt, 'button')?.textContent, 'urgent help comes first').toContain(before.common.help.label);
      await click(prompt, before.common.help.label);
      expect(all(prompt, '.urgent a[href^="tel:"]').length, 'numbers to call').toBeGreaterThan(0);
      await make(prompt, session, 'help-back');
      expect(session.view).toEqual(before);
    }
    await make(prompt, session, move);
  }
});

test.each(england)(
  'has a heading for the focus and nothing of another step on the screen at every step of "$id"',
  async (example) => {
    const [prompt, session] = await staged(example);
    for (const move of example.moves) {
      expect(heading(prompt)).not.toBe('');
      expect(find(prompt, '.heading')?.tabIndex).toBe(-1);
      expect(all(prompt, 'h2')).toHaveLength(1);
      const { label } = choiceFor(session.view, move);
      if (move !== 'not-private') expect(text(prompt)).toContain(label);
      await make(prompt, session, move);
    }
  },
);
