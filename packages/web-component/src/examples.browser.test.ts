import { choiceFor } from '@everycontact/core/testing';
import { expect, test } from 'vitest';
import { selection, type Walk } from '../test/selection.js';
import { all, click, find, heading, listen, make, staged, openFolds, text } from '../test/stage.js';

// Named examples of the packs, each driven through the screen by its own labels: a selection, which says how it is made.

const walks = await selection();
const begin = ({ example, pack, locale }: Walk) => staged(example, {}, pack, locale);

test('has every script, and every language of every place', () => {
  const packs = [...new Set(walks.map(({ pack }) => pack))];
  const scripts = new Set(packs.flatMap((pack) => Object.keys(pack.scripts)));
  expect(new Set(walks.map(({ example }) => example.script))).toEqual(scripts);
  const languages = packs.flatMap(({ id, locales }) => locales.map((locale) => `${id} ${locale}`));
  expect(new Set(walks.map(({ pack, locale }) => `${pack.id} ${locale}`))).toEqual(new Set(languages));
});

test.each(walks)('walks "$id" to its outcome', async (walk) => {
  const { example } = walk;
  const heard = listen();
  const [prompt, session] = await begin(walk);
  for (const move of example.moves) await make(prompt, session, move);
  const staff = example.occasion.setting === 'staff';
  const outcomes = heard.filter(({ type }) => type === 'advice-outcome');
  expect(outcomes).toHaveLength(staff ? 0 : 1);
  if (!staff)
    expect(outcomes[0]!.detail).toMatchObject({ schemaVersion: 1, record: { outcome: example.expect.outcome } });
  expect(session.view).toMatchObject({ kind: 'closed', settled: true, outcome: example.expect.outcome });
});

test.each(walks)('offers urgent help at every step of "$id", and a way back from it', async (walk) => {
  const [prompt, session] = await begin(walk);
  for (const move of walk.example.moves) {
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

test.each(walks)(
  'has a heading for the focus and nothing of another step on the screen at every step of "$id"',
  async (walk) => {
    const [prompt, session] = await begin(walk);
    for (const move of walk.example.moves) {
      expect(heading(prompt)).not.toBe('');
      expect(find(prompt, '.heading')?.tabIndex).toBe(-1);
      expect(all(prompt, 'h2')).toHaveLength(1);
      const { label } = choiceFor(session.view, move);
      openFolds(prompt);
      const typed = session.view.kind === 'number' && move.startsWith('answer:');
      if (move !== 'not-private' && !typed) expect(text(prompt)).toContain(label);
      await make(prompt, session, move);
    }
  },
);
