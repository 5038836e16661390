import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { england } from '@everycontact/content/england';
import { minimisePack } from '@everycontact/core/adapt';
import { expect, test } from 'vitest';
import { scriptTag } from '../src/commands/build.js';

// The bare file is read as its build wrote it: what an author's command fills is what stands in the package.

const bare = readFileSync(new URL('../../web-component/dist/advice-prompt.js', import.meta.url), 'utf8');

test('has one place for a pack in the bare file, and none in a file that has its pack', () => {
  expect(bare.split('{"everycontact-pack":0}')).toHaveLength(2);
  const shipped = readFileSync(
    new URL('../../web-component/dist/advice-prompt.england.en-GB.js', import.meta.url),
    'utf8',
  );
  expect(shipped).not.toContain('everycontact-pack');
});

test('begins with the mark of UTF-8, so that a page in another encoding reads its letters right', () => {
  expect(bare.startsWith('\uFEFF')).toBe(true);
  expect(scriptTag('{}').startsWith('\uFEFF')).toBe(true);
});

test('is a program once a pack is in it, whatever stands in the texts of the pack', () => {
  const awkward = '</script> ${0} `"\' \u2028 $& $1';
  const small = minimisePack(england, { behaviours: ['smoking'] });
  const filled = scriptTag(JSON.stringify({ ...small, version: awkward }));
  expect(() => new Script(filled)).not.toThrow();
  expect(filled).not.toContain('everycontact-pack');
  expect(filled).not.toContain('\u2028');
  expect(filled).toContain('$& $1');
});
