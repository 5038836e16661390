import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { composePack, contentFolder, filesIn, withDigest } from './compose.mjs';

// Writes each pack as a module and as JSON, whole and per language. What was built before stays until all of it can be
// written: a mistake in one file takes no pack away.

const dist = fileURLToPath(new URL('dist', contentFolder));
const files = filesIn(contentFolder);
const written = new Map();

const onlyIn = (pack, locale) => ({ ...pack, locales: [locale], texts: { [locale]: pack.texts[locale] } });

function writePack(file, name, pack) {
  const json = JSON.stringify(withDigest(pack));
  written.set(`${file}.json`, `${json}\n`);
  written.set(`${file}.js`, `export const ${name} = ${json};\n`);
  written.set(
    `${file}.d.ts`,
    `import type { Pack } from '@everycontact/core';\n\nexport declare const ${name}: Pack;\n`,
  );
}

/** The walks shared by all packs of a behaviour, then those of one pack alone; a walk of a script the pack lacks is not its. */
function examplesOf(place, { behaviours, scripts }) {
  return Object.keys(behaviours)
    .flatMap((id) => [`behaviours/${id}/examples.json`, `packs/${place}/behaviours/${id}/examples.json`])
    .flatMap(listIn)
    .filter(({ script, places }) => Object.hasOwn(scripts, script) && (places?.includes(place) ?? true))
    .map(({ places: _, ...example }) => example);
}

function listIn(file) {
  try {
    return JSON.parse(files.read(file) ?? '[]');
  } catch ({ message }) {
    throw new Error(`${file}: ${message}`);
  }
}

const places = files.folders('packs').toSorted();
const examples = {};
try {
  for (const place of places) {
    const { pack } = composePack(files, place);
    writePack(place, place, pack);
    for (const locale of pack.locales) writePack(`${place}.${locale}`, place, onlyIn(pack, locale));
    examples[place] = examplesOf(place, pack);
  }
} catch ({ message }) {
  console.error(message);
  process.exit(1);
}
const index = places.map((place) => `export * from './${place}.js';\n`).join('');
written.set('index.js', index);
written.set('index.d.ts', index);
written.set('examples.js', `export const examples = ${JSON.stringify(examples)};\n`);
const names = places.map((place) => `'${place}'`).join(' | ');
written.set(
  'examples.d.ts',
  `import type { Example } from '@everycontact/core/testing';\n\nexport declare const examples: Readonly<Record<${names}, readonly Example[]>>;\n`,
);
for (const name of files.folders('.').includes('policies') ? policies() : []) {
  const json = files.read(`policies/${name}.json`).trim();
  written.set(`policy.${name}.js`, `export const policy = ${json};\n`);
  written.set(
    `policy.${name}.d.ts`,
    `import type { Policy } from '@everycontact/core/prompting';\n\nexport declare const policy: Policy;\n`,
  );
}

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);
for (const [file, text] of written) writeFileSync(join(dist, file), text);

function policies() {
  return readdirSync(new URL('policies/', contentFolder)).flatMap((name) =>
    name.endsWith('.json') ? [name.slice(0, -'.json'.length)] : [],
  );
}
