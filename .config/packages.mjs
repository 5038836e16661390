import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, run } from './run.mjs';

// Packs each package as npm would publish it and looks at what came out: publint at the fields and the files, attw at
// whether TypeScript finds the types. Both read the packed file, not the folder, because that is what people install. Last
// the compiler reads all declarations as it does for a page that checks its libraries too, and that has no types of Node.

const packed = mkdtempSync(join(tmpdir(), 'everycontact-packed-'));
const failed = [];
try {
  for (const folder of readdirSync(join(root, 'packages')).sort()) {
    const manifest = JSON.parse(readFileSync(join(root, 'packages', folder, 'package.json'), 'utf8'));
    if (manifest.private) continue;
    const answer = await run(
      'npm',
      ['pack', '-w', manifest.name, '--json', '--silent', '--ignore-scripts', '--pack-destination', packed],
      {
        quiet: true,
      },
    );
    const file = readdirSync(packed)[0];
    if (answer.status !== 0 || file === undefined) {
      failed.push(`${manifest.name}: npm pack failed\n${answer.output}`);
      continue;
    }
    const tarball = join(packed, file);
    const checks = [['publint', ['run', tarball, '--strict']]];
    // A package whose only entry is its package.json has no types to find.
    if (Object.keys(manifest.exports ?? {}).some((entry) => typeof manifest.exports[entry] === 'object')) {
      checks.push([
        'attw',
        [tarball, '--profile', 'esm-only', '--no-emoji', '--no-color', '--format', 'ascii', ...excluded(manifest)],
      ]);
    }
    for (const [tool, given] of checks) {
      const { status, output } = await run(tool, given, { quiet: true });
      console.log(`${status === 0 ? 'ok    ' : 'failed'} ${tool.padEnd(7)} ${manifest.name}`);
      if (status !== 0) failed.push(`${tool} on ${manifest.name}:\n${output}`);
    }
    rmSync(tarball);
  }
} finally {
  rmSync(packed, { recursive: true, force: true });
}
const strict = [
  '--noEmit',
  '--strict',
  '--exactOptionalPropertyTypes',
  '--verbatimModuleSyntax',
  '--skipLibCheck',
  'false',
];
const browser = ['--module', 'nodenext', '--target', 'es2022', '--lib', 'es2022,dom,dom.iterable'];
const { status, output } = await run('tsc', [...strict, ...browser, ...declarations()], { quiet: true });
console.log(`${status === 0 ? 'ok    ' : 'failed'} tsc     the declarations of all`);
if (status !== 0)
  failed.push(`The declarations, read by tsc with ${strict.slice(1).join(' ')} and no types of Node:\n${output}`);
for (const text of failed) console.error(`\n${text}`);
process.exitCode = failed.length === 0 ? 0 : 1;

function declarations() {
  return readdirSync(join(root, 'packages'))
    .map((folder) => `packages/${folder}/dist`)
    .filter((dist) => existsSync(join(root, dist)))
    .flatMap((dist) => readdirSync(join(root, dist)).map((file) => `${dist}/${file}`))
    .filter((file) => file.endsWith('.d.ts'));
}

/** Entries that are plain files, such as a script for a script tag, have no types and need none. */
function excluded({ exports }) {
  const plain = Object.keys(exports).filter((entry) => typeof exports[entry] === 'string');
  return plain.length === 0 ? [] : ['--exclude-entrypoints', ...plain.filter((entry) => !entry.includes('*'))];
}
