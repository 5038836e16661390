import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ownPack, refused, run } from './own-pack.js';

const folder = mkdtempSync(join(tmpdir(), 'everycontact-'));
const written = (name: string, json: unknown) => {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(json));
  return file;
};
const smokes = { facts: { 'answer.smoking.vba.smokes': 'yes', 'context.age': 41 } };
const feed = fileURLToPath(new URL('../../../apps/demo/feeds/england.json', import.meta.url));

describe('explain', () => {
  it('gives the verdict of every rule and flag with its reasons', async () => {
    const { code, out } = await run('explain', 'england', written('smokes.json', smokes));
    expect(code).toBe(0);
    expect(out).toMatch(/^smoker → stop-smoking: yes$/m);
    expect(out).toMatch(/^ +yes: answer\.smoking\.vba\.smokes is yes, found yes$/m);
    expect(out).toMatch(/^pregnant-smoker → stop-smoking-pregnancy: not known/m);
    expect(out).toMatch(/^under-18 \(stop-topic\): no/m);
  });

  it('says why a service, and why not', async () => {
    const { out } = await run('explain', 'england', written('smokes.json', smokes), '--directory', feed);
    expect(out).toMatch(/Services for stop-smoking\n\n.+ \((eligible|possible)\)\n {2}/);
    expect(out).toMatch(/^not .+: /m);
    // A rule that is not known to hold leads nowhere.
    expect(out.match(/^Services for .*/gm)).toEqual(['Services for stop-smoking']);
    const nothing = await run('explain', 'england', written('nothing.json', { facts: {} }));
    expect(nothing.out).toContain('No rule holds');
  });

  it('says it of a services file as of the feed it was made of', async () => {
    const file = join(folder, 'wexmarsh.services');
    await run('directory', 'import', feed, '--out', file);
    const of = async (directory: string) =>
      (await run('explain', 'england', written('smokes.json', smokes), '--directory', directory)).out;
    expect(await of(file)).toBe(await of(feed));
  });

  it('refuses a fact that the pack does not know', async () => {
    const file = written('wrong.json', { facts: { 'answer.smoking.vba.colour': 'blue' } });
    expect(await run('explain', 'england', file)).toMatchObject(refused(2, /answer\.smoking\.vba\.colour/));
  });
});

describe('decide', () => {
  const history = (happened: string) => ({
    schema: 'everycontact/history@1',
    entries: [{ at: '2026-11-20T09:00:00.000Z', contactId: 'c1', script: 'smoking.vba', happened }],
  });
  const decided = async (...args: string[]) =>
    (
      await run(
        'decide',
        'england',
        written('facts.json', { facts: { 'context.age': 41, 'context.pregnant': false } }),
        '--preview',
        ...args,
      )
    ).out;

  it('shows at most what the policy allows, and says what stands against the rest', async () => {
    const before = await decided();
    expect(before).toMatch(/^smoking\.vba: may be shown$/m);
    const after = await decided('--history', written('declined.json', history('declined')));
    expect(after).toMatch(/^smoking\.vba: (not shown|not now)/m);
    expect(after).toMatch(/stands against it, until \d{4}-\d\d-\d\d/);
  });

  it('takes what the policy alone reads, and refuses what nobody does', async () => {
    const facts = { 'context.age': 41, 'context.pregnant': false, 'context.eatingDisorder': true };
    const { code, out } = await run('decide', 'england', written('eating.json', { facts }), '--preview');
    expect(code).toBe(0);
    expect(out).toMatch(/^diet\.very-brief: not now\n {2}eating-disorder stands against it$/m);
    expect(out).toMatch(/^smoking\.vba: may be shown$/m);
    const other = await run('decide', 'england', written('other.json', { facts: { 'context.height': 180 } }));
    expect([other.code, other.err]).toEqual([2, expect.stringMatching(/or of the policy .*found "context\.height"/)]);
    const explained = await run('explain', 'england', written('eating.json', { facts }));
    expect([explained.code, explained.err]).toEqual([2, expect.stringContaining('found "context.eatingDisorder"')]);
  });

  it('withholds drafts where preview is not on', async () => {
    const { out } = await run('decide', 'england', written('facts.json', { facts: {} }));
    expect(out).not.toContain('may be shown\n');
  });

  it('refuses a history of a newer schema', async () => {
    const file = written('newer.json', { schema: 'everycontact/history@2', entries: [] });
    const { code, err } = await run('decide', 'england', written('facts.json', { facts: {} }), '--history', file);
    expect([code, err]).toEqual([1, expect.stringContaining('history@1')]);
  });
});

describe('due and coverage', () => {
  it('lists nothing today, and everything after its day', async () => {
    expect((await run('due', 'england', '--within', '0', '--on', '2026-11-22')).code).toBe(0);
    const { code, out } = await run('due', 'england', '--on', '2029-01-01');
    expect([code, out]).toEqual([1, expect.stringMatching(/days past: sources\./)]);
  });

  it('counts the day of the review itself as due and not past, and lists the nearest first', async () => {
    const { out } = await run('due', 'england', '--on', '2026-11-22', '--within', '99999');
    const days = out.match(/^ {2}\d{4}-\d\d-\d\d/gm)!.map((found) => found.trim());
    expect(days).toEqual([...days].sort());
    const [first = ''] = days;
    const on = async (day: string) => run('due', 'england', '--on', day, '--within', '0');
    expect(await on(first)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^england: 0 past .*\n {2}.* in 0 days: /) as unknown,
    });
    const before = new Date(Date.parse(first) - 86_400_000).toISOString().slice(0, 10);
    expect((await on(before)).out).toBe('england: 0 past their date, 0 due within 0 days\n');
    const after = new Date(Date.parse(first) + 86_400_000).toISOString().slice(0, 10);
    expect(await on(after)).toMatchObject({ code: 1, out: expect.stringContaining(' 1 day past: ') as unknown });
  });

  it('names a line as the check does, so that either leads to the same place', async () => {
    const { out } = await run('due', 'england', '--on', '2029-01-01');
    expect(out).toContain(': urgentHelp.urgent.lines.emergency');
    expect(out).toMatch(/: needs\.stop-smoking\.national\./);
  });

  it('counts the texts of every language, and names one that is missing', async () => {
    const { code, out } = await run('coverage', 'denmark');
    expect([code, out]).toEqual([0, expect.stringMatching(/da-DK: \d+ texts, \d+ for all, \d+ for worker/)]);
    expect(out).toMatch(/ 0 verified$/m);
    const own = ownPack();
    own.change('behaviours/smoking/text.en-GB.json', '"standing": "draft"', '"standing": "verified"');
    const texts = Object.keys(
      (JSON.parse(readFileSync(own.file('behaviours/smoking/text.en-GB.json'), 'utf8')) as { texts: object }).texts,
    );
    expect((await run('coverage', own.pack)).out).toContain(`, ${texts.length} verified\n`);
    const begun = join(folder, 'begun');
    await run('init', begun, '--base', 'england');
    const file = join(begun, 'adaptation.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"off": []', '"off": [], "locales": ["pl"]'));
    const missing = await run('coverage', begun);
    expect([missing.code, missing.out]).toEqual([1, expect.stringContaining('    missing: ui.yes\n')]);
  });
});

describe('diff and sheet', () => {
  it('compares two packs, neither one nor three', async () => {
    expect(await run('diff', 'england', 'england')).toMatchObject({ code: 0, out: 'Nothing changed.\n' });
    for (const packs of [['england'], ['england', 'england', 'denmark']])
      expect(await run('diff', ...packs)).toMatchObject(refused(2, new RegExp(`two packs, found ${packs.length}`)));
  });

  it('puts what touches safety first', async () => {
    const own = ownPack();
    own.change('behaviours/smoking/text.en-GB.json', 'Do you smoke at all?', 'Do you ever smoke?');
    own.change('urgent-help.json', '116 123', '116 124');
    own.change('urgent-help.json', '116123', '116124');
    const { code, out } = await run('diff', 'england', own.pack);
    expect(code).toBe(1);
    expect(out.indexOf('Safety')).toBeLessThan(out.indexOf('Words'));
    expect(out).toContain('116 124');
  });

  it('says rules in words, each condition whole, so that nobody approves half of one', async () => {
    const own = ownPack();
    own.change('behaviours/weight/brief.json', '"below": 4', '"below": 5');
    const { out } = await run('diff', 'england', own.pack);
    expect(out).toContain('  changed  scripts.weight.brief.steps.matters.next\n      was  close-open if “');
    expect(out).toMatch(/was .*\(answer\.weight\.brief\.matters\) is below 4, number otherwise\n/);
    expect(out).toMatch(/is {2}.* is below 5, number otherwise\n/);
    expect(out).not.toContain('{"');
  });

  it('says a condition that became another kind once, and whole', async () => {
    const own = ownPack();
    const file = 'behaviours/weight/flags.json';
    const pregnant = '"when": {\n      "fact": "answer.weight.brief.fits",\n      "is": "pregnant"\n    }';
    own.change(file, pregnant, '"when": {"not": {"fact": "answer.weight.brief.fits", "is": "young"}}');
    const { out } = await run('diff', 'england', own.pack);
    expect(out.split('\n').slice(0, 5)).toEqual([
      '1 change',
      '',
      'Safety: flags, urgent help, instruments and measures (1)',
      '  changed  flags.weight-birth.when',
      expect.stringMatching(/was {2}“.*” \(answer\.weight\.brief\.fits\) is “.*”$/),
    ]);
    expect(out).toMatch(/ is {2}not “.*” \(answer\.weight\.brief\.fits\) is “.*”\n/);
  });

  it('tells a signature over many texts once, and does not bury a changed word under it', async () => {
    const own = ownPack();
    const file = 'behaviours/smoking/text.en-GB.json';
    own.change(file, '"standing": "draft"', '"standing": "verified"');
    own.change(file, 'Do you smoke at all?', 'Do you ever smoke?');
    const { out } = await run('diff', 'england', own.pack);
    expect(out.match(/^ {2}changed {2}standing of \d+ parts: texts\.en-GB\..*, \d+ more$/gm)).toHaveLength(1);
    expect(out.split('\n').length).toBeLessThan(20);
    expect(out.indexOf('Do you ever smoke?')).toBeLessThan(out.indexOf('standing of'));
  });

  it('writes every word, source, flag and helpline of a script, and where to sign', async () => {
    const { code, out } = await run('sheet', 'england', '--script', 'smoking.vba');
    expect(code).toBe(0);
    for (const part of ['```mermaid', 'Do you smoke at all?', 'under-18', '116 123', 'clinical safety', 'Digest'])
      expect(out).toContain(part);
    expect(out).not.toContain('## alcohol');
  });
});

describe('the rules on the sheet', () => {
  it('says what raises a flag by question and answer, so that nobody signs a condition unread', async () => {
    const { out } = await run('sheet', 'denmark', '--locale', 'en', '--script', 'alcohol.brief');
    const flags = out.split('\n').filter((line) => /^\| (alcohol-dependence|alcohol-pregnant) \|/.test(line));
    expect(flags[0]).toContain('(answer.alcohol.brief.shakes) is “Yes” <br> seen: “');
    expect(flags[1]).toMatch(
      /\(context\.pregnant is true and \(“.*” or .*\(answer\.alcohol\.brief\.drinks\) is “Yes” or /,
    );
    expect(out).not.toContain('| condition');
  });

  it('gives every cut-off, for whom it is, and the points of every answer', async () => {
    const { out } = await run('sheet', 'england', '--script', 'weight.brief');
    expect(out).toMatch(/^\| phq-2 \| everybody \| 3 \| .* \| low-mood \|$/m);
    expect(out).toMatch(/^\| phq-2 \| [^|]+ \| .*: 0 <br> .*: 1 <br> .*: 2 <br> .*: 3 \|$/m);
    expect(out).toMatch(/^\| bmi \| everybody else \| 25 \| /m);
    expect(out).toMatch(/^\| bmi \| “.*” \(answer\.weight\.brief\.background\) is “.*” or “.*” \| 18\.5 \| /m);
  });

  it('says which answers lead to which help, and with what reason', async () => {
    const { out } = await run('sheet', 'england', '--script', 'smoking.vba');
    expect(out).toMatch(
      /^\| [^|]*stop smoking[^|]* \| .*“Do you smoke at all\?” \(answer\.smoking\.vba\.smokes\) is “Yes”.* \| [^|]+ \|$/im,
    );
  });
});

describe('who approved', () => {
  it('stands on the sheet with role, day and number of parts, and so does how much nobody has approved', async () => {
    const { out: before } = await run('sheet', 'england', '--script', 'smoking.vba');
    expect(before).toMatch(/^Of \d+ texts, .* \d+ are drafts\.$/m);
    expect(before).not.toContain('| Parts |');
    const own = ownPack();
    own.change(
      'behaviours/smoking/text.en-GB.json',
      '"standing": "draft",',
      '"standing": "verified", "approvals": [{ "role": "Midwife", "kind": "clinical-safety", "on": "2026-11-20" }],',
    );
    const { out } = await run('sheet', own.pack, '--script', 'smoking.vba', '--since', 'england');
    expect(out).toMatch(/^\| clinical-safety \| Midwife \| 2026-11-20 \| \d{2,} \|$/m);
    expect(out).toMatch(
      /^\| smokes \| say \| Do you smoke at all\? .*\| verified: Midwife \(clinical-safety, 2026-11-20\) \|$/m,
    );
    const drafts = (sheet: string) => Number(/(\d+) are drafts/.exec(sheet)?.[1]);
    expect(drafts(out)).toBeLessThan(drafts(before));
    // Lines that stand under each other stay so when the page is drawn.
    expect(out).toMatch(/^## What changed since england\n\n```text\n\d+ changes\n[^`]*\n```$/m);
  });
});

describe('schema', () => {
  it('knows every kind of file and lets a constant be a place fact', async () => {
    const { code, out } = await run('schema');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ type: 'object', properties: { scripts: {}, texts: {} } });
    const settings = JSON.parse((await run('schema', '--out', join(folder, 'schemas'))).out) as {
      'json.schemas': { url: string }[];
    };
    expect(settings['json.schemas'].map(({ url }) => url)).toContainEqual(
      expect.stringContaining('script.schema.json'),
    );
    // From the folder that the command ran in, wherever they were written.
    for (const { url } of settings['json.schemas']) expect(existsSync(url)).toBe(true);
  });
});
