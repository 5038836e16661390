import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { describe, expect, it } from 'vitest';
import { refused, run } from './own-pack.js';

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

  it('takes a new language from a spreadsheet, with all its plural forms and readers, and proves it', async () => {
    const { folder, file } = await started();
    const json = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    writeFileSync(file, JSON.stringify({ ...json, locales: ['pl'] }));
    const sheet = join(folder, 'words.csv');
    await run('texts', 'export', folder, '--out', sheet);
    const [header = [], ...rows]: string[][] = parse(readFileSync(sheet), { bom: true, delimiter: ';' });
    expect(header.slice(3)).toEqual(['en-GB', 'pl']);
    const translated = rows.map((row) => (row[0]?.startsWith('instrument.') ? row : [...row.slice(0, 4), row[3]]));
    writeFileSync(sheet, stringify([header, ...translated], { delimiter: ';' }));
    expect((await run('texts', 'import', folder, sheet)).out).toMatch(/^\d{3} wordings changed\n.*text\.pl\.json/s);
    const { code, out } = await run('check', folder);
    expect([code, out]).toEqual([0, expect.not.stringContaining('text-missing')]);
    expect(readFileSync(join(folder, 'text.pl.json'), 'utf8')).toContain('"plural": "seconds"');
  });

  it('sends out every text that a new language still lacks, although it has none', async () => {
    const { folder, file } = await started();
    const json = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    writeFileSync(file, JSON.stringify({ ...json, locales: ['pl'] }));
    const { out } = await run('texts', 'export', folder, '--locale', 'pl', '--out', join(folder, 'pl.csv'));
    expect(out).toMatch(/^\d{3} wordings in pl/);
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

  it('names the line of the author\u2019s own words, where the base says the same text to each reader apart', async () => {
    const { folder } = await started();
    const words = join(folder, 'text.en-GB.json');
    const json = JSON.parse(readFileSync(words, 'utf8')) as { texts: Record<string, unknown> };
    json.texts['smoking.vba.act.say'] = 'Would you like their number, 0300?';
    writeFileSync(words, JSON.stringify(json, null, 2));
    const { out } = await run('check', folder);
    expect(out).toMatch(
      /wexmarsh\/text\.en-GB\.json:\d+:5 error \[digit-unbound\] texts\.en-GB\.smoking\.vba\.act\.say/,
    );
  });

  it('names the line of a step, although the id of its script has a dot in it', async () => {
    const { folder, file } = await started();
    const json = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    const steps = { begin: { kind: 'signpost', say: 5, next: 'nowhere' } };
    json.scripts = { 'garden.brief': { behaviour: 'smoking', method: 'brief', start: 'begin', steps, endings: {} } };
    writeFileSync(file, JSON.stringify(json, null, 2));
    const line =
      readFileSync(file, 'utf8')
        .split('\n')
        .findIndex((one) => one.includes('"say": 5')) + 1;
    expect((await run('check', folder)).out).toContain(`adaptation.json:${line}:`);
  });

  it('tells of a language that is only begun without burying what is wrong', async () => {
    const { folder, file } = await started();
    const json = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    writeFileSync(file, JSON.stringify({ ...json, locales: ['pl'] }));
    const { standing } = JSON.parse(readFileSync(join(folder, 'text.en-GB.json'), 'utf8')) as { standing: unknown };
    const texts = { 'smoking.vba.smokes.say': 'Czy Pan pali {' };
    writeFileSync(join(folder, 'text.pl.json'), JSON.stringify({ standing, texts }));
    const { code, out } = await run('check', folder);
    expect(code).toBe(1);
    expect(out.match(/warning \[text-missing\]/g)).toHaveLength(10);
    const rest = /^and \d+ more warnings \[text-missing\], of \d+ in all: (.*); --format json lists them$/m.exec(
      out,
    )?.[1];
    expect(rest).toMatch(/texts\.pl\.alcohol \d+, .*texts\.pl\.smoking \d+/);
    expect(out).toMatch(/^1 error, \d{3} warnings/m);
    expect(out.match(/error \[brace-left\]/g)).toHaveLength(1);
  });

  it('has a sign-off sheet for the very words: another word is another digest', async () => {
    const { folder } = await started();
    const digest = async () => /^Digest `(sha256-[0-9a-f]{64})`/m.exec((await run('sheet', folder)).out)?.[1];
    const before = await digest();
    expect(before).toBeDefined();
    expect(await digest()).toBe(before);
    const words = join(folder, 'text.en-GB.json');
    writeFileSync(words, readFileSync(words, 'utf8').replace('FILL IN: whom', 'FILL IN: who'));
    expect(await digest()).not.toBe(before);
  });

  it('has on the sheet whom a worker tells, for which topics a flag is, and what the check finds', async () => {
    const { folder } = await started();
    const { out } = await run('sheet', folder);
    expect(out).toMatch(/^\| safeguarding \| FILL IN: whom a worker here tells/m);
    expect(out).toMatch(/^\| under-18 \| stop-topic \| smoking, alcohol, .*mental-wellbeing \|/m);
    expect(out).toMatch(/^\| in-danger \| emergency \| all \|/m);
    const found = out.split('## Found by the check')[1]?.split('\n## ')[0];
    expect(found?.match(/^- .*\[not-filled-in\]/gm)).toHaveLength(4);
  });

  it.each([
    ['behaviours/garden/flags.json', 'a flag in a folder, as packs have them'],
    ['flags.json', 'a flag in a file of its own'],
    ['texts.en-GB.json', 'words under another name'],
  ])('refuses %s, which nothing reads: %s', async (name) => {
    const { folder } = await started();
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), '{}');
    const { code, out } = await run('check', folder);
    expect([code, out]).toEqual([1, expect.stringContaining(`${name}:1:1 error [file-unread]`)]);
    expect(await run('build', folder, '--out', join(folder, 'built'))).toMatchObject(refused(1, /everycontact check/));
  });

  it('reads a folder that holds other things too', async () => {
    const { folder } = await started();
    for (const name of ['package.json', 'services.json', 'README.md']) writeFileSync(join(folder, name), '{}');
    expect((await run('check', folder)).code).toBe(0);
  });

  it('finds nothing wrong with what the guide says to write, in each language', async () => {
    const guide = readFileSync(new URL('../../../docs/guides/adapt-a-pack.md', import.meta.url), 'utf8');
    const [adaptation = '', words = ''] = [...guide.matchAll(/```json\n([^`]*)```/g)].map(([, json]) => json ?? '');
    const folder = join(mkdtempSync(join(tmpdir(), 'everycontact-')), 'klintkoebing');
    await run('init', folder, '--base', 'denmark');
    writeFileSync(join(folder, 'adaptation.json'), adaptation);
    for (const locale of ['da-DK', 'en']) writeFileSync(join(folder, `text.${locale}.json`), words);
    const { code, out } = await run('check', folder);
    expect([code, out]).toEqual([0, expect.stringMatching(/^\S+klintkoebing: \d+ scripts, .* 0 findings$/m)]);
  });

  it('reads the example of a municipality, which is whole', async () => {
    const folder = fileURLToPath(new URL('../../content/examples/klintkoebing', import.meta.url));
    const { code, out } = await run('check', folder);
    expect([code, out]).toEqual([0, expect.stringMatching(/klintkoebing: \d+ scripts/)]);
  });
});
