import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openServices } from '@everycontact/directory/services-file';
import { main } from '../src/main.js';
import { typed } from './streams.js';

const feeds = fileURLToPath(new URL('../../../apps/demo/feeds/', import.meta.url));
const england = join(feeds, 'england.json');

/** A folder of its own, and the command run in it: names are put into the folder. */
function workplace() {
  const folder = mkdtempSync(join(tmpdir(), 'everycontact-'));
  const at = (name: string) => join(folder, name);
  const run = async (args: readonly string[], interactive = false) => {
    const terminal = typed([], () => '2026-11-22T09:30:00.000Z');
    const code = await main(['directory', ...args], { ...terminal, interactive });
    return { code, ...terminal.printed };
  };
  return { at, run, write: (name: string, text: string) => writeFileSync(at(name), text) };
}

interface Report {
  readonly schema: string;
  readonly written?: string;
  readonly refused?: string;
  readonly read: number;
  readonly kept: number;
  readonly merged: number;
  readonly dropped: number;
  readonly entries: readonly { readonly feed: string; readonly fate: string; readonly code: string }[];
  readonly feeds: readonly { readonly feed: string; readonly times: Readonly<Record<string, number>> }[];
}
const json = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Report;
const opened = (file: string) => openServices(readFileSync(file));
const services = (count: number) =>
  `name,organization,phone,assured_date\n${Array.from({ length: count }, (_, at) => `Walk ${at},Wexmarsh (invented),112,2026-11-01`).join('\n')}`;

describe('directory import', () => {
  it('writes one file of several feeds, and a report that adds up', async () => {
    const { at, run, write } = workplace();
    write('own.csv', services(3));
    const { code, out } = await run([
      'import',
      england,
      at('own.csv'),
      '--out',
      at('x.services'),
      '--report',
      at('r.json'),
    ]);
    const report = json(at('r.json'));
    expect([code, out]).toEqual([0, expect.stringContaining(`x.services: ${report.kept} services`)]);
    expect(report).toMatchObject({ schema: 'everycontact/import-report@1', written: at('x.services') });
    expect(report.read).toBe(report.kept + report.merged + report.dropped);
    const told = report.feeds.flatMap(({ times }) => Object.values(times)).reduce((sum, times) => sum + times, 0);
    expect(report.entries).toHaveLength(told);
    expect(report.entries.filter(({ fate }) => fate === 'dropped')).toHaveLength(report.dropped);
    expect(opened(at('x.services'))).toMatchObject({ count: report.kept, asOf: '2026-11-22T09:30:00.000Z' });
  });

  it('takes a spreadsheet with headings of its own, and tells which of them it did not understand', async () => {
    const { at, run, write } = workplace();
    write('own.csv', 'Offer,Tel no,What for\nQuit course,112,be active\nTea,113,tea');
    const refused = await run(['import', at('own.csv'), '--out', at('x.services')]);
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('above all which is the name')]);

    const part = await run(['import', at('own.csv'), '--out', at('x.services'), '--column', 'offer=name']);
    expect(part.err).toContain('tel_no 2, what_for 2\nIf one of them says the same as a column of ours, tell which');
    expect(part.err).toContain('2 of 2 will never be suggested: "Quit course", "Tea"');

    const columns = ['Offer=name', 'Tel no = phone', 'What for=topics'].flatMap((one) => ['--column', one]);
    const whole = await run(['import', at('own.csv'), '--out', at('x.services'), ...columns]);
    expect([whole.code, whole.err]).toEqual([0, expect.stringContaining('1 of 2 will never')]);
    expect(whole.err).not.toContain('--column');
    expect(await opened(at('x.services')).read(0)).toMatchObject({ phone: '112', needs: [{ need: 'be-active' }] });
  });

  it.each(['phone', 'Tel no=', '=phone', 'a=b=c'])(
    'refuses --column "%s", and shows what one looks like',
    async (one) => {
      const { at, run, write } = workplace();
      write('own.csv', services(1));
      const { code, err } = await run(['import', at('own.csv'), '--out', at('x.services'), '--column', one]);
      expect([code, err]).toEqual([2, expect.stringContaining('"Tel no=phone"')]);
    },
  );

  it('puts licence, attribution and the team\u2019s own statements into what it writes', async () => {
    const { at, run, write } = workplace();
    write('own.csv', services(1));
    write('holidays.txt', '2026-12-25 Christmas Day\n');
    const overlay = {
      schema: 'everycontact/overlay@1',
      owner: 'Health and wellbeing team',
      entries: [{ service: 'walk-0-wexmarsh-invented', lastChecked: '2026-11-20', responsible: 'Librarian' }],
    };
    write('overlay.json', JSON.stringify(overlay));
    const about = ['--licence', 'OGL 3.0', '--attribution', 'Wexmarsh (invented)', '--overlay', at('overlay.json')];
    const { code, err } = await run([
      'import',
      at('own.csv'),
      '--out',
      at('x.services'),
      '--holidays',
      at('holidays.txt'),
      ...about,
    ]);
    expect([code, err]).toEqual([0, expect.not.stringContaining('overlay-')]);
    expect(await opened(at('x.services')).read(0)).toMatchObject({
      organization: { responsible: 'Librarian' },
      provenance: { feed: 'own.csv', licence: 'OGL 3.0', attribution: 'Wexmarsh (invented)' },
    });
  });

  it('keeps the last good file where a feed is empty, broken or gone to half, and says so', async () => {
    const { at, run, write } = workplace();
    write('feed.csv', services(9));
    const into = ['--out', at('x.services'), '--report', at('r.json')];
    await run(['import', at('feed.csv'), ...into]);
    const before = readFileSync(at('x.services'));
    for (const [content, why] of [
      ['', 'feed-empty'],
      ['[]', 'feed-empty'],
      ['[{"name": "Wal', 'feed-not-json'],
      [services(4), 'Only 4 services came, and there were 9'],
    ] as const) {
      write('feed.csv', content);
      const { code, err } = await run(['import', at('feed.csv'), ...into]);
      expect([code, err]).toEqual([1, expect.stringContaining(why)]);
      expect(err).toContain('is left as it was: 9 services');
      expect(json(at('r.json')).refused).toContain(why);
      expect(readFileSync(at('x.services')).equals(before)).toBe(true);
    }
    expect((await run(['import', at('feed.csv'), ...into, '--force'])).code).toBe(0);
    expect(opened(at('x.services')).count).toBe(4);
  });

  it('asks for a look where a file of a folder is broken, and for a sound overlay', async () => {
    const { at, run, write } = workplace();
    mkdirSync(at('pages'));
    write('pages/1.json', readFileSync(england, 'utf8'));
    write('pages/2.json', '{"contents": [{"id": 1');
    const { code, err } = await run(['import', at('pages'), '--out', at('x.services')]);
    expect([code, err]).toEqual([1, expect.stringContaining('pages: 2.json could not be read to its end')]);
    write('overlay.json', '{"schema": "everycontact/overlay@99"}');
    const again = await run(['import', england, '--out', at('x.services'), '--overlay', at('overlay.json')]);
    expect([again.code, existsSync(at('x.services'))]).toEqual([1, false]);
  });

  it('reads service bundles beside other feeds', async () => {
    const { at, run, write } = workplace();
    const resource = { resourceType: 'HealthcareService', id: 'quit', active: true, name: 'Quit (invented)' };
    write('bundle.json', JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry: [{ resource }] }));
    const { code, err } = await run(['import', at('bundle.json'), '--out', at('x.services')]);
    expect([code, err]).toEqual([0, expect.stringContaining('1 read, 1 kept')]);
    expect(await opened(at('x.services')).read(0)).toMatchObject({ name: 'Quit (invented)', state: 'open' });
  });

  it('keeps the records apart for a nation', async () => {
    const { at, run } = workplace();
    await run(['import', england, '--out', at('x.services'), '--beside']);
    const texts = (shard: number) => Promise.resolve(readFileSync(at(`x.texts/${shard}`)));
    const file = openServices(readFileSync(at('x.services')), { texts });
    expect((await file.read(0)).name).not.toBe('');
  });

  it('writes JSON to put into a page, and keeps the last good one of it too', async () => {
    const { at, run, write } = workplace();
    await run(['import', england, '--out', at('x.json')]);
    const { services } = JSON.parse(readFileSync(at('x.json'), 'utf8')) as { services: readonly { name: string }[] };
    expect(services.length).toBeGreaterThan(10);
    write('few.csv', 'name,topics\nOne,debt');
    const { code, err } = await run(['import', at('few.csv'), '--out', at('x.json')]);
    expect([code, err]).toEqual([1, expect.stringContaining(`x.json is left as it was: ${services.length} services`)]);
  });

  it('shows on a terminal how far it is, and to a file nothing of it', async () => {
    const { at, run } = workplace();
    const args = ['import', england, '--out', at('x.services')];
    expect((await run(args, true)).err).toMatch(/england\.json: 100 %, 0 MB, \d+ records/);
    expect((await run(args)).err).not.toContain('\u001b');
  });

  it('lets no name of a file command the terminal while it shows how far it is', async () => {
    const { at, run, write } = workplace();
    const named = 'own\u001b[2J.csv';
    write(named, services(1));
    const { err } = await run(['import', at(named), '--out', at('x.services')], true);
    expect(err).toContain('own\ufffd[2J.csv: 100 %');
    expect(err).not.toContain('\u001b[2J');
  });

  it('tells two feeds of one name apart by their paths', async () => {
    const { at, run, write } = workplace();
    mkdirSync(at('a'));
    write('a/own.csv', services(1));
    write('own.csv', services(2));
    const { code } = await run([
      'import',
      at('own.csv'),
      at('a/own.csv'),
      '--out',
      at('x.services'),
      '--report',
      at('r.json'),
    ]);
    expect([code, json(at('r.json')).feeds.map(({ feed }) => feed)]).toEqual([0, [at('own.csv'), at('a/own.csv')]]);
  });

  it('answers misuse with 2, and writes over no other file', async () => {
    const { at, run, write } = workplace();
    write('notes.txt', 'Do not lose this');
    for (const args of [
      ['import'],
      ['import', england],
      ['import', at('gone.json'), '--out', at('x.services')],
      ['import', england, '--out', at('notes.txt')],
      ['import', england, '--out', at('x.services'), '--at', 'yesterday'],
      ['import', england, '--out', at('x.services'), '--holidays', at('notes.txt')],
      ['import', england, '--out', at('x.services'), '--holidays', at('gone.txt')],
      ['template', '--language', 'tlh'],
    ]) {
      const { code, err } = await run(args);
      expect([code, err], args.join(' ')).toEqual([2, expect.stringMatching(/expected/i)]);
    }
    expect(readFileSync(at('notes.txt'), 'utf8')).toBe('Do not lose this');
  });

  it.each([
    ['the feed as the report', 'own.csv', ['--out', 'x.services', '--report', 'own.csv']],
    ['the feed as the file to write, even by force', 'own.csv', ['--out', 'own.csv', '--force']],
    [
      'the holidays as the report',
      'days.txt',
      ['--out', 'x.services', '--holidays', 'days.txt', '--report', 'days.txt'],
    ],
    ['the overlay as the report', 'own.csv', ['--out', 'x.services', '--overlay', 'own.csv', '--report', 'own.csv']],
    ['one file for both', 'own.csv', ['--out', 'x.json', '--report', 'x.json']],
  ])('does not take %s', async (_case, read, args) => {
    const { at, run, write } = workplace();
    write('own.csv', services(2));
    write('days.txt', '2026-12-25\n');
    const before = readFileSync(at(read), 'utf8');
    const named = args.map((one) => (one.startsWith('--') ? one : at(one)));
    const { code, err } = await run(['import', at('own.csv'), ...named]);
    expect([code, err]).toEqual([2, expect.stringContaining('expected a file of its own')]);
    expect(readFileSync(at(read), 'utf8')).toBe(before);
  });
});

describe('directory template', () => {
  it.each(['en', 'da-DK', 'sv'])('writes a spreadsheet in %s that imports without a repair', async (language) => {
    const { at, run } = workplace();
    const printed = await run(['template', '--language', language]);
    expect((await run(['template', '--language', language, '--out', at('own.csv')])).code).toBe(0);
    expect(readFileSync(at('own.csv'), 'utf8')).toBe(printed.out);
    const { code } = await run(['import', at('own.csv'), '--out', at('x.services'), '--report', at('r.json')]);
    expect([code, json(at('r.json')).entries, opened(at('x.services')).count]).toEqual([0, [], 1]);
  });

  it('leaves a list that somebody has filled in as it is, unless it is forced', async () => {
    const { at, run, write } = workplace();
    write('own.csv', 'our whole list');
    const { code, err } = await run(['template', '--out', at('own.csv')]);
    expect([code, err]).toEqual([2, expect.stringContaining('[everycontact/file-exists]')]);
    expect(readFileSync(at('own.csv'), 'utf8')).toBe('our whole list');
    expect((await run(['template', '--out', at('own.csv'), '--force'])).code).toBe(0);
    expect(readFileSync(at('own.csv'), 'utf8')).toContain('Walking group');
  });
});
