import { buildOrStop, run } from './run.mjs';

// npm run check [-- NAME ...]: everything that can be judged without running a test. All of them run, whatever failed
// before; each that fails says what to run to mend it.

const node = process.execPath;
const checks = [
  {
    name: 'format',
    command: ['biome', ['format', '--config-path=.config/format.json']],
    mend: 'npm run format',
  },
  {
    name: 'lint',
    command: ['eslint', ['--config', '.config/eslint.config.mjs', '.']],
    mend: 'npm run lint -- --fix   (then the rest by hand: a message names its rule)',
  },
  {
    name: 'types',
    command: ['turbo', ['run', 'typecheck']],
    mend: 'npm run typecheck -w PACKAGE   (in the package named above)',
  },
  {
    name: 'knip',
    command: ['knip', ['--config', '.config/knip.json', '--no-config-hints']],
    mend: 'take out what nothing uses, or name its use in .config/knip.json',
  },
  {
    name: 'packages',
    command: [node, ['.config/packages.mjs']],
    mend: 'look at `exports` and `files` in the package.json named above, then: npm run check -- packages',
  },
  {
    name: 'sizes',
    command: [node, ['.config/size.mjs', '--no-build']],
    mend: 'npm run size   (the head of .config/size.mjs says how to look inside a bundle)',
  },
];

const wanted = process.argv.slice(2);
for (const name of wanted) {
  if (!checks.some((check) => check.name === name)) {
    console.error(`There is no check "${name}". There are: ${checks.map((check) => check.name).join(', ')}.`);
    process.exit(2);
  }
}

await buildOrStop();
const failed = [];
const asked = checks.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
// Linting keeps one core busy for as long as all the rest together: it goes beside them, and is told last.
const lint = asked
  .filter(({ name }) => name === 'lint')
  .map((check) => ({ check, judged: judge(check, { quiet: true }) }));
for (const check of asked) {
  if (check.name === 'lint') continue;
  heading(check);
  tell(check, await judge(check));
}
for (const { check, judged } of lint) {
  heading(check);
  const outcome = await judged;
  process.stdout.write(outcome.output);
  tell(check, outcome);
}

console.log();
if (failed.length === 0) console.log('All checks passed.');
for (const { name, mend } of failed) console.error(`${name} failed. To mend it: ${mend}`);
process.exitCode = failed.length === 0 ? 0 : 1;

async function judge({ command }, options) {
  const started = Date.now();
  return { ...(await run(...command, options)), seconds: (Date.now() - started) / 1000 };
}

function heading({ name }) {
  console.log(`\n── ${name} ${'─'.repeat(90 - name.length)}`);
}

function tell(check, { status, seconds }) {
  console.log(`${check.name}: ${status === 0 ? 'ok' : 'FAILED'}, ${seconds.toFixed(1)} s`);
  if (status !== 0) failed.push(check);
}
