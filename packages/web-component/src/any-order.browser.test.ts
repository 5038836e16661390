import { denmark } from '@everycontact/content/denmark';
import { england } from '@everycontact/content/england';
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { all, drawn, key, listen, place, services, text } from '../test/stage.js';
import type { AdvicePrompt } from './prompt.js';

afterEach(() => {
  vi.restoreAllMocks();
});

const given = { services, preview: true, open: true } satisfies Partial<AdvicePrompt>;

/** Three kinds of prompt that a page may have beside each other. */
const page = (): Promise<readonly AdvicePrompt[]> => {
  document.body.replaceChildren();
  return Promise.all([
    place({ ...given, pack: england, undoSeconds: 0 }),
    place({ ...given, pack: england, behaviour: 'alcohol', audience: 'person' }),
    place({ ...given, pack: denmark, behaviour: 'smoking', mayRefer: true }),
  ]);
};

const keys = ['1', '2', '3', '9', 'b', 'd', 'h', 'm', 'n', 'o', 'p', 's', 't', 'u', 'v', 'x', 'Enter', 'Escape'];

/** What a page does, at any time. */
const turns: Readonly<Record<string, (prompt: AdvicePrompt) => void>> = {
  show: (prompt) => prompt.show(),
  hide: (prompt) => prompt.hide(),
  reset: (prompt) => prompt.reset(),
  back: (prompt) => prompt.back(),
  next: (prompt) => prompt.next(),
  'another person': (prompt) => (prompt.subjectKey = `${prompt.subjectKey ?? ''}1`),
  'another language': (prompt) => (prompt.locale = prompt.locale === 'en' ? 'da-DK' : 'en'),
  'another topic': (prompt) => (prompt.behaviour = prompt.behaviour === 'diet' ? 'weight' : 'diet'),
  'another place on the page': (prompt) => document.body.prepend(prompt),
};

function press(prompt: AdvicePrompt, at: number): void {
  const controls = all(prompt, 'button, summary, input');
  const control = controls[at % controls.length];
  if (!control?.matches('.entry')) control?.click();
  else (control as HTMLInputElement).value = String(at);
}

const action = fc.oneof(
  { weight: 6, arbitrary: fc.record({ press: fc.nat(40) }) },
  { weight: 3, arbitrary: fc.record({ key: fc.constantFrom(...keys) }) },
  { weight: 1, arbitrary: fc.record({ turn: fc.constantFrom(...Object.keys(turns)) }) },
);

test('goes on, whatever is pressed and whatever the page does, in any order', async () => {
  const errors = vi.spyOn(console, 'error');
  const heard = listen();
  const actions = fc.array(fc.tuple(fc.nat(2), action), { minLength: 40, maxLength: 80 });
  await fc.assert(
    fc.asyncProperty(actions, async (todo) => {
      const prompts = await page();
      for (const [which, what] of todo) {
        const prompt = prompts[which]!;
        if ('press' in what) press(prompt, what.press);
        else if ('key' in what) key(prompt, what.key);
        else turns[what.turn]!(prompt);
        await prompt.updateComplete;
        expect(all(prompt, '.fallback')).toEqual([]);
        expect(all(prompt, '.heading').length).toBeLessThan(2);
      }
      for (const prompt of prompts) {
        await drawn(prompt);
        expect(text(prompt)).not.toMatch(/Looking for services|Leder efter tilbud/);
        expect(all(prompt, prompt.open ? '.panel' : '.launcher')).toHaveLength(1);
      }
    }),
    { numRuns: 6 },
  );
  expect(heard.filter(({ type }) => type === 'advice-error')).toEqual([]);
  expect(errors).not.toHaveBeenCalled();
});
