import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { limits } from '@everycontact/core/parse';
import { ownPack, refused, run } from './own-pack.js';

/** Exit code 1, and that a finding says this. */
const found = (said: RegExp) => ({ code: 1, out: expect.stringMatching(said) as unknown });

describe('check', { timeout: 120_000 }, () => {
  it('proves every shipped pack, and says how much it walked', async () => {
    const { code, out } = await run('check');
    expect(out.split('\n').filter((line) => / error /.test(line))).toEqual([]);
    expect(code).toBe(0);
    for (const place of ['denmark', 'england', 'sweden'])
      expect(out).toMatch(
        new RegExp(
          `^${place}: \\d+ scripts, [\\d,]+ states, [\\d,]+ paths, [\\d,]+ texts in \\d languages?, \\d+ findings?$`,
          'm',
        ),
      );
    expect(out).toMatch(/^0 errors, \d+ warnings?, [\d.]+ s$/m);
  });

  it('names the file and the line of what an author wrote', async () => {
    const own = ownPack();
    own.change('behaviours/smoking/text.en-GB.json', '"Do you smoke at all?"', '"Do you smoke 20 a day?"');
    const { code, out } = await run('check', own.pack);
    expect(code).toBe(1);
    expect(out).toMatch(
      /behaviours\/smoking\/text\.en-GB\.json:\d+:5 error \[digit-unbound\] texts\.en-GB\.smoking\.vba\.smokes\.say: expected/,
    );
  });

  it('names the line of a mistake in the JSON, and of a key that is written twice', async () => {
    const broken = ownPack();
    broken.change('needs.json'.replace('needs', 'behaviours/smoking/needs'), '{', '{,');
    expect(await run('check', broken.pack)).toMatchObject(
      found(/needs\.json:1:2 error \[content-not-json\] .*: expected JSON/),
    );
    const twice = ownPack();
    twice.change(
      'behaviours/smoking/text.en-GB.json',
      '"behaviour.smoking":',
      '"behaviour.smoking": "Smoke", "behaviour.smoking":',
    );
    expect(await run('check', twice.pack)).toMatchObject(
      found(/text\.en-GB\.json:\d+:\d+ error \[content-duplicate-key\] .*: expected each key once/),
    );
  });

  it.each([
    ['a curly quote', '"texts"', '\u201ctexts\u201d', /a sign that does not belong there, such as a curly quote/],
    ['a comma after the last entry', '"texts": {', '"texts": {},\n}, {', /a comma after the last entry/],
    ['a text that does not end', '"Smoking"', '"Smoking', /a text without its closing "/],
  ])('says of %s what it is, in words', async (_, from, to, said) => {
    const own = ownPack();
    own.change('behaviours/smoking/text.en-GB.json', from, to);
    expect(await run('check', own.pack)).toMatchObject(found(said));
  });

  it('refuses a file that was saved in another encoding, and says where', async () => {
    const own = ownPack();
    const file = own.file('behaviours/smoking/text.en-GB.json');
    const text = readFileSync(file, 'utf8').replace('"Smoking"', '"Smoking at the caf\u00e9"');
    writeFileSync(file, text, 'latin1');
    expect(await run('check', own.pack)).toMatchObject(found(/text\.en-GB\.json:\d+:\d+ error .*: expected UTF-8/));
  });

  it('reads a file that begins with a byte order mark', async () => {
    const own = ownPack();
    const file = own.file('behaviours/smoking/text.en-GB.json');
    writeFileSync(file, `\ufeff${readFileSync(file, 'utf8')}`);
    expect((await run('check', own.pack)).code).toBe(0);
  });

  it('refuses words in a language that the pack does not name, since nothing reads them', async () => {
    const own = ownPack();
    cpSync(own.file('behaviours/smoking/text.en-GB.json'), own.file('behaviours/smoking/text.pl.json'));
    const { code, out } = await run('check', own.pack);
    expect([code, out]).toEqual([
      1,
      expect.stringMatching(/smoking\/text\.pl\.json:1:1 error \[file-unread\].*"locales"/),
    ]);
  });

  it('leads whoever copies a pack for another country to the numbers that are still those of the first', async () => {
    const own = ownPack();
    own.change('pack.json', '"value": "999"', '"value": "112"');
    const { code, out } = await run('check', own.pack);
    expect(code).toBe(1);
    expect(out).toMatch(
      /urgent-help\.json:\d+:3 error \[help-without-contact\] urgentHelp\.urgent: expected a line that dials 112/,
    );
    const abroad = join(own.folder, 'packs', 'ireland');
    cpSync(own.pack, abroad, { recursive: true });
    expect(await run('check', abroad)).toMatchObject(
      found(/bands\.ireland\.json: expected the cut-offs that hold in this place/),
    );
  });

  it('gives JSON and SARIF with the same findings', async () => {
    const own = ownPack();
    own.change('behaviours/smoking/text.en-GB.json', '"Do you smoke at all?"', '"Do you smoke 20 a day?"');
    const json = JSON.parse((await run('check', own.pack, '--format', 'json')).out) as { findings: { code: string }[] };
    const sarif = JSON.parse((await run('check', own.pack, '--format', 'sarif')).out) as {
      runs: {
        results: {
          ruleId: string;
          level: string;
          locations: { physicalLocation?: { region: { startLine: number } } }[];
        }[];
      }[];
    };
    const results = sarif.runs[0]!.results;
    expect(results.map(({ ruleId }) => ruleId)).toEqual(json.findings.map(({ code }) => code));
    const digit = results.find(({ ruleId }) => ruleId === 'digit-unbound')!;
    expect(digit.level).toBe('error');
    expect(digit.locations[0]!.physicalLocation!.region.startLine).toBeGreaterThan(1);
  });

  it('tells a file that is no JSON as a finding too, in every format, and goes on with the other packs', async () => {
    const own = ownPack('sweden');
    own.change('behaviours/smoking/needs.json', '{', '{,');
    const { code, out } = await run('check', own.pack, 'denmark', '--format', 'json');
    const { findings, packs } = JSON.parse(out) as { findings: object[]; packs: { pack: string; scripts?: number }[] };
    expect([code, findings.length, packs.map(({ scripts }) => scripts !== undefined)]).toEqual([1, 1, [false, true]]);
    expect(findings[0]).toMatchObject({ code: 'content-not-json', written: { line: 1, column: 2 } });
    const sarif = JSON.parse((await run('check', own.pack, '--format', 'sarif')).out) as {
      runs: { results: object[] }[];
    };
    expect(sarif.runs[0]!.results).toMatchObject([{ ruleId: 'content-not-json' }]);
  });

  it('refuses drafts for a release, and what is past its date on a later day', async () => {
    const release = await run('check', 'england', '--release');
    expect([release.code, release.out]).toEqual([1, expect.stringContaining('[not-approved]')]);
    expect(release.out).toContain('safeguarding');
    // However many errors there are, each is told.
    const { out } = await run('check', 'england', '--on', '2029-01-01');
    expect(out.match(/ error \[past-review\] /g)!.length).toBe(Number(/^(\d+) errors, /m.exec(out)?.[1]));
  });

  it.each([
    ['nested a million deep', () => '['.repeat(1_000_000), '1:42', 'json-too-large'],
    ['of twenty million characters', () => `[${'1,'.repeat(10_000_000)}1]`, '1:1', 'json-too-large'],
    ['cut off', () => '{\n  "schema":', '2:12', 'json-syntax'],
  ])('refuses one file that is %s by line and column, without looking through it again', async (_, text, at, found) => {
    const file = join(ownPack().folder, 'pack.json');
    writeFileSync(file, text());
    const { code, out } = await run('check', file);
    expect([code, out]).toEqual([1, expect.stringContaining(`${file}:${at} error [${found}]`)]);
  });

  it('refuses a file in a folder that is larger than any real one, before it is looked through', async () => {
    const own = ownPack();
    writeFileSync(own.file('behaviours/smoking/needs.json'), `{${' '.repeat(limits.characters)}}`);
    expect(await run('check', own.pack)).toMatchObject(found(/needs\.json: expected at most \d+ characters/));
  });

  it('answers misuse with 2 and what there is', async () => {
    expect(await run('check', 'atlantis')).toMatchObject(refused(2, /england/));
    expect(await run('check', '--format', 'xml')).toMatchObject(refused(2, /sarif/));
    expect(await run('check', '--on', 'soon')).toMatchObject(refused(2, /2026-11-22/));
  });
});
