import { england } from '@everycontact/content/england';
import { EveryContactError } from '@everycontact/core';
import { beforeEach, expect, test, vi } from 'vitest';
import type * as parts from './run/parts.js';
import { drawn, find, heading, key, listen, opened, place, services, text } from '../test/stage.js';

// No part can be loaded: a file beside the script was forgotten, a network is down, a release took away what an open page asks for.
const here = vi.hoisted(() => new Set(['parse']));
vi.mock('./run/parts.js', async (original) => {
  const { part } = await original<typeof parts>();
  const gone = (name: string) => new EveryContactError('part-missing', name, `Expected the part "${name}".`);
  return { part: (name: 'parse') => (here.has(name) ? part(name) : Promise.reject(gone(name))) };
});

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

test('tells that a pack cannot be read where what reads it cannot be loaded, and asks anew for the next prompt', async () => {
  const pack = structuredClone(england);
  here.delete('parse');
  const prompt = await opened({ ...given, pack }, '', 'Call 999 in an emergency.');
  expect(errors()).toEqual([['part-missing', 'parse']]);
  expect(find(prompt, '.fallback slot')).not.toBe(null);
  here.add('parse');
  expect(heading(await opened({ ...given, pack }))).toBe('Do you smoke at all?');
});
