import type { Pack } from '@everycontact/core';
import * as content from '@everycontact/content';
import { expect, it } from 'vitest';

const packs: Readonly<Record<string, Pack>> = content;
// What a build is made of is no part of what is type-checked here.
const config = new URL('../tsup.config.ts', import.meta.url).pathname;
interface Built {
  readonly default: () => Promise<readonly { readonly entry?: object }[]>;
}

it('builds for every place that ships its files for a script tag, in each of its languages, without being told of it', async () => {
  const built = await ((await import(/* @vite-ignore */ config)) as Built).default();
  const files = built.flatMap(({ entry = {} }) => Object.keys(entry));
  const wanted = Object.entries(packs).flatMap(([place, { locales }]) => [
    `advice-prompt.pack.${place}`,
    ...locales.flatMap((locale) => [`advice-prompt.words.${place}.${locale}`, `advice-prompt.${place}.${locale}`]),
  ]);
  expect(files).toEqual(expect.arrayContaining(wanted));
  expect(wanted.length).toBeGreaterThan(3);
});
