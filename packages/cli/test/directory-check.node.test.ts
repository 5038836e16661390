import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { refused, run } from './own-pack.js';

const folder = mkdtempSync(join(tmpdir(), 'everycontact-'));
const sheet = (name: string, rows: readonly string[]) => {
  writeFileSync(join(folder, name), rows.join('\r\n'));
  return join(folder, name);
};
const whole = 'quit,Quit,Wexmarsh (invented),stop-smoking,01632 960801,Mon-Fri 9am-5pm,2026-11-01,active';

describe('directory check', () => {
  const fromMemory = sheet('memory.csv', [
    'Services in Wexmarsh;;;;;;',
    ';;;;;;',
    'Name;What it does;Phone;Opening times;Age;Who for;Last checked',
    'Quit;Help to stop smoking;01632960123;Mon-Fri 9-5;18+;Anyone;1/9/26',
    'Gentle walks;A walk and tea;1632960124;Tuesdays 10am-12pm;over 60;carers;Sept 2026',
    ';Yoga class;01632 960130;Thurs 6-7pm;;;',
  ]);

  it('names the row of each mistake, what stood there and what to write', async () => {
    const { code, out } = await run('directory', 'check', fromMemory);
    expect(code).toBe(1);
    expect(out).toMatch(/^ {2}row 6: name, found nothing; dropped: /m);
    expect(out).toMatch(/^ {2}row 4 "Quit" \(quit\): hours, found Mon-Fri 9-5; .*am or pm/m);
    expect(out).toMatch(/^ {2}row 5 "Gentle walks" .*found Sept 2026; left out: .*2026-11-22/m);
    expect(out).toMatch(/^ {2}row 5 "Gentle walks" .*found over 60; left out: .*"18\+"/m);
    expect(out).toMatch(/^ {2}row 5 "Gentle walks" .*found 1632960124; kept as it is: it does not begin with 0/m);
  });

  it('says who will never be suggested, by name, and which topics there are', async () => {
    const { out } = await run('directory', 'check', fromMemory);
    expect(out).toMatch(
      /^1 of 2 will never be suggested: "Gentle walks"\. Fill in "topics"; there are .*be-active.*stop-smoking/m,
    );
    expect(out).toMatch(/^0 of 2 last checked more than twelve months ago, 1 without a date/m);
  });

  it('is content with a list that is whole, and writes nothing', async () => {
    const file = sheet('whole.csv', ['id,name,organization,topics,phone,hours,assured_date,status', whole]);
    const before = readdirSync(folder);
    const { code, out } = await run('directory', 'check', file);
    expect([code, out]).toEqual([0, expect.stringMatching(/^1 service\. Nothing was written/m)]);
    expect(out).not.toContain('never be suggested');
    expect(readdirSync(folder)).toEqual(before);
  });

  it('names all rows that have the same mistake', async () => {
    const rows = Array.from({ length: 6 }, (_, at) =>
      whole.replace('quit,Quit', `q${at},Quit ${at}`).replace('9am-5pm', '9-5'),
    );
    const { out } = await run(
      'directory',
      'check',
      sheet('six.csv', ['id,name,organization,topics,phone,hours,assured_date,status', ...rows]),
    );
    expect(out).toMatch(/6 times, .*\[hours-unclear\]\n.*row 2 .*\n.*row 3 .*\n.*row 4 .*\n {4}and row 5, 6, 7$/m);
  });

  it('says in one sentence why a file is no list, and what misuse is', async () => {
    expect(await run('directory', 'check', sheet('empty.csv', ['']))).toMatchObject(
      refused(1, /feed-empty|feed-not-csv/),
    );
    expect(await run('directory', 'check')).toMatchObject(refused(2, /Expected a feed/));
    expect(await run('directory', 'check', fromMemory, '--column', 'Name')).toMatchObject(refused(2, /--column/));
  });
});
