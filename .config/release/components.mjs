import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../run.mjs';

// What is inside the script files, found by looking and not by hand: the bundler says which packages it took code from.

const element = 'packages/web-component/src';

/** A script tag has its pack inside or beside it, already checked, and its parts beside it. */
const asInScriptTags = {
  name: 'as-in-script-tags',
  setup({ onResolve }) {
    const instead = (kind) => (one) => ({ path: join(one.resolveDir, one.path.replace(/\.js$/, `.${kind}.ts`)) });
    onResolve({ filter: /\/pack-source\.js$/ }, instead('built-in'));
    onResolve({ filter: /\/parts\.js$/ }, instead('beside'));
  },
};

/**
 * The packages whose code is in the script-tag files.
 *
 * @returns {Promise<readonly { name: string, version: string, license: string, folder: string }[]>} sorted by name
 */
export async function packagesInside() {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [`${element}/script-tag.ts`, `${element}/parts/*.ts`],
    outdir: 'unwritten',
    write: false,
    metafile: true,
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    conditions: ['production', 'browser'],
    plugins: [asInScriptTags],
    logLevel: 'error',
  });
  const taken = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.keys(inputs).filter((file) => inputs[file].bytesInOutput > 0),
  );
  // The packs come in by the build of the element and by no import.
  const folders = new Set(['packages/content', ...taken.map((file) => packageOf(file))]);
  return [...folders].map(described).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * `node_modules/@lit/reactive-element/x.js` is of `node_modules/@lit/reactive-element`, `packages/core/dist/x.js` of `packages/core`;
 * and what a linked `node_modules` leads to, as in the copy of `npm run damage`, is somewhere outside.
 */
function packageOf(file) {
  const [folder] = /^.*(node_modules\/(@[^/]+\/)?|packages\/)[^/]+/.exec(file);
  return folder;
}

function described(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  return { name, version, license, folder };
}

/** The texts of the licences of others, which ask to be handed on with the code: by package name. */
export function licenceTexts(packages) {
  return new Map(
    packages
      .filter(({ name }) => !name.startsWith('@everycontact/'))
      .map(({ name, folder }) => {
        const file = readdirSync(join(root, folder)).find((one) => /^licen[cs]e(\.\w+)?$/i.test(one));
        if (file) return [name, readFileSync(join(root, folder, file))];
        throw new Error(`${name} is inside the script files, but ${folder} has no licence text to hand on.`);
      }),
  );
}

/** The list in the words of CycloneDX 1.6, which scanners read. */
export function componentList(version, packages) {
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: { type: 'application', name: 'everycontact', version, licenses: [{ license: { id: 'MIT' } }] },
    },
    components: packages.map(({ name, version: own, license }) => ({
      type: 'library',
      name,
      version: own,
      purl: `pkg:npm/${name.replace('@', '%40')}@${own}`,
      licenses: [{ license: { id: license } }],
    })),
  };
}
