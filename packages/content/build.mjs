import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Puts the JSON that people write together into packs, one file each. A folder under packs/ is a pack and a folder
// under its behaviours/ is a behaviour: the folder is the registration.

const root = fileURLToPath(new URL('.', import.meta.url));
const dist = join(root, 'dist');

const read = (...path) => {
  const file = join(root, ...path);
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${join(...path)}: ${error.message}`, { cause: error });
  }
};
const has = (...path) => existsSync(join(root, ...path));
const folders = (...path) =>
  readdirSync(join(root, ...path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
const merge = (parts) => Object.assign({}, ...parts);

/** One pack, whole. Parts that a pack has no file for are empty. */
export function composePack(id) {
  const at = (...path) => ['packs', id, ...path];
  const optional = (empty, ...path) => (has(...at(...path)) ? read(...at(...path)) : empty);
  const { place, locales, audiences, variants, context, helpAtHand, needs, ...rest } = read(...at('pack.json'));
  const behaviours = folders(...at('behaviours')).map((name) => ({
    name,
    ...read(...at('behaviours', name, 'script.json')),
  }));
  const each = (empty, file) => behaviours.map(({ name }) => optional(empty, 'behaviours', name, file));
  return {
    schema: 'everycontact/pack@1',
    ...rest,
    place,
    locales,
    audiences,
    variants,
    context,
    behaviours: merge(behaviours.map(({ name, behaviour }) => ({ [name]: behaviour }))),
    scripts: merge(behaviours.flatMap(({ name, scripts }) => scriptsOf(name, scripts))),
    instruments: optional({}, 'instruments.json'),
    measures: optional([], 'measures.json'),
    flags: read(...at('red-flags.json')),
    urgentHelp: read(...at('urgent-help.json')),
    helpAtHand,
    needs,
    signposting: each([], 'signposting.json').flat(),
    sources: merge([optional({}, 'sources.json'), ...each({}, 'sources.json')]),
    texts: merge(locales.map((locale) => ({ [locale]: textsOf(at(), behaviours, locale) }))),
  };
}

/** `vba` in the folder `smoking` is the script `smoking.vba`. */
const scriptsOf = (behaviour, scripts) =>
  Object.entries(scripts).map(([method, script]) => ({ [`${behaviour}.${method}`]: { behaviour, ...script } }));

function textsOf(folder, behaviours, locale) {
  const language = locale.split('-')[0];
  const files = [
    ['interface', has('interface', `${locale}.json`) ? `${locale}.json` : `${language}.json`],
    [...folder, `text.${locale}.json`],
    ...behaviours.map(({ name }) => [...folder, 'behaviours', name, `text.${locale}.json`]),
  ];
  const texts = {};
  for (const file of files) {
    const { standing, texts: written } = read(...file);
    for (const [key, text] of Object.entries(written)) {
      if (key in texts)
        throw new Error(`${join(...file)}: "${key}" is written twice; give one of the two another name.`);
      texts[key] = { ...(typeof text === 'string' ? { words: text } : text), ...standing };
    }
  }
  return texts;
}

/** Keys in order, no spaces: the same content gives the same text, however it was written. */
export const canonical = (value) =>
  Array.isArray(value)
    ? `[${value.map(canonical).join(',')}]`
    : value !== null && typeof value === 'object'
      ? `{${Object.keys(value)
          .sort()
          .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
          .join(',')}}`
      : JSON.stringify(value);

export const withDigest = (pack) => ({
  ...pack,
  digest: `sha256-${createHash('sha256').update(canonical(pack)).digest('hex')}`,
});

const onlyIn = (pack, locale) => ({ ...pack, locales: [locale], texts: { [locale]: pack.texts[locale] } });

function writePack(file, name, pack) {
  const json = JSON.stringify(withDigest(pack));
  writeFileSync(join(dist, `${file}.json`), `${json}\n`);
  writeFileSync(join(dist, `${file}.js`), `export const ${name} = ${json};\n`);
  writeFileSync(
    join(dist, `${file}.d.ts`),
    `import type { Pack } from '@everycontact/core';\n\nexport declare const ${name}: Pack;\n`,
  );
}

/** The walks shared by all packs of a behaviour, then those of one pack alone. */
const examplesOf = (id) =>
  folders('packs', id, 'behaviours').flatMap((behaviour) =>
    [
      ['examples', `${behaviour}.json`],
      ['packs', id, 'behaviours', behaviour, 'examples.json'],
    ].flatMap((file) => (has(...file) ? read(...file) : [])),
  );

function build() {
  const names = folders('packs');
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist);
  for (const name of names) {
    const pack = composePack(name);
    writePack(name, name, pack);
    for (const locale of pack.locales) writePack(`${name}.${locale}`, name, onlyIn(pack, locale));
  }
  const index = names.map((name) => `export * from './${name}.js';\n`).join('');
  writeFileSync(join(dist, 'index.js'), index);
  writeFileSync(join(dist, 'index.d.ts'), index);
  const examples = Object.fromEntries(names.map((name) => [name, examplesOf(name)]));
  writeFileSync(join(dist, 'examples.js'), `export const examples = ${JSON.stringify(examples)};\n`);
  const packs = names.map((name) => `'${name}'`).join(' | ');
  writeFileSync(
    join(dist, 'examples.d.ts'),
    `import type { Example } from '@everycontact/core/testing';\n\nexport declare const examples: Readonly<Record<${packs}, readonly Example[]>>;\n`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) build();
