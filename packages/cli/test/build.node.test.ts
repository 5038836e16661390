import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { Pack } from '@everycontact/core';
import { parsePack } from '@everycontact/core/parse';
import { run } from './own-pack.js';

const folder = () => join(mkdtempSync(join(tmpdir(), 'everycontact-')), 'out');

describe('build', { timeout: 120_000 }, () => {
  it('refuses what nobody has approved, and writes nothing', async () => {
    const out = folder();
    const { code, err } = await run('build', 'england', '--behaviour', 'smoking', '--out', out);
    expect([code, existsSync(out)]).toEqual([1, false]);
    expect(err).toContain('[not-approved]');
    expect(err).toContain('safeguarding');
    expect(err).not.toContain('texts.en-GB.alcohol.');
  });

  it('makes whole files of the behaviours and methods that were asked for, with their integrity', async () => {
    const out = folder();
    const asked = ['--behaviour', 'smoking', '--method', 'vba', '--allow-drafts'];
    const { code, out: said } = await run('build', 'denmark', '--locale', 'da-DK', ...asked, '--out', out);
    expect(code).toBe(0);
    const json = readFileSync(join(out, 'denmark.da-DK.json'), 'utf8');
    const pack = JSON.parse(json) as Pack;
    expect(parsePack(pack).problems).toBeUndefined();
    expect([Object.keys(pack.scripts), pack.locales]).toEqual([['smoking.vba'], ['da-DK']]);
    const tag = readFileSync(join(out, 'advice-prompt.denmark.da-DK.js'), 'utf8');
    expect(() => new Script(tag)).not.toThrow();
    expect(tag).toContain('Ryger du?');
    expect(said).toContain(`sha384-${createHash('sha384').update(tag).digest('base64')}`);
    const beside = ['', '.directory', '.services', '.pack.denmark', '.words.denmark.da-DK'];
    expect(readdirSync(out)).toEqual(expect.arrayContaining(beside.map((part) => `advice-prompt${part}.js`)));
    for (const part of beside)
      expect(readFileSync(join(out, `advice-prompt${part}.js`), 'utf8'), part).toMatch(/^\uFEFF/);
    const module = (await import(join(out, 'denmark.da-DK.js'))) as { default: Pack };
    expect(module.default).toEqual(pack);
  });

  it('gives the same files each time, and others when a word changes', async () => {
    const [first, second] = [folder(), folder()];
    const build = (out: string) => run('build', 'sweden', '--behaviour', 'diet', '--allow-drafts', '--out', out);
    expect((await build(first)).out.replaceAll(first, '')).toBe((await build(second)).out.replaceAll(second, ''));
  });

  it('answers misuse with 2', async () => {
    expect((await run('build', 'england')).code).toBe(2);
    expect((await run('build', 'england', '--out', folder(), '--behaviour', 'knitting', '--allow-drafts')).code).toBe(
      2,
    );
  });
});
