import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, join, sep } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { findChromium } from './browsers.mjs';
import { buildOrStop, root } from './run.mjs';

// npm run damage [-- WORD]: breaks each rule on purpose and looks whether its test goes red. With WORD, only the damages
// whose rule or file holds it.
//
// Every file `.config/damage/*.json` is a list of damages:
//
//   { "rule":    "A skip is never taken for a no.",                    one sentence: what would no longer be true
//     "file":    "packages/core/src/rules/facts.ts",                   the file that holds the rule
//     "find":    "if (answer.skipped) continue;",                      text that stands there exactly once
//     "replace": "",                                                   what the damage makes of it
//     "test":    "packages/core/src/rules/facts.test.ts -t \"skip\"" } the test that should notice: a file or several,
//                                                                      with or without part of a title; a title alone
//                                                                      (-t "...") looks through every test in Node;
//                                                                      a *.browser.test.ts runs in Chromium, after the
//                                                                      others and one at a time
//
// Whether each damage still finds its text is told at once by `.config/damage/damages.test.ts`, with the other tests in Node.
//
// The damage is done in a copy of the tree, so the tree itself is never touched. Tests run on the sources; where the damaged
// file belongs to @everycontact/content, whose tests read what it builds, that package is built again in the copy.

const [word = ''] = process.argv.slice(2);
const copied = /^(?!.*[\\/](node_modules|\.turbo|coverage|e2e)([\\/]|$)).*$/;
const built = /[\\/](dist|generated)([\\/]|$)/;
const kept = ['.config', 'packages', 'apps', 'docs', 'package.json', 'tsconfig.base.json', 'README.md', 'LICENSE'];
const places = [];
/** In milliseconds: a test that takes longer twice has met something that never ends. Once may be its browser. */
const tooLong = 180_000;

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    clear();
    process.exit(130);
  });
}

const damages = read().filter(({ rule, file }) => `${rule} ${file}`.toLowerCase().includes(word.toLowerCase()));
if (damages.length === 0) {
  console.log(word ? `no damage holds "${word}"` : 'no damages yet');
  process.exit(0);
}

// Some tests read what the packages build: packs, script tags, the manifest of the element.
await buildOrStop('./packages/*');
const browser = damages.some(({ test }) => inBrowser(test)) ? ((await findChromium()).env ?? {}) : {};
let failed = 0;
try {
  failed = await runAll();
} finally {
  clear();
}
process.exitCode = failed === 0 ? 0 : 1;

function read() {
  const folder = join(root, '.config', 'damage');
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.sort().flatMap((name) => {
    const list = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    return list.map((damage, at) => {
      for (const field of ['rule', 'file', 'find', 'replace', 'test']) {
        if (typeof damage[field] === 'string') continue;
        console.error(`.config/damage/${name}, entry ${at + 1}: "${field}" should be a text.`);
        process.exit(2);
      }
      return damage;
    });
  });
}

async function runAll() {
  const workers = Math.max(1, Math.min(availableParallelism(), damages.length, 4));
  const copies = Array.from({ length: workers }, copyTree);

  const sound = await firstWithoutDamage(copies[0]);
  if (!sound) return 1;

  const numbered = damages.map((damage, at) => ({ damage, at }));
  const rows = [];
  const started = Date.now();
  const work = (waiting, hands) =>
    Promise.all(
      hands.map(async (copy) => {
        for (let next = waiting.shift(); next; next = waiting.shift()) await one(copy, next);
      }),
    );
  await work(
    numbered.filter(({ damage }) => !inBrowser(damage.test)),
    copies,
  );
  await work(
    numbered.filter(({ damage }) => inBrowser(damage.test)),
    copies.slice(0, 1),
  );

  async function one(copy, { damage, at }) {
    const outcome = await tryDamage(copy, damage);
    rows[at] = { ...damage, outcome };
    const done = rows.filter(Boolean).length;
    console.log(`${String(done).padStart(4)}/${damages.length} ${isRed(outcome) ? 'red ' : 'BAD '} ${damage.rule}`);
  }

  console.log(`\n${damages.length} damages in ${((Date.now() - started) / 1000).toFixed(0)} s`);
  console.table(
    rows.map(({ rule, file, outcome }) => ({ rule: short(rule), file: basename(file), outcome: short(outcome) })),
  );
  const bad = rows.filter(({ outcome }) => !isRed(outcome));
  for (const { rule, file, test, outcome } of bad) console.error(`\n${rule}\n  ${outcome}\n  ${file}\n  ${test}`);
  console.log(`${rows.length - bad.length} of ${rows.length} damages were noticed.`);
  return bad.length;
}

/** Red means nothing where the test is red anyway. */
async function firstWithoutDamage(copy) {
  const tests = [...new Set(damages.map(({ test }) => test))];
  console.log('Without damage, the tests named should be green ...');
  for (const some of [tests.filter((test) => !inBrowser(test)), tests.filter(inBrowser)]) {
    if (some.length === 0) continue;
    const files = [...new Set(some.flatMap((test) => split(test).files))];
    const everything = some.some((test) => split(test).files.length === 0);
    const { passed, failures, broken, output } = await runTests(copy, everything ? [] : files);
    if (passed > 0 && failures === 0 && broken === 0) continue;
    console.error(
      `They are not (${passed} green, ${failures} red, ${broken} files that do not load):\n${output.slice(-4000)}`,
    );
    return false;
  }
  return true;
}

function isRed(outcome) {
  return outcome.startsWith('red');
}

function inBrowser(test) {
  return /\.browser\.test\.tsx?/.test(test);
}

async function tryDamage(copy, { file, find, replace, test }) {
  if (!existsSync(join(root, file))) return 'there is no such file';
  const target = join(copy, file);
  const whole = readFileSync(target, 'utf8');
  const started = Date.now();
  const times = whole.split(find).length - 1;
  if (times !== 1) return `the text to find stands there ${times} times, not once`;
  writeFileSync(
    target,
    whole.replace(find, () => replace),
  );
  try {
    if (file.startsWith('packages/content/')) {
      const { status, output } = await inCopy(copy, process.execPath, ['build.mjs'], 'packages/content');
      // A build that refuses the damaged pack has noticed it, where it is the build that is named.
      if (status !== 0) return test === 'build' ? 'red' : `the packs could not be built: ${reason(output)}`;
      if (test === 'build') return 'stayed green';
    }
    const { files, title } = split(test);
    const run = () => runTests(copy, files, title, tooLong);
    let tried = await run();
    if (tried.stopped) tried = await run();
    const { passed, failures, broken, output, stopped } = tried;
    if (stopped) return 'red: it never ended';
    if (failures > 0) return 'red';
    if (broken > 0) return `the test no longer loads, so it noticed nothing: ${reason(output)}`;
    return passed > 0 ? 'stayed green' : 'no test was run: is it named rightly?';
  } finally {
    putBack(copy, started);
    writeFileSync(target, whole);
    if (file.startsWith('packages/content/')) {
      await inCopy(copy, process.execPath, ['build.mjs'], 'packages/content');
    }
  }
}

/** `a.test.ts b.test.ts -t "some title"` is two files and part of a title. */
function split(test) {
  const [, before, , title] = /^(.*?)(?:^|\s)?(?:(-t)\s+["']?(.*?)["']?)?$/s.exec(test);
  return { files: before.split(/\s+/).filter((one) => one && one !== 'build'), title };
}

async function runTests(copy, files, title, limit) {
  const report = join(copy, 'report.json');
  rmSync(report, { force: true });
  const given = [
    join(root, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    `--config=${join(copy, '.config', 'vitest.config.ts')}`,
    `--project=${files.some(inBrowser) ? 'chromium' : 'node'}`,
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...(title ? ['-t', title] : []),
    ...files,
  ];
  const { output, stopped } = await inCopy(copy, process.execPath, given, '', limit);
  if (!existsSync(report)) return { passed: 0, failures: 0, broken: 1, output, stopped };
  const { numPassedTests: passed, numFailedTests: failures, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const unloaded = testResults.filter((one) => one.status === 'failed' && one.assertionResults.length === 0);
  const red = testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed'),
  );
  const told = [...red.map(({ fullName }) => `red: ${fullName}`), ...unloaded.map(({ message }) => message)];
  return { passed, failures, broken: unloaded.length, output: `${output}${told.join('\n')}` };
}

function copyTree() {
  const copy = mkdtempSync(join(tmpdir(), 'everycontact-damage-'));
  places.push(copy);
  for (const name of kept) {
    if (!existsSync(join(root, name))) continue;
    cpSync(join(root, name), join(copy, name), {
      recursive: true,
      filter: (path) => copied.test(path.slice(root.length - 1)),
    });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  return copy;
}

/** What is damaged may write where it never should: sources that changed in the copy are as they were for the next damage. */
function putBack(copy, since) {
  const changed = (path) => !existsSync(path) || statSync(path).mtimeMs >= since;
  for (const name of kept) {
    if (!existsSync(join(root, name))) continue;
    cpSync(join(root, name), join(copy, name), {
      recursive: true,
      filter: (path, to) => {
        if (!copied.test(path.slice(root.length - 1)) || built.test(path.slice(root.length - 1))) return false;
        return statSync(path).isDirectory() || changed(to);
      },
    });
  }
}

/** @param limit in milliseconds; what runs longer is asked to stop, and takes its browser with it */
function inCopy(copy, command, given, folder = '', limit = 0) {
  return new Promise((resolve) => {
    const child = spawn(command, given, {
      cwd: join(copy, folder),
      // A vitest that sees a continuous integration would write annotations of its own.
      env: { ...process.env, ...browser, GITHUB_ACTIONS: '', NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: limit,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += part));
    child.on('close', (status) => resolve({ status: status ?? 1, output, stopped: child.killed }));
  });
}

function clear() {
  for (const copy of places.splice(0)) {
    // The link first: what it leads to is the real thing.
    rmSync(`${copy}${sep}node_modules`, { force: true });
    rmSync(copy, { recursive: true, force: true });
  }
}

function short(text) {
  return text.length > 70 ? `${text.slice(0, 69)}…` : text;
}

/** The line of an output that most likely says why. */
function reason(output) {
  const lines = stripVTControlCharacters(output).trim().split('\n');
  return lines.find((line) => /error/i.test(line)) ?? lines[lines.length - 1] ?? '';
}
