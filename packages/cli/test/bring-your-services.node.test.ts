import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openServices } from '@everycontact/directory/services-file';
import { main } from '../src/main.js';
import { typed } from './streams.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const guide = readFileSync(`${root}docs/guides/bring-your-services.md`, 'utf8');
const blocks = (language: string) =>
  [...guide.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map(([, block = '']) => block);
const commands = blocks('sh').flatMap((block) => block.trim().split('\n'));

const folder = mkdtempSync(join(tmpdir(), 'everycontact-'));
const at = (name: string) => join(folder, name);
/** `npx everycontact directory … > file`, in the folder: names with an ending, and the folder of pages, are files there. */
async function run(line: string) {
  const [said = '', into] = line.split(' > ');
  const [, , ...words] = [...said.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word = '']) => quoted ?? word);
  const args = words.map((word) => (/^[a-z]+\.[a-z]+$|^pages$/.test(word) ? at(word) : word));
  const terminal = typed([], () => '2026-11-22T09:30:00.000Z');
  const code = await main(args, terminal);
  if (into !== undefined) writeFileSync(at(into), terminal.printed.out);
  return { code, ...terminal.printed };
}

it('does what it says, command by command', async () => {
  const county = readFileSync(`${root}apps/demo/feeds/england.json`, 'utf8');
  writeFileSync(at('county.json'), county);
  mkdirSync(at('pages'));
  writeFileSync(at('pages/1.json'), county);
  writeFileSync(at('ours.csv'), 'Offer,Tel no,What for\nQuit course,01632 960801,stop smoking');

  expect(commands.map((line) => line.split(' ').slice(0, 4).join(' '))).toEqual([
    'npx everycontact directory template',
    'npx everycontact directory import',
    'npx everycontact directory check',
    'npx everycontact directory import',
    'npx everycontact directory find',
    'npx everycontact directory reach',
    'npx everycontact directory import',
    'npx everycontact directory overlay',
    'npx everycontact directory overlay',
    'npx everycontact directory import',
    'npx everycontact directory stale',
  ]);
  const [
    template = '',
    ours = '',
    looked = '',
    first = '',
    find = '',
    reach = '',
    feeds = '',
    begin = '',
    check = '',
    again = '',
    stale = '',
  ] = commands;

  expect((await run(template)).code).toBe(0);
  expect((await run(ours)).code).toBe(0);
  expect(await openServices(readFileSync(at('ours.services'))).read(0)).toMatchObject({
    name: 'Quit course',
    phone: '01632 960801',
    needs: [{ need: 'stop-smoking', how: 'main' }],
  });
  expect(await run(looked)).toMatchObject({ code: 0, out: expect.stringContaining('1 read, 1 kept') as unknown });
  const alone = await run(first);
  expect([alone.code, alone.err]).toEqual([0, expect.stringContaining('1 read, 1 kept, 0 merged, 0 dropped')]);
  expect((await run(find)).out).toContain('Walking group');
  expect((await run(reach)).out).toMatch(/^be-active +\S+ .*\n/m);

  const all = await run(feeds);
  expect([all.code, all.err]).toEqual([0, expect.stringContaining('Feed "pages"')]);
  const opened = openServices(readFileSync(at('wexmarsh.services')));
  expect(opened.count).toBeGreaterThan(60);
  expect((await opened.read(0)).provenance).toMatchObject({
    licence: 'Open Government Licence 3.0',
    attribution: 'Wexmarsh Council (invented)',
  });

  expect((await run(begin)).code).toBe(0);
  const table = readFileSync(at('overlay.csv'), 'utf8');
  expect(table.trim().split('\n').length).toBe(opened.count + 1);
  const mark = table.split('\n', 1)[0]?.includes(';') ? ';' : ',';
  const row = ['Wexmarsh Council (invented)', 'walk-1', '2026-11-20', 'Librarian'].join(mark);
  writeFileSync(at('overlay.csv'), `${['owner', 'service', 'last_checked', 'responsible'].join(mark)}\n${row}\n`);
  const checked = await run(check);
  expect([checked.code, checked.out]).toEqual([0, expect.stringContaining('0 errors')]);
  expect((await run(again)).code).toBe(0);
  const overdue = await run(stale);
  expect([overdue.code, overdue.out]).toEqual([1, expect.stringMatching(/\d/)]);
});

it('keeps the last good file as it says', async () => {
  const before = readFileSync(at('wexmarsh.services'));
  writeFileSync(at('county.json'), '<title>Log in</title>');
  const line = commands[6] ?? '';
  expect((await run(line)).err).toContain('is left as it was');
  expect(readFileSync(at('wexmarsh.services')).equals(before)).toBe(true);
});

it('links to pages and headings that are there', () => {
  const readme = readFileSync(`${root}packages/directory/README.md`, 'utf8');
  for (const [, page = '', heading] of guide.matchAll(/\]\(([^)#]+)(?:#([^)]+))?\)/g)) {
    expect(existsSync(`${root}docs/guides/${page}`), page).toBe(true);
    if (heading !== undefined) expect(readme.toLowerCase().replaceAll(' ', '-')).toContain(`#-${heading}`);
  }
});
