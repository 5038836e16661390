import { expect, test } from 'vitest';
import { version } from '../../package.json';
import { beside, bring } from './parts.beside.js';

// No part lies beside a test, so what is asked for comes by a tag of its own, or never.

test('gives a part to all who wait for it at the same time', async () => {
  const both = [beside('choirs'), beside('choirs')];
  bring('choirs', version, 'a part');
  expect(await Promise.all(both)).toEqual(['a part', 'a part']);
  expect(await beside('choirs')).toBe('a part');
});

test('refuses a part of another version to all who wait, and to whoever asks later', async () => {
  const both = [beside('walks'), beside('walks')];
  bring('walks', '9.9.9', 'a part');
  for (const one of [...both, beside('walks')]) await expect(one).rejects.toThrow('found 9.9.9');
});

test('takes the right part after another version was refused', async () => {
  const refused = beside('swims');
  bring('swims', '9.9.9', 'another part');
  await expect(refused).rejects.toMatchObject({ code: 'part-version' });
  bring('swims', version, 'a part');
  expect(await beside('swims')).toBe('a part');
});

test('says which file is missing, and looks for it again when it is asked for again', async () => {
  const [first, second] = [beside('rides'), beside('rides')];
  await expect(first).rejects.toThrow('advice-prompt.rides.js');
  await expect(second).rejects.toMatchObject({ code: 'part-missing', at: 'rides' });
  const again = beside('rides');
  bring('rides', version, 'a part');
  expect(await again).toBe('a part');
});

test('takes no part from where a picture of the page leads that has the name of a property', async () => {
  const picture = Object.assign(new Image(), {
    src: 'https://elsewhere.example/advice-prompt.js',
    name: 'currentScript',
  });
  document.body.append(picture);
  expect(document.currentScript).toBe(picture);
  const again = './parts.beside.js?again';
  const anew = (await import(/* @vite-ignore */ again)) as { beside: typeof beside };
  picture.remove();
  const failure: unknown = await anew.beside('boats').catch((reason: unknown) => reason);
  expect(String(failure)).toContain('advice-prompt.boats.js');
  expect(String(failure)).not.toContain('elsewhere.example');
});
