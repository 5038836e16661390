import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { findChromium, findFirefox, findWebKit } from './browsers.mjs';
import { build, root, run } from './run.mjs';

// npm test: builds, then runs every test in every engine this machine has, two projects side by side: a browser waits more
// than it works. Each tells what it found when it has ended. The last line is always the sum.
//
//   npm test                                    everything
//   npm test -- --project node                  one project: node, chromium, firefox, react-18, stories, journeys-… or e2e (may be repeated)
//   npm test -- --project node condition        the files whose path holds "condition"
//   npm test -- --project node -t "unknown"     the tests whose title holds "unknown"
//
// In a run of everything, up to three files that fail in a browser are tried once more; the sum names what failed at first.
// A browser that is missing is said and passed over, except with CI=true, where it fails.

const { values: options, positionals: files } = parseArgs({
  options: {
    project: { type: 'string', multiple: true },
    testNamePattern: { type: 'string', short: 't' },
    'no-build': { type: 'boolean', default: false },
  },
  allowPositionals: true,
});

const projects = [
  { name: 'node', engine: undefined, what: 'rules, packs, readers and the command, in Node' },
  { name: 'chromium', engine: 'Chromium', what: 'the faces in Chromium' },
  { name: 'firefox', engine: 'Firefox', what: 'the faces in Firefox' },
  { name: 'react-18', engine: 'Chromium', what: 'the React face on React 18' },
  {
    name: 'stories',
    engine: 'Chromium',
    what: 'the stories of the gallery, walked, and looked through by axe',
    config: 'vitest.stories.config.ts',
  },
  { name: 'journeys-firefox', engine: 'Firefox', what: 'whole contacts in Firefox' },
  { name: 'journeys-webkit', engine: 'WebKit', what: 'whole contacts in WebKitGTK' },
  { name: 'journeys-chromium', engine: 'Chromium', what: 'whole contacts in Chromium' },
  // It has two workers of its own, so nothing runs beside it.
  { name: 'e2e', engine: 'Chromium', what: 'the pages of the apps, end to end', alone: true },
];
const names = projects.map(({ name }) => name);
const wanted = options.project ?? names;
for (const name of wanted) {
  if (!names.includes(name)) {
    console.error(`There is no project "${name}". There are: ${names.join(', ')}.`);
    process.exit(2);
  }
}
const narrowed = options.project !== undefined || files.length > 0 || options.testNamePattern !== undefined;

const outcomes = [];
const reports = mkdtempSync(join(tmpdir(), 'everycontact-test-'));
try {
  const engines = await findEngines();
  const problem = missing(engines) ?? (await unbuilt());
  if (problem)
    outcomes.push({ name: 'before', passed: 0, failed: 1, skipped: 0, note: `${problem}, so no test was run` });
  else await runProjects(engines);
} finally {
  rmSync(reports, { recursive: true, force: true });
}
if (process.env.EVERYCONTACT_FAILED_BEFORE) {
  outcomes.push({
    name: process.env.EVERYCONTACT_FAILED_BEFORE,
    passed: 0,
    failed: 1,
    skipped: 0,
    note: 'failed before',
  });
}
summary();

async function findEngines() {
  heading('Browsers');
  const browserless = wanted.every((name) => projects.find((project) => project.name === name).engine === undefined);
  if (browserless) {
    console.log('none needed');
    return {};
  }
  const engines = { Chromium: await findChromium(), Firefox: findFirefox(), WebKit: findWebKit() };
  for (const [name, engine] of Object.entries(engines)) {
    if (engine.path) console.log(`${name.padEnd(9)} found: ${engine.path} (${engine.from})`);
    else {
      console.log(`${name.padEnd(9)} passed over, because:`);
      for (const step of engine.tried) console.log(`            - ${step}`);
      console.log(`            ${engine.remedy}`);
    }
  }
  return engines;
}

/** Without Chromium nothing of the faces would be tried at all, so there it stops; the other engines only add to it. */
function missing(engines) {
  const required = process.env.CI === 'true' ? ['Chromium', 'Firefox', 'WebKit'] : ['Chromium'];
  const needed = projects.filter(({ name }) => wanted.includes(name)).map(({ engine }) => engine);
  const lacking = required.filter((engine) => needed.includes(engine) && !engines[engine].path);
  return lacking.length > 0 ? `no ${lacking.join(' and no ')}` : undefined;
}

async function unbuilt() {
  if (options['no-build']) return undefined;
  heading('Build');
  return (await build()).status === 0 ? undefined : 'the build failed';
}

/** Two lanes take the next project each; what runs alone comes after. */
async function runProjects(engines) {
  const all = projects.filter(({ name }) => wanted.includes(name));
  const queue = all.filter(({ alone }) => !alone);
  const quiet = queue.length > 1;
  const lane = async () => {
    for (let project = queue.shift(); project; project = queue.shift())
      outcomes.push(await runProject(project, engines, quiet));
  };
  await Promise.all([lane(), lane()]);
  for (const project of all.filter(({ alone }) => alone)) outcomes.push(await runProject(project, engines, false));
}

/** @param quiet tells all it found at once, when it has ended: another project runs beside it */
async function runProject({ name, engine, what, config = 'vitest.config.ts' }, engines, quiet) {
  const title = `${name}: ${what}`;
  if (engine && !engines[engine].path) {
    heading(title);
    console.log(`not run: no ${engine} on this machine`);
    return { name, passed: 0, failed: 0, skipped: 1, note: `no ${engine} on this machine` };
  }
  if (quiet) console.log(`${name} begins`);
  else heading(title);
  const vitest = async (report, only) => {
    const { status, output } = await run(
      'vitest',
      [
        'run',
        `--config=${join(root, '.config', config)}`,
        `--project=${name}`,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
        ...(options.testNamePattern ? ['-t', options.testNamePattern] : []),
        ...(narrowed ? ['--passWithNoTests'] : []),
        ...only,
      ],
      { env: { ...engines.Chromium?.env, ...engines.Firefox?.env, ...engines.WebKit?.env }, quiet },
    );
    if (quiet) {
      heading(title);
      process.stdout.write(output);
    }
    return { status, found: filesIn(report) };
  };
  const first = await vitest(join(reports, `${name}.json`), files);
  const doubtful = first.found ? failedFiles(first.found) : [];
  // A browser loses a frame, or a click, once in thousands of tests. What fails twice is broken; what does not is told in the sum.
  if (!engine || narrowed || doubtful.length === 0 || doubtful.length > 3) return tally(name, first);
  const paths = doubtful.map((file) => relative(root, file));
  console.log(`${name}: once more ${paths.join(', ')}`);
  const second = await vitest(join(reports, `${name}-again.json`), doubtful);
  if (!second.found) return tally(name, first);
  const tests = failedTests(first.found);
  const found = new Map([...first.found, ...second.found]);
  const note = `failed at first: ${(tests.length > 0 ? tests : paths).join('; ')}`;
  return tally(name, { status: second.status, found }, note);
}

/** The tests of each file in a report of vitest, by its path; nothing where there is no report. */
function filesIn(report) {
  try {
    const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
    return new Map(testResults.map((file) => [file.name, file]));
  } catch {
    return undefined;
  }
}

function failedFiles(found) {
  return [...found.values()].filter(({ status }) => status === 'failed').map(({ name }) => name);
}

function failedTests(found) {
  const tests = [...found.values()].flatMap(({ assertionResults }) => assertionResults);
  return tests.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName);
}

/** What the tests of a project came to; a run that failed without a failed test (a file that does not load, a crash) counts as one. */
function tally(name, { status, found }, note = '') {
  if (!found) {
    const none = status === 0 && narrowed;
    return { name, passed: 0, failed: none ? 0 : 1, skipped: 0, note: none ? 'no such tests' : 'gave no report' };
  }
  const tests = [...found.values()].flatMap(({ assertionResults }) => assertionResults);
  const unloaded = [...found.values()].filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const passed = tests.filter((test) => test.status === 'passed').length;
  const failed = tests.filter((test) => test.status === 'failed').length;
  return {
    name,
    passed,
    failed: Math.max(failed + unloaded, status === 0 ? 0 : 1),
    skipped: tests.length - passed - failed,
    note,
  };
}

function summary() {
  heading('Sum');
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { name, passed, failed, skipped, note } of outcomes) {
    console.log(
      `${name.padEnd(17)} ${passed} passed, ${failed} failed, ${skipped} skipped${note ? `  (${note})` : ''}`,
    );
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  process.exitCode = total.failed === 0 ? 0 : 1;
  console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`);
}

function heading(text) {
  console.log(`\n── ${text} ${'─'.repeat(Math.max(0, 100 - text.length))}`);
}
