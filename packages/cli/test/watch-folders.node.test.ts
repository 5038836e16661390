import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { watchFolders } from '../src/watch-folders.js';
import { typed } from './streams.js';

const ending: (() => void)[] = [];
afterEach(() => {
  for (const end of ending.splice(0)) end();
});

function inFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'everycontact-'));
  const file = (name: string) => join(folder, name);
  writeFileSync(file('pack.json'), '{}');
  return file;
}

it('does it again when a file changes, also in a folder that was read from only later', async () => {
  const file = inFolder();
  mkdirSync(file('later'));
  const again = vi.fn(() => [{ files: [file('pack.json'), file('later/needs.json')] }]);
  const { folders, end } = watchFolders([{ files: [file('pack.json')] }], again, typed().err);
  ending.push(end);
  expect(folders).toBe(1);
  writeFileSync(file('pack.json'), '{ }');
  await vi.waitFor(() => expect(again).toHaveBeenCalledTimes(1));
  writeFileSync(file('later/needs.json'), '{}');
  await vi.waitFor(() => expect(again).toHaveBeenCalledTimes(2));
});

it('says what went wrong, and goes on', async () => {
  const file = inFolder();
  const terminal = typed();
  const again = vi.fn((): never => {
    throw new Error('no such folder');
  });
  ending.push(watchFolders([{ files: [file('pack.json')] }], again, terminal.err).end);
  for (const time of [1, 2]) {
    writeFileSync(file('pack.json'), ' '.repeat(time));
    await vi.waitFor(() => expect(again).toHaveBeenCalledTimes(time));
  }
  expect(terminal.printed.err).toBe('no such folder\nno such folder\n');
});
