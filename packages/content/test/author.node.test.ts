import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

// What somebody meets who writes content and makes a mistake in a file.

const content = fileURLToPath(new URL('../', import.meta.url));
const broken = 'packs/england/behaviours/smoking/text.en-GB.json';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'everycontact-'));
  const wanted = (path: string) => !['dist', 'node_modules', 'test'].includes(basename(path));
  cpSync(content, join(folder, 'content'), { recursive: true, filter: wanted });
  mkdirSync(join(folder, 'core/dist'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'core/dist/parse.js'), 'export const parsePack = (pack) => ({ pack });');
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = (script: string) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'content', script)], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};
const built = (file: string) => join(folder, 'content/dist', file);

describe('a mistake in a file of a pack', () => {
  it.each([
    ['is no JSON', () => appendFileSync(join(folder, 'content', broken), ',')],
    ['is missing', () => rmSync(join(folder, 'content', broken))],
  ])('leaves what was built as it was, and is told by the file alone: the file %s', (_, mistake) => {
    expect(run('build.mjs').status).toBe(0);
    const before = readFileSync(built('england.js'), 'utf8');
    mistake();
    const { status, stderr } = run('build.mjs');
    expect([status, stderr.trim().split('\n')]).toEqual([1, [expect.stringMatching(`^${broken}: `)]]);
    expect(readFileSync(built('england.js'), 'utf8')).toBe(before);
    expect(existsSync(built('sweden.js'))).toBe(true);
  });

  it('is found by the check, also while an older pack is still there', () => {
    expect(run('build.mjs').status).toBe(0);
    expect(run('check.mjs')).toMatchObject({ status: 0, stdout: 'Every pack is whole.\n' });
    rmSync(join(folder, 'content', broken));
    const { status, stdout, stderr } = run('check.mjs');
    expect([status, stdout]).toEqual([1, '1 problem.\n']);
    expect(stderr).toContain(`england: ${broken}`);
  });
});
