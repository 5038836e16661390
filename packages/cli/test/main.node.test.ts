import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { unreadable } from '../src/given-file.js';
import { main } from '../src/main.js';
import { print } from '../src/terminal.js';
import { typed } from './streams.js';

const run = async (...args: string[]) => {
  const terminal = typed();
  return { code: await main(args, terminal), ...terminal.printed };
};

const folder = mkdtempSync(join(tmpdir(), 'everycontact-'));
const facts = join(folder, 'facts.json');
writeFileSync(facts, '{ "facts": { "context.age": 41 } }');

it('lists the commands', async () => {
  for (const args of [[], ['help'], ['--help']]) expect((await run(...args)).out).toMatch(/^  try /m);
});

it('says more about one command, and what there is to try', async () => {
  const { code, out } = await run('help', 'try');
  expect([code, (await run('try', '--help')).out]).toEqual([0, out]);
  expect(out).toContain('smoking --method vba');
});

it('says more about a command under another one, as its errors tell to ask', async () => {
  const { code, err } = await run('directory', 'import', 'services.csv');
  expect([code, err]).toEqual([
    2,
    expect.stringMatching(/--out: expected a file.* See "everycontact help directory import"/),
  ]);
  const { out } = await run('help', 'directory', 'import');
  expect([out, out.split('\n')[0]]).toEqual([
    (await run('directory', 'import', '--help')).out,
    'Usage: everycontact directory import FEED... --out FILE [OPTIONS]',
  ]);
});

it.each([
  [['build', 'england'], '--out: expected a folder, found nothing. See "everycontact help build".'],
  [
    ['check', '--format', 'xml'],
    '--format: expected one of "text", "json", "sarif", found "xml". See "everycontact help check".',
  ],
  [['directory', 'template', '--language', 'fr'], 'found "fr". See "everycontact help directory template".'],
  [['texts', 'print'], 'expected one of "export", "import", found "print"'],
  [
    ['due', '--before', '2027-01-01'],
    'Expected one of "--within", "--on", found "--before". See "everycontact help due".',
  ],
  [['coverage', '--locale', 'en-GB'], 'Expected no option, found "--locale".'],
  [['due', '--on'], "Option '--on <value>' argument missing. See"],
  [['texts', 'print', 'england'], 'expected one of "export", "import", found "print". See "everycontact help texts".'],
])('leads from a wrong option to the help of the very command: %j', async (args, said) => {
  const { code, err } = await run(...args);
  expect([code, err]).toEqual([2, expect.stringContaining(said)]);
});

it.each([
  [['sheet', 'england', 'denmark'], 'Expected at most 1 name, found also "denmark". Put quotes round'],
  [['init', 'wexmarsh', 'town', '--base', 'england'], 'found also "town"'],
  [['preview', 'england', 'sweden'], 'found also "sweden"'],
  [['build', 'england', 'sweden', '--out', 'public'], 'found also "sweden"'],
  [['explain', 'england', facts, 'more.json'], 'Expected at most 2 names, found also "more.json"'],
  [['decide', 'england', facts, 'more.json'], 'found also "more.json"'],
  [['texts', 'export', 'england', 'words.csv', 'more.csv'], 'found also "more.csv"'],
  [['schema', 'england'], 'Expected no name, found also "england"'],
])('refuses a name too many, and does nothing: %j', async (args, said) => {
  const { code, out, err } = await run(...args);
  expect([code, out, err]).toEqual([2, '', expect.stringContaining(said)]);
});

it.each([
  [['texts', 'import', 'england', 'none.csv']],
  [['texts', 'export', 'england', '--out', 'none/words.csv']],
  [['explain', 'england', facts, '--directory', 'none.csv']],
  [['directory', 'stale', 'none.csv']],
  [['directory', 'stale', 'none.services']],
  [['directory', 'overlay', 'check', 'none.csv']],
  [['directory', 'import', 'feed.csv', '--out', 'x.services', '--holidays', 'none.csv']],
])('tells in words that a file cannot be opened: %j', async (args) => {
  const { code, err } = await run(...args);
  expect([code, err]).toEqual([
    2,
    expect.stringMatching(/^\[everycontact\/file-unreadable\] .*ENOENT.*none.* Check the path\.\n$/),
  ]);
});

it.each(['EACCES', 'EBUSY', 'EPERM', 'EROFS'])('says of a file that is kept from us what to do: %s', (code) => {
  const { message } = unreadable('own.csv', Object.assign(new Error(`${code}: not now`), { code }));
  expect(message).toContain(`found: ${code}: not now. Close it in other programs, and see whether you may change it.`);
});

it.each([
  [['explain', 'england', folder]],
  [['decide', 'england', facts, '--history', folder]],
  [['texts', 'import', 'england', folder]],
  [['directory', 'overlay', 'check', folder]],
])('tells in words of a folder where a file is wanted: %j', async (args) => {
  const { code, err } = await run(...args);
  expect([code, err]).toEqual([
    2,
    expect.stringContaining(`[everycontact/file-unreadable] ${folder}: expected a file or folder that can be opened`),
  ]);
});

it.each([
  [
    ['directory', 'stale', 'none.csv', '--at', '2026-02-30'],
    '--at: expected a day such as 2026-11-22, found "2026-02-30"',
  ],
  [['decide', 'england', facts, '--at', '2026-02-30T09:30Z'], 'found "2026-02-30T09:30Z"'],
  [['try', 'england', 'alcohol', '--as-of', '2026-02-30'], 'found "2026-02-30"'],
])('refuses a day that is in no calendar: %j', async (args, said) => {
  const { code, err } = await run(...args);
  expect([code, err]).toEqual([2, expect.stringContaining(said)]);
});

it('tells in words of a time that is none', async () => {
  const { code, err } = await run('decide', 'england', facts, '--at', 'soon');
  expect([code, err]).toEqual([
    2,
    expect.stringContaining('--at: expected an instant such as 2026-11-23T09:30Z, found "soon"'),
  ]);
});

it('says its version', async () => {
  expect((await run('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

it('answers an unknown command with those there are, and 2', async () => {
  const { code, err } = await run('tri');
  expect([code, err]).toEqual([2, expect.stringContaining('There is "try"')]);
});

it('says in one line to build first, where there is no build', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'everycontact-'));
  cpSync(fileURLToPath(new URL('../bin', import.meta.url)), join(folder, 'bin'), { recursive: true });
  cpSync(fileURLToPath(new URL('../package.json', import.meta.url)), join(folder, 'package.json'));
  const { code, err } = await new Promise<{ code: unknown; err: string }>((resolve) => {
    execFile(process.execPath, [join(folder, 'bin/everycontact.js')], (error, _, stderr) =>
      resolve({ code: error?.code, err: stderr }),
    );
  });
  expect([code, err]).toEqual([2, 'Build first: npm run build\n']);
});

it('ends quietly when whoever reads has read enough', async () => {
  const bin = fileURLToPath(new URL('../bin/everycontact.js', import.meta.url));
  const said = await new Promise<string>((resolve) => {
    execFile('sh', ['-c', `"${process.execPath}" "${bin}" schema | head -c 10`], (_, stdout, stderr) =>
      resolve(stdout + stderr),
    );
  });
  expect(said).toBe('{\n  "$sche');
});

it('lets nothing that is read command the terminal', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'everycontact-'));
  const feed = join(folder, 'feed.json');
  const services = [
    { name: 'Quit', organization: { name: 'Wexmarsh' }, '\u001b]0;owned\u0007\u009b8m\u202e\u2066': 'odd' },
  ];
  writeFileSync(feed, JSON.stringify({ services }));
  const { out, err } = await run('directory', 'import', feed, '--out', join(folder, 'own.services'));
  expect(out + err).toContain('\ufffd]0;owned\ufffd');
  expect(out + err).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u);
});

it('keeps the styles of its own', () => {
  const terminal = typed();
  print(terminal.out, ['\u001b[1mbold\u001b[22m', 'a\tb']);
  expect(terminal.printed.out).toBe('\u001b[1mbold\u001b[22m\na\tb\n');
});
