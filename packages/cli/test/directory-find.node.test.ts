import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DirectoryAnswer } from '@everycontact/core';
import { match } from '@everycontact/core/directory';
import { aQuery, aService } from '@everycontact/core/testing';
import { writeServices } from '@everycontact/directory/services-file';
import { refused, run } from './own-pack.js';

const folder = mkdtempSync(join(tmpdir(), 'everycontact-'));
const written = (name: string, text: string) => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};
const columns = 'id,name,organization,topics,minimum_age,languages,cost,hours,phone,latitude,longitude';
const feed = written(
  'wexmarsh.csv',
  [
    columns,
    'near,Mill Lane stop smoking,Wexmarsh Council (invented),Stop smoking,18,en,free,Mo-Fr 09:00-17:00,01632 960101,51.01,-1',
    'far,Harbour stop smoking,Wexmarsh Council (invented),Stop smoking,,en,free,,01632 960102,51.2,-1',
    'young,Stop smoking for the young,Wexmarsh Council (invented),Stop smoking,12,en,free,,01632 960103,51.02,-1',
    'walk,Walking group,Wexmarsh Council (invented),Walking,,en,free,,01632 960104,51.01,-1',
  ].join('\n'),
);
const facts = (age: number) => written(`age-${age}.json`, JSON.stringify({ facts: { 'context.age': age } }));
const asked = ['--need', 'stop-smoking', '--near', '51,-1', '--at', '2026-11-23T10:00Z'];

describe('directory find', () => {
  it('lists what fits, first to last, with reasons', async () => {
    const { code, out } = await run('directory', 'find', feed, ...asked, '--facts', facts(41));
    expect(code).toBe(0);
    expect(out).toMatch(/^3 services for stop-smoking, as of \d{4}-\d\d-\d\d, .+$/m);
    expect(out).toMatch(
      /^1 Mill Lane stop smoking \(Wexmarsh Council \(invented\)\)\n {2}eligible: for ages 18 and over;/m,
    );
    expect(out).toMatch(/1\.1 km away; open now, until 17:00; free of charge/);
    expect(out.indexOf('Mill Lane')).toBeLessThan(out.indexOf('Harbour'));
    expect(out).not.toContain('Walking group');
  });

  it('says who is not for this person, by the one criterion that decided', async () => {
    const { out } = await run('directory', 'find', feed, ...asked, '--facts', facts(17));
    expect(out).toMatch(/^Not for this person\n {2}Mill Lane stop smoking \(near\): it is for ages 18 and over$/m);
  });

  it('gives the answer of the port as JSON', async () => {
    const { out } = await run('directory', 'find', feed, ...asked, '--facts', facts(17), '--limit', '1', '--json');
    const { matches, excluded } = JSON.parse(out) as DirectoryAnswer;
    expect(matches.map(({ service }) => service)).toEqual(['young']);
    expect(excluded[0]?.by).toEqual({ code: 'age', truth: false, with: { min: 18 } });
  });

  it('answers from a .services file as from the services it was made of', async () => {
    const services = ['near', 'far'].map((id, at) =>
      aService({ id, locations: [{ id: 'place', latitude: 51.01 + at / 10, longitude: -1, stepFree: 'unknown' }] }),
    );
    const file = join(folder, 'wexmarsh.services');
    writeFileSync(file, writeServices(services, { asOf: '2026-11-21T06:00:00.000Z', texts: 'inside' }).index);
    const { out } = await run('directory', 'find', file, ...asked, '--json');
    const near = { latitude: 51, longitude: -1 };
    const query = aQuery({ at: '2026-11-23T10:00:00.000Z', occasion: { setting: 'patient', near } });
    expect(JSON.parse(out)).toEqual(match(services, query, '2026-11-21T06:00:00.000Z'));
    expect((await run('directory', 'explain', file, 'far', ...asked)).out).toMatch(/^far .*: eligible$/m);
  });

  it('refuses a need, a place or an instant that is none, and says what it can be', async () => {
    const find = (...args: string[]) => run('directory', 'find', feed, ...args);
    expect(await find('--need', 'yoga')).toMatchObject(refused(2, /--need: expected one of ".*stop-smoking/));
    expect(await find('--need', 'stop-smoking', '--near', '51')).toMatchObject(refused(2, /--near: expected degrees/));
    expect(await find('--need', 'stop-smoking', '--near', '91,0')).toMatchObject(
      refused(2, /--near: expected degrees/),
    );
    expect(await find('--need', 'stop-smoking', '--at', 'noon')).toMatchObject(refused(2, /--at: expected an instant/));
    expect(await find('--need', 'stop-smoking', '--limit', '0')).toMatchObject(refused(2, /--limit: expected/));
    expect(await run('directory', 'find', join(folder, 'none.csv'), ...asked)).toMatchObject(refused(2, /none\.csv/));
  });
});

describe('directory explain', () => {
  const explain = (...args: string[]) => run('directory', 'explain', feed, ...args);

  it('tells of every criterion whether it is met, not met, unknown or not asked', async () => {
    const { code, out } = await explain('near', ...asked, '--facts', facts(17));
    expect(code).toBe(0);
    expect(out).toMatch(/^Mill Lane stop smoking \(Wexmarsh Council \(invented\)\): not eligible$/m);
    expect(out).toMatch(/^ {2}need +met +stop-smoking$/m);
    expect(out).toMatch(/^ {2}age +not met +it is for ages 18 and over$/m);
    expect(out).toMatch(/^ {2}pregnancy +not asked$/m);
    expect((await explain('near', ...asked)).out).toMatch(/^ {2}age +unknown +check: for ages 18 and over$/m);
    expect((await explain('near', ...asked)).out).toMatch(/: possible$/m);
  });

  it('tells a service for another need apart', async () => {
    const { out } = await explain('walk', ...asked, '--json');
    expect(JSON.parse(out)).toMatchObject({ service: 'walk', outcome: 'not eligible', serves: false });
  });

  it('refuses an id that is not there', async () => {
    expect(await explain('nobody', ...asked)).toMatchObject(refused(2, /found "nobody"/));
    expect(await explain(...asked)).toMatchObject(refused(2, /Expected the id of a service/));
  });
});
