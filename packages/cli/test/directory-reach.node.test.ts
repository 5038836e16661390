import { mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { refused, run } from './own-pack.js';

const folder = mkdtempSync(join(tmpdir(), 'everycontact-'));
const feed = join(folder, 'wexmarsh.csv');
writeFileSync(
  feed,
  [
    'id,name,organization,topics,minimum_age,who,area_codes,languages,interpreter,cost,step_free,address',
    'quit,Quit,Wexmarsh Council (invented),Stop smoking,18,,ZY1,en,no,free,no,1 Saltgate',
    'rzuc,Rzuc palenie,Wexmarsh Council (invented),Stop smoking,,,,pl,no,paid,yes,2 Saltgate',
    'silent,Stop smoking,Wexmarsh Council (invented),Stop smoking,,,,,,,,',
    'shed,The shed,Wexmarsh Council (invented),Loneliness,,men only,,en,no,free,yes,3 Saltgate',
  ].join('\n'),
);
const counted = async (...args: string[]) => {
  const { out } = await run('directory', 'reach', feed, '--json', ...args);
  const { needs: reach } = JSON.parse(out) as {
    needs: { need: string; counts: { who: string; fits: number; may: number }[] }[];
  };
  return (need: string, who: string) => {
    const { fits, may } = reach.find((one) => one.need === need)!.counts.find((one) => one.who === who)!;
    return [fits, may];
  };
};

describe('directory reach', () => {
  it('counts who is known to fit apart from who may, since unknown is never a no', async () => {
    const count = await counted('--area', 'ZY1', '--area', 'ZY5', '--language', 'pl', '--language', 'ar');
    expect(count('stop-smoking', 'at ZY1')).toEqual([3, 0]);
    expect(count('stop-smoking', 'at ZY5')).toEqual([2, 0]);
    expect(count('stop-smoking', 'aged 16')).toEqual([2, 0]);
    expect(count('stop-smoking', 'if free')).toEqual([0, 2]);
    expect(count('stop-smoking', 'no steps')).toEqual([1, 1]);
    expect(count('stop-smoking', 'in pl')).toEqual([1, 1]);
    expect(count('stop-smoking', 'in ar')).toEqual([0, 1]);
    expect(count('loneliness', 'woman')).toEqual([0, 0]);
    expect(count('loneliness', 'man')).toEqual([1, 0]);
  });

  it('names for each need whom no service is known to fit, and the needs without any service', async () => {
    const { code, out } = await run('directory', 'reach', feed, '--language', 'ar');
    expect(code).toBe(0);
    expect(out).toMatch(/^No service is known to fit$/m);
    expect(out).toMatch(/^ {2}stop-smoking: .*in ar \(1 may\)$/m);
    expect(out).toMatch(/^ {2}loneliness: .*\bwoman\b/m);
    expect(out).toMatch(/^No service at all: .*debt/m);
  });

  it('says how old the list is, since a count of old services is no reach', async () => {
    const old = join(folder, 'old.csv');
    writeFileSync(old, 'id,name,topics\nd,Debt advice,debt');
    utimesSync(old, new Date('2025-11-22'), new Date('2025-11-22'));
    expect((await run('directory', 'reach', old)).out).toMatch(/^The list is as of 2025-11-22, 365 days ago;/);
    const { asOf, at } = JSON.parse((await run('directory', 'reach', old, '--json')).out) as Record<string, string>;
    expect([asOf?.slice(0, 10), at?.slice(0, 10)]).toEqual(['2025-11-22', '2026-11-22']);
  });

  it('counts every service, not the first five', async () => {
    const many = join(folder, 'many.csv');
    const rows = Array.from({ length: 12 }, (_, at) => `d${at},Debt ${at},debt`);
    writeFileSync(many, ['id,name,topics', ...rows].join('\n'));
    expect((await run('directory', 'reach', many)).out).toMatch(/^debt +12 +12 /m);
  });

  it('refuses a language that is none', async () => {
    expect(await run('directory', 'reach', feed, '--language', 'Polish language')).toMatchObject(
      refused(2, /--language: expected a language such as pl/),
    );
  });
});
