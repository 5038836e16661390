import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
    expect((await run('check', folder)).code).toBe(0);
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
    const { folder, file } = await started();
    const sheet = join(folder, 'words.csv');
    await run('texts', 'export', folder, '--out', sheet);
    writeFileSync(sheet, readFileSync(sheet, 'utf8').replace('Do you smoke at all?', 'Do you ever smoke?'));
    expect((await run('texts', 'import', folder, sheet)).out).toContain('1 wordings changed');
    expect(readFileSync(file, 'utf8')).toContain('Do you ever smoke?');
    expect((await run('check', folder)).code).toBe(0);
  });

  it('refuses an adaptation that takes a flag’s words away, and says where', async () => {
    const { folder, file } = await started();
    const json = JSON.parse(readFileSync(file, 'utf8')) as { texts: Record<string, Record<string, unknown>> };
    const draft = { standing: 'draft', checkedOn: '2026-11-22', reviewBy: '2027-05-22' };
    json.texts['en-GB']!['flag.under-18.notice'] = { words: 'Go on.', ...draft };
    writeFileSync(file, JSON.stringify(json, null, 2));
    const { code, out } = await run('check', folder);
    expect(code).toBe(1);
    expect(out).toMatch(/adaptation\.json:\d+:\d+ error \[[\w-]+\] texts\.en-GB\.flag\.under-18\.notice/);
  });
});
