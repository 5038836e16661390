import { england } from '@everycontact/content/england';
import { EveryContactError } from '@everycontact/core';
import { beforeEach, expect, test, vi } from 'vitest';
import { drawn, find, heading, key, listen, opened, place, services, text } from '../test/stage.js';

// No part can be loaded: a file beside the script was forgotten, or a network is down.
vi.mock('./run/parts.js', () => ({
  part: (name: string) => Promise.reject(new EveryContactError('part-missing', name, `Expected the part "${name}".`)),
}));

let heard: ReturnType<typeof listen>;
beforeEach(() => {
  document.body.replaceChildren();
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  heard = listen();
});
const errors = () => heard.filter(({ type }) => type === 'advice-error').map(({ detail }) => [detail.code, detail.at]);
const given = { pack: england, services, preview: true, behaviour: 'smoking', undoSeconds: 0 };

test('shows no button where what decides cannot be loaded, tells it once, and opens all the same', async () => {
  const prompt = await place({ ...given, launcher: 'decide' });
  expect([text(prompt), errors()]).toEqual(['', [['part-missing', 'prompting']]]);
  prompt.show();
  await drawn(prompt);
  expect(heading(prompt)).toBe('Do you smoke at all?');
  prompt.hide();
  await drawn(prompt);
  expect(errors()).toHaveLength(1);
  await expect(prompt.explain()).rejects.toThrow('part-missing');
});

test('goes on with the national line where what ranks services cannot be loaded', async () => {
  const prompt = await opened(given);
  for (const name of ['1', 'Enter']) {
    key(prompt, name);
    await drawn(prompt);
  }
  expect(text(prompt)).toContain('National Smokefree Helpline');
  expect(errors()).toContainEqual(['part-missing', 'directory']);
  expect(find(prompt, '.fallback')).toBe(null);
});
