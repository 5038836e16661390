import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { refused, run } from './own-pack.js';

const folder = mkdtempSync(join(tmpdir(), 'everycontact-overlay-'));
function file(name: string, ...lines: string[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.join('\n'));
  return path;
}

// Invented: no such services.
const feed = file(
  'services.csv',
  'id,name,organization,responsible,topics,assured_date',
  'quit,Quit course,Wexmarsh Health (invented),Hub desk,stop-smoking,2026-10-01',
  'walks,Walks,Wexmarsh Feet (invented),,be-active,2025-01-31',
  'swim,Swimming,Wexmarsh Feet (invented),,be-active,',
);
const good = file(
  'good.csv',
  'owner;service;last_checked;responsible;next',
  'Public health team;walks;2026-11-01;Leisure desk;',
  ';quit;2026-11-01;;walks',
);
const bad = file(
  'bad.csv',
  'owner;service;last_checked;cost;next',
  'Public health team;walks;2026-11-01;cheap;',
  ';gone;2026-11-01;;',
  ';quit;2026-01-01;free;nowhere',
);

describe('directory overlay check', () => {
  it('says how many entries count where nothing is wrong', async () => {
    const { code, out } = await run('directory', 'overlay', 'check', good, feed);
    expect([code, out]).toEqual([0, `${good}: 2 entries of "Public health team" in use; 0 errors, 0 warnings\n`]);
  });
  it('names the row of what is wrong, and with the feed what nobody answers to', async () => {
    const alone = await run('directory', 'overlay', 'check', bad);
    expect(alone.code).toBe(1);
    expect(alone.out).toContain('2 entries of "Public health team" in use; 1 error, 0 warnings');
    expect(alone.out).toContain('error [overlay-value] row 2, column "cost": expected one of "free"');
    const { out } = await run('directory', 'overlay', 'check', bad, feed);
    expect(out).toContain('error [overlay-service-unknown] row 3');
    expect(out).toContain('error [overlay-next-unknown] row 4');
    expect(out).toContain('warning [overlay-stale] row 4: expected a check within 180 days');
  });
  it('judges as on another day', async () => {
    const { code, out } = await run('directory', 'overlay', 'check', good, feed, '--at', '2026-10-01', '--json');
    expect(code).toBe(1);
    expect((JSON.parse(out) as { code: string }[]).map(({ code }) => code)).toEqual([
      'overlay-date-future',
      'overlay-date-future',
    ]);
  });
  it('says when a file is none', async () => {
    const { code, out } = await run('directory', 'overlay', 'check', file('cut.json', '{ "schema"'));
    expect([code, out.split('\n')[0]]).toEqual([1, `${join(folder, 'cut.json')}: refused; 1 error, 0 warnings`]);
    expect(await run('directory', 'overlay', 'check')).toMatchObject(refused(2, /Expected an overlay/));
    expect(await run('directory', 'overlay', 'check', join(folder, 'none'))).toMatchObject(
      refused(2, /file-unreadable/),
    );
  });
});

describe('directory overlay template', () => {
  it('begins a table with a row for every service, which is read back as it is', async () => {
    const { code, out } = await run('directory', 'overlay', 'template', feed);
    expect(code).toBe(0);
    expect(
      out
        .split('\r\n')
        .slice(1)
        .map((row) => row.split(';').slice(2, 5).join()),
    ).toEqual(['quit,Quit course,', 'swim,Swimming,', 'walks,Walks,', '']);
    const filled = file('filled.csv', out.replace(';;quit;Quit course;', ';Team;quit;Quit course;2026-11-01'));
    const checked = await run('directory', 'overlay', 'check', filled, feed);
    expect(checked.out).toContain('1 entry of "Team" in use; 2 errors');
    expect(checked.out).toContain('[overlay-field-missing] row 3');
    expect(await run('directory', 'overlay', 'template')).toMatchObject(refused(2, /file with services/));
  });
});

describe('directory overlay template of a hostile feed', () => {
  const hostile = file('hostile.csv', 'id,name,topics', '=1+1,@Quit course,stop-smoking');
  it('gives a spreadsheet no formula to run, neither as a name nor as an id, and is read back as it is', async () => {
    const { out } = await run('directory', 'overlay', 'template', hostile);
    expect(out).toContain(";;'=1+1;'@Quit course;");
    const filled = file('hostile-filled.csv', out.replace(/;;('=1\+1);('@Quit course);/, ';Team;$1;$2;2026-11-01'));
    const checked = await run('directory', 'overlay', 'check', filled, hostile);
    expect(checked.out).toContain('1 entry of "Team" in use; 0 errors');
  });
});

describe('directory stale', () => {
  it('lists what is overdue by who is responsible', async () => {
    const { code, out } = await run('directory', 'stale', feed);
    expect(code).toBe(1);
    const [list, ...rest] = out.split('\n');
    expect(list).toMatch(/^3 services, as of \d{4}-\d\d-\d\d, /);
    expect(rest.join('\n')).toBe(
      [
        '',
        'Wexmarsh Feet (invented): 2 overdue',
        '  "Swimming" (swim): never assured',
        '  since 2026-01-28 "Walks" (walks): last assured 2025-01-31',
        '',
      ].join('\n'),
    );
  });
  it('counts the check of an overlay, and asks for the next one', async () => {
    const now = await run('directory', 'stale', feed, '--overlay', good, '--json');
    expect(JSON.parse(now.out)).toEqual([
      {
        responsible: 'Wexmarsh Feet (invented)',
        overdue: [{ service: 'swim', name: 'Swimming', what: 'service' }],
      },
    ]);
    const later = await run('directory', 'stale', feed, '--overlay', good, '--at', '2027-05-01');
    expect(later.out).toContain('Leisure desk: 1 overdue\n  since 2027-05-01 "Walks" (walks): what the overlay says');
    expect(later.out).toContain('Hub desk: 1 overdue\n  since 2027-05-01 "Quit course" (quit): what the overlay says');
  });
  it('goes on without the entries of an overlay that are wrong, and says so', async () => {
    const { code, err } = await run('directory', 'stale', feed, '--overlay', bad);
    expect(code).toBe(1);
    expect(err.split('\n').filter((line) => line.includes('[overlay-'))).toEqual([
      expect.stringContaining('[overlay-value] row 2, column "cost"'),
    ]);
  });
  it('has nothing to say of what is in order', async () => {
    const fresh = file('fresh.csv', 'id,name,organization,assured_date', 'a,A,Org,2026-11-01');
    expect(await run('directory', 'stale', fresh)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^1 service, as of .*\. Nothing is overdue\.\n$/) as unknown,
    });
    expect(await run('directory', 'stale')).toMatchObject(refused(2, /Expected a file/));
  });
});
