import { describe, expect, it } from 'vitest';
import { ownPack, refused, run } from './own-pack.js';

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
    expect(await run('check', broken.pack)).toMatchObject(refused(1, /needs\.json:1:2: expected JSON/));
    const twice = ownPack();
    twice.change(
      'behaviours/smoking/text.en-GB.json',
      '"behaviour.smoking":',
      '"behaviour.smoking": "Smoke", "behaviour.smoking":',
    );
    expect(await run('check', twice.pack)).toMatchObject(
      refused(1, /text\.en-GB\.json:\d+:\d+: expected each key once/),
    );
  });

  it('gives JSON and SARIF with the same findings', async () => {
    const own = ownPack();
    own.change('behaviours/smoking/text.en-GB.json', '"Do you smoke at all?"', '"Do you smoke 20 a day?"');
    const json = JSON.parse((await run('check', own.pack, '--format', 'json')).out) as { findings: { code: string }[] };
    const sarif = JSON.parse((await run('check', own.pack, '--format', 'sarif')).out) as {
      runs: { results: { ruleId: string; locations: { physicalLocation?: { region: { startLine: number } } }[] }[] }[];
    };
    const results = sarif.runs[0]!.results;
    expect(results.map(({ ruleId }) => ruleId)).toEqual(json.findings.map(({ code }) => code));
    const digit = results.find(({ ruleId }) => ruleId === 'digit-unbound')!;
    expect(digit.locations[0]!.physicalLocation!.region.startLine).toBeGreaterThan(1);
  });

  it('refuses drafts for a release, and what is past its date on a later day', async () => {
    const release = await run('check', 'england', '--release');
    expect([release.code, release.out]).toEqual([1, expect.stringContaining('[not-approved]')]);
    expect(release.out).toContain('safeguarding');
    expect((await run('check', 'england', '--on', '2029-01-01')).out).toContain('[past-review]');
  });

  it('answers misuse with 2 and what there is', async () => {
    expect(await run('check', 'atlantis')).toMatchObject(refused(2, /england/));
    expect(await run('check', '--format', 'xml')).toMatchObject(refused(2, /sarif/));
    expect(await run('check', '--on', 'soon')).toMatchObject(refused(2, /2026-11-22/));
  });
});
