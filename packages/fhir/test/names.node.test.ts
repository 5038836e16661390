import { expect, it } from 'vitest';
import { speaker, type Pack } from '@everycontact/core';
import * as content from '@everycontact/content';
import { names } from '../src/export/names.json';

const editions = Object.values<Pack>(content).flatMap((pack) => pack.locales.map((locale) => ({ pack, locale })));

it.each(editions)('a record calls a method what the screen calls it: $pack.id in $locale', ({ pack, locale }) => {
  const { label } = speaker(pack, { locale, audience: 'worker' }, '2026-11-22');
  const named = Object.entries(names[locale.split('-')[0] as keyof typeof names]);
  const methods = named.filter(([key]) => key.startsWith('method.'));
  expect(methods.map(([key]) => label(key as Parameters<typeof label>[0]))).toEqual(
    methods.map(([, name]) => name.toLowerCase()),
  );
});
