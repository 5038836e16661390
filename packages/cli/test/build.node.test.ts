import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { denmark } from '@everycontact/content';
import type { Pack, Text } from '@everycontact/core';
import { minimisePack } from '@everycontact/core/adapt';
import { parsePack } from '@everycontact/core/parse';
import { run } from './own-pack.js';

const folder = () => join(mkdtempSync(join(tmpdir(), 'everycontact-')), 'out');

describe('build', { timeout: 120_000 }, () => {
  it('refuses what nobody has approved, and writes nothing', async () => {
    const out = folder();
    const { code, err } = await run('build', 'england', '--behaviour', 'smoking', '--out', out);
    expect([code, existsSync(out)]).toEqual([1, false]);
    expect(err).toContain('[not-approved]');
    expect(err).toContain('everycontact check "england" --release');
    expect(err).toContain('For a preview, --allow-drafts builds it as it is.');
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

  describe('of a pack that is approved', () => {
    const small = minimisePack(denmark, { behaviours: ['smoking'], methods: ['vba'], locales: ['da-DK'] });
    const approved = JSON.parse(
      JSON.stringify(small).replaceAll('"standing":"draft"', '"standing":"verified"'),
    ) as Pack;
    const [line] = Object.values(approved.urgentHelp)[0]!.lines;
    const whole: Pack = { ...approved, safeguarding: { ...line!, id: 'lead' } };
    const key = whole.scripts['smoking.vba']!.steps.advise!.say!;
    const withText = (more: Partial<Text>): Pack => {
      const texts = whole.texts['da-DK']!;
      return { ...whole, texts: { 'da-DK': { ...texts, [key]: { ...texts[key]!, ...more } } } };
    };
    const built = async (pack: Pack, ...more: string[]) => {
      const out = folder();
      const file = join(mkdtempSync(join(tmpdir(), 'everycontact-')), 'pack.json');
      writeFileSync(file, JSON.stringify(pack));
      const { code, err } = await run('build', file, '--out', out, ...more);
      return { code, err, written: existsSync(out) };
    };

    it('writes it', async () => {
      expect(await built(whole)).toEqual({ code: 0, err: '', written: true });
    });

    it.each<[string, Pack, string]>([
      ['past its review', withText({ reviewBy: '2026-11-21' }), 'past-review'],
      ['filled in by nobody', withText({ words: 'FILL IN' }), 'not-filled-in'],
      ['a draft', withText({ standing: 'draft' }), 'not-approved'],
    ])('writes nothing where a text is %s, unless drafts are allowed', async (_, pack, code) => {
      expect(await built(pack)).toMatchObject({
        code: 1,
        err: expect.stringContaining(`[${code}]`) as string,
        written: false,
      });
      expect(await built(pack, '--allow-drafts')).toMatchObject({ code: 0, written: true });
    });

    it('writes nothing of what is wrong, though drafts are allowed', async () => {
      const { emergencyNumber } = whole.place.facts;
      const facts = { ...whole.place.facts, emergencyNumber: { ...emergencyNumber!, value: '999' } };
      const wrong = { ...whole, place: { ...whole.place, facts } };
      for (const more of [[], ['--allow-drafts']])
        expect(await built(wrong, ...more)).toMatchObject({
          code: 1,
          err: expect.stringContaining('[help-without-contact]') as string,
          written: false,
        });
    });
  });

  it('answers misuse with 2', async () => {
    expect((await run('build', 'england')).code).toBe(2);
    expect((await run('build', 'england', '--out', folder(), '--behaviour', 'knitting', '--allow-drafts')).code).toBe(
      2,
    );
  });
});
