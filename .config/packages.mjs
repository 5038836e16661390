import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, run } from './run.mjs';

// Packs each package as npm would publish it and looks at what came out: publint at the fields and the files, attw at
// whether TypeScript finds the types. Both read the packed file, not the folder, because that is what people install.

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
for (const text of failed) console.error(`\n${text}`);
process.exitCode = failed.length === 0 ? 0 : 1;

/** Entries that are plain files, such as a script for a script tag, have no types and need none. */
function excluded({ exports }) {
  const plain = Object.keys(exports).filter((entry) => typeof exports[entry] === 'string');
  return plain.length === 0 ? [] : ['--exclude-entrypoints', ...plain.filter((entry) => !entry.includes('*'))];
}
