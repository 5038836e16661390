import { expect, it } from 'vitest';
import { builtIn } from './built-in-pack.js';
import { openPack } from './pack-source.built-in.js';

it('gives the pack inside where the page names no place, or this one', () => {
  for (const place of [undefined, '', 'england']) expect(openPack(undefined, { place })).toEqual({ pack: builtIn });
});

it('refuses another place, whose numbers it does not have', () => {
  expect(openPack(undefined, { place: 'denmark' })).toMatchObject({ problem: { code: 'pack-built-in' } });
});

it('refuses another pack', () => {
  expect(openPack({}, { place: undefined })).toMatchObject({ problem: { code: 'pack-built-in' } });
});
