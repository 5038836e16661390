import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { ContactRecord } from '@everycontact/core';
import type { TallyRow } from '@everycontact/core/record';
import { aRecord } from '@everycontact/core/testing';
import { refused, run } from './own-pack.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'everycontact-'));
const at = (name: string) => join(folder, name);
const row = (changes: Partial<TallyRow> = {}): TallyRow => ({
  schema: 'everycontact/tally@1',
  week: '2026-W47',
  unit: 'Ward 3',
  setting: 'patient',
  behaviour: 'smoking',
  method: 'vba',
  outcome: 'told',
  signposts: [{ need: 'stop-smoking', services: ['harbour'] }],
  ...changes,
});
const many = (count: number, changes: Partial<TallyRow> = {}) => Array.from({ length: count }, () => row(changes));
const write = (name: string, rows: readonly unknown[]) => {
  writeFileSync(at(name), rows.map((one) => `${JSON.stringify(one)}\n`).join(''));
  return at(name);
};
const rows = write('rows.jsonl', [
  ...many(24),
  ...many(12, { outcome: 'declined', signposts: [], week: '2026-W48' }),
  ...many(3, { behaviour: 'alcohol', signposts: [] }),
  ...many(9, { behaviour: 'alcohol', outcome: 'not-now', unit: '=Library', signposts: [] }),
  ...many(4, { setting: 'staff' }),
]);
interface Told {
  readonly cells: readonly { readonly key: readonly string[]; readonly contacts: number | 'withheld' }[];
}
const cells = async (...args: string[]) => {
  const { out } = await run('tally', rows, '--format', 'json', ...args);
  return (JSON.parse(out) as Told).cells.map(({ key, contacts }) => [...key, contacts]);
};

describe('the command tally', () => {
  it('draws what came of contacts, and tells no small number', async () => {
    const { code, out } = await run('tally', rows);
    expect(code).toBe(0);
    expect(out.split('\n')).toEqual([
      'Contacts not withheld: 36, weeks 2026-W47 to 2026-W48',
      '',
      'behaviour  outcome   contacts',
      'alcohol    not-now   withheld',
      'alcohol    told      withheld',
      'smoking    declined        12  ███████████████',
      `smoking    told            24  ${'█'.repeat(30)}`,
      '',
      'Withheld: 2 of 4 cells, each of fewer than 10 contacts or one that the sum would tell otherwise. None of them is in the sum.',
      'Contacts with staff are counted in a table by setting alone.',
      '',
    ]);
  });

  it('counts by what is asked for, in the weeks that are asked for', async () => {
    expect(await cells('--by', 'setting', '--at-least', '1')).toEqual([
      ['patient', 48],
      ['staff', 'withheld'],
    ]);
    expect(await cells('--by', 'need,service')).toEqual([
      ['', '', 24],
      ['stop-smoking', 'harbour', 24],
    ]);
    expect(await cells('--by', '', '--from', '2026-W48')).toEqual([[12]]);
    expect(await cells('--by', '', '--to', '2026-W47')).toEqual([[36]]);
    expect(await cells('--from', '2027-W01')).toEqual([]);
  });

  it('gives no sum by need or service, since a contact may count under several', async () => {
    const both = { signposts: ['stop-smoking', 'pharmacist'].map((need) => ({ need, services: [] })) };
    const { out } = await run('tally', write('both.jsonl', many(12, both)), '--by', 'need');
    expect(out.split('\n')[0]).toBe('Contacts, week 2026-W47');
    expect(out).toMatch(/pharmacist +12 .*\nstop-smoking +12 /);
    expect(out).toContain('A contact with several needs or services counts under each of them.');
    expect(out).not.toContain('sum');
  });

  it('names services by a list, and says which of the list nobody was told of', async () => {
    const list = at('services.csv');
    writeFileSync(
      list,
      'id,name,organisation,topics\nharbour,"Harbour, stop smoking",Wexmarsh,stop smoking\nquay,=Quay,Wexmarsh,stop smoking\n',
    );
    const by = ['--by', 'service', '--directory', list];
    const { out } = await run('tally', rows, ...by);
    expect(out).toMatch(/^Harbour, stop smoking {8}24 /m);
    expect(out).toContain('Told of in no contact counted here: 1 of the 2 services in the list: =Quay.');
    const few = await run('tally', rows, ...by, '--at-least', '30');
    expect(few.out).toMatch(/^Harbour, stop smoking +withheld$/m);
    expect(few.out).toContain('1 of the 2 services in the list: =Quay.');
    const sheet = await run('tally', rows, ...by, '--format', 'csv');
    expect(sheet.out).toContain('service,service name,contacts\r\n');
    expect(sheet.out).toContain('harbour,"Harbour, stop smoking",24\r\n');
    const page = await run('tally', rows, ...by, '--format', 'html');
    expect(page.out).toContain('<th scope="row">Harbour, stop smoking</th>');
  });

  it('writes a table for a spreadsheet, in which nothing is a formula', async () => {
    const { out } = await run('tally', rows, '--by', 'unit', '--at-least', '9', '--format', 'csv');
    expect(out).toBe("\ufeffunit,contacts\r\n'=Library,9\r\nWard 3,39\r\n");
  });

  it('writes a page in the words of the pack, where a text of a row is a text and every bar has its length', async () => {
    const library = write('library.jsonl', many(20, { unit: '<b>Library</b>' }));
    const { out } = await run('tally', rows, library, '--by', 'unit,outcome', '--at-least', '9', '--format', 'html');
    expect(out).toContain('<title>Contacts by unit and outcome</title>');
    expect(out).toContain('<span lang="en-GB">Told about a service</span>');
    expect(out).toContain('&#60;b&#62;Library');
    expect(out).not.toMatch(/<b>|<script|src=|url\(/);
    expect(
      [...out.matchAll(/<td>(\d+)<\/td><td class="bar"><svg[^>]*><rect width="(\d+)"/g)].map(([, n, w]) => [n, w]),
    ).toEqual([
      ['20', '178'],
      ['9', '80'],
      ['12', '107'],
      ['27', '240'],
    ]);
    const danish = await run('tally', rows, '--format', 'html', '--pack', 'denmark', '--locale', 'da-DK');
    expect(danish.out).toContain('<span lang="da-DK">');
  });

  it('writes a page that is read on a phone too: many columns scroll in their table alone, and each unit begins with a rule', async () => {
    const library = write('library.jsonl', many(20, { unit: 'Library' }));
    const { out } = await run('tally', rows, library, '--by', 'unit,week,outcome', '--format', 'html');
    expect(out).toContain('<h1>Contacts by unit, week and outcome</h1>');
    expect(out).toMatch(
      /overflow-x: auto.*role="region" aria-label="Contacts by unit, week and outcome" tabindex="0"/s,
    );
    const units = [...out.matchAll(/<tr( class="begins")?><th scope="row">([^<]+)/g)].map(([, begins, unit]) => [
      unit,
      !!begins,
    ]);
    const names = units.map(([unit]) => unit);
    expect(new Set(names).size).toBeGreaterThan(1);
    expect(units).toEqual(names.map((unit, at) => [unit, at > 0 && unit !== names[at - 1]]));
  });

  it('reads one record, a list, or lines, with blank ones between, and of a record no more than its row', async () => {
    const record = aRecord({
      startedAt: '2026-11-22T23:30:00.000Z',
      pack: { id: 'sweden', version: '1', digest: 'd' },
    });
    writeFileSync(at('one.json'), JSON.stringify(record, null, 2));
    writeFileSync(at('list.json'), JSON.stringify([record, row()]));
    writeFileSync(at('lines.jsonl'), `${JSON.stringify(row())}\r\n\r\n${JSON.stringify(record)}`);
    writeFileSync(at('none.jsonl'), '\n');
    const files = ['one.json', 'list.json', 'lines.jsonl', 'none.jsonl'].map(at);
    const args = ['--by', 'week,unit', '--at-least', '1', '--format', 'json', '--unit', 'Front desk'];
    const { out } = await run('tally', ...files, ...args);
    expect((JSON.parse(out) as Told).cells.map(({ key, contacts }) => [...key, contacts])).toEqual([
      ['2026-W47', 'Ward 3', 2],
      ['2026-W48', 'Front desk', 3],
    ]);
    expect(out).not.toContain(record.recordId);
  });

  it('counts nothing where a row is broken, and says which, with its line', async () => {
    const broken = write('broken.jsonl', [row(), { ...row(), week: 'last week' }, { ...row(), name: 'Jo' }]);
    const { code, out, err } = await run('tally', rows, broken);
    expect([code, out]).toEqual([1, '']);
    expect(err).toBe(
      [
        `${broken}:2 error [tally-shape] week: expected a week such as "2026-W47", found "last week": correct it`,
        `${broken}:3 error [tally-shape] name: expected only schema, week, setting, behaviour, method, outcome, signposts, unit, roleGroup, found "name": correct it`,
        '2 problems; nothing was counted.',
        '',
      ].join('\n'),
    );
    writeFileSync(at('cut.jsonl'), `${JSON.stringify(row())}\n{"schema":`);
    expect((await run('tally', at('cut.jsonl'))).code).toBe(1);
  });

  it.each([
    [[], /Expected a file with rows, found nothing/],
    [['--by', 'answers'], /--by: expected one of "week", .*"service", found "answers"/],
    [['--at-least', '0'], /--at-least: expected a whole number from 1, found "0"/],
    [['--from', 'October'], /--from: expected a week such as 2026-W47, found "October"/],
    [['--format', 'pdf'], /--format: expected one of "text", "csv", "json", "html", found "pdf"/],
    [['--directory', 'services.csv'], /--directory: expected with "service" in --by/],
    [['--locale', 'fr'], /--locale: expected one of "en-GB", found "fr"/],
  ])('refuses %j', async (args, message) => {
    expect(await run('tally', ...(args.length ? [rows] : []), ...args)).toMatchObject(refused(2, message));
  });
});

describe('the guide on reporting results', () => {
  const guide = readFileSync(`${root}docs/guides/report-results.md`, 'utf8');

  it('keeps a row of a record by its example, and counts it by its commands', async () => {
    const [, block = ''] = /```ts\n(.*?)```/s.exec(guide) ?? [];
    const cache = `${root}node_modules/.cache/everycontact/readme/`;
    mkdirSync(cache, { recursive: true });
    writeFileSync(
      `${cache}report-results.ts`,
      `${block
        .replace('@everycontact/core/record', `${root}packages/core/src/record.ts`)
        .replace('@everycontact/content/england', `${root}packages/content/dist/england.js`)}export { lines };\n`,
    );
    const example = (await import(/* @vite-ignore */ `${cache}report-results.ts`)) as {
      readonly lines: readonly string[];
      keep(record: ContactRecord): void;
    };
    for (let times = 0; times < 10; times += 1) example.keep(aRecord());
    writeFileSync(at('rows.guide.jsonl'), example.lines.join('\n'));

    const [, commands = ''] = /```sh\n(.*?)```/s.exec(guide) ?? [];
    const outs: string[] = [];
    for (const line of commands.trim().split('\n')) {
      const [, , ...args] = (line.split(' > ')[0] ?? '').split(' ');
      const { code, out } = await run(...args.map((word) => (word === 'rows.jsonl' ? at('rows.guide.jsonl') : word)));
      expect(code).toBe(0);
      outs.push(out);
    }
    const [first, byUnit, csv, page] = outs;
    expect(first).toMatch(/smoking +advised +10/);
    expect(byUnit).toMatch(/Ward 3 +advised +10/);
    expect(csv).toContain('need,contacts');
    expect(page).toContain('<td>10</td>');
  });
});
