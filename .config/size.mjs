import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build as bundle } from 'esbuild';
import { buildOrStop, root } from './run.mjs';

// npm run size: what a page has to load, gzipped, against the ceilings in `.config/sizes.json`. A ceiling holds what has been
// won and never grows silently; a target is where it has to go, and is said to be not reached until it is.
//
// Over a ceiling? Look at what came in: `npx esbuild --bundle --minify --format=esm --analyze ENTRY`. A schema library or a
// second copy of Lit is the usual answer. Raise a ceiling only with the reason in the same commit.

if (!process.argv.includes('--no-build')) {
  await buildOrStop(
    '@everycontact/content',
    '@everycontact/core',
    '@everycontact/web-component',
    '@everycontact/react',
  );
}

const kB = (bytes) => `${(bytes / 1024).toFixed(2)} kB`;
const findings = [];
const rows = [];
for (const { name, entry, bundle: bundled, external, ceiling, target = [], without = [] } of JSON.parse(
  readFileSync(join(root, '.config', 'sizes.json')),
)) {
  let code;
  try {
    code = bundled ? await bundledCode(entry, external) : readFileSync(join(root, entry));
  } catch (error) {
    findings.push(`${name}: ${entry} cannot be read (${error.message.split('\n')[0]}). Has its build written it?`);
    continue;
  }
  const size = gzipSync(code, { level: 9 }).length;
  rows.push({
    what: name,
    gzip: kB(size),
    ceiling: kB(ceiling),
    room: kB(ceiling - size),
    target: [target]
      .flat()
      .map((one) => (size > one ? `${kB(one)}, not reached` : kB(one)))
      .join('; '),
    minified: kB(code.length),
  });
  if (size > ceiling)
    findings.push(`${name}: ${size} bytes gzipped, ${size - ceiling} over its ceiling of ${ceiling} (${entry}).`);
  for (const word of without) {
    if (code.includes(word)) findings.push(`${name}: holds the name "${word}", which must stay out of it (${entry}).`);
  }
}
console.table(rows);
for (const finding of findings) console.error(finding);
process.exitCode = findings.length === 0 ? 0 : 1;

async function bundledCode(entry, external = []) {
  const { outputFiles } = await bundle({
    entryPoints: [join(root, entry)],
    bundle: true,
    external,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    conditions: ['production', 'browser'],
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'silent',
  });
  return Buffer.from(outputFiles[0].contents);
}
