import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { run } from './own-pack.js';

const started = async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'everycontact-')), 'wexmarsh');
  const made = await run('init', folder, '--base', 'england');
  return { folder, made, file: join(folder, 'adaptation.json') };
};

describe('init', { timeout: 120_000 }, () => {
  it('starts an adaptation that is whole and changes nothing but whom to tell', async () => {
    const { folder, made } = await started();
    expect([made.code, made.out]).toEqual([0, expect.stringContaining('everycontact check')]);
    const checked = await run('check', folder);
    expect([checked.code, checked.out]).toEqual([0, expect.stringContaining('0 errors, 4 warnings')]);
    expect(checked.out.match(/not-filled-in/g)).toHaveLength(4);
    const { out } = await run('diff', 'england', folder);
    expect(out).toContain('safeguarding');
    expect(out).not.toContain('gone ');
  });

  it('leaves a folder alone that has one already', async () => {
    const { folder, file } = await started();
    const before = readFileSync(file, 'utf8');
    expect((await run('init', folder, '--base', 'england')).code).toBe(2);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('puts words from a spreadsheet into the adaptation, never into the base', async () => {
    const { folder } = await started();
    const sheet = join(folder, 'words.csv');
    await run('texts', 'export', folder, '--out', sheet);
    writeFileSync(sheet, readFileSync(sheet, 'utf8').replace('Do you smoke at all?', 'Do you ever smoke?'));
    expect((await run('texts', 'import', folder, sheet)).out).toContain('1 wording changed');
    expect(readFileSync(join(folder, 'text.en-GB.json'), 'utf8')).toContain('Do you ever smoke?');
    expect((await run('check', folder)).code).toBe(0);
  });

  it('refuses an adaptation that takes a flag’s words away, and says where', async () => {
    const { folder } = await started();
    const words = join(folder, 'text.en-GB.json');
    const json = JSON.parse(readFileSync(words, 'utf8')) as { texts: Record<string, unknown> };
    json.texts['flag.under-18.notice'] = 'Go on.';
    writeFileSync(words, JSON.stringify(json, null, 2));
    const { code, out } = await run('check', folder);
    expect(code).toBe(1);
    expect(out).toMatch(/text\.en-GB\.json:\d+:\d+ error \[[\w-]+\] texts\.en-GB\.flag\.under-18\.notice/);
  });

  it('reads the example of a municipality, which is whole', async () => {
    const folder = fileURLToPath(new URL('../../content/examples/klintkoebing', import.meta.url));
    const { code, out } = await run('check', folder);
    expect([code, out]).toEqual([0, expect.stringMatching(/klintkoebing: \d+ scripts/)]);
  });
});
