import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, resolve } from 'node:path';
import { minimisePack, withoutProof } from '@everycontact/core/adapt';
import type { Pack } from '@everycontact/core';
import { transform, type Plugin } from 'esbuild';
import { defineConfig, type Options } from 'tsup';
import { library } from '../../.config/tsup.ts';
import { unusedViews } from './unused-views.ts';

const { version } = createRequire(import.meta.url)('./package.json') as { version: string };

/** Style sheets are text to a minifier, so they go through esbuild's own hands. */
const lean: Plugin = {
  name: 'lean-sheets',
  setup(build) {
    build.onLoad({ filter: /web-component\/src\/styles\/.*\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const sheet = /css`([^`]*)`/.exec(text)?.[1] ?? '';
      const { code } = await transform(sheet, { loader: 'css', minify: true, charset: 'utf8' });
      if (code.includes('\\'))
        throw new Error(`${path}: a backslash in a sheet would end the template; write the character itself`);
      return { contents: text.replace(sheet, () => code.trim()), loader: 'ts' };
    });
  },
};

/** What stands in the bare file where `everycontact build` puts a pack. */
const openPlace = '{ "everycontact-pack": 0 }';

/** A shipped pack: very brief advice alone, in all its languages or one, on all its behaviours or one. */
const packOf = (pack: Pack, locale?: string, behaviour?: string): Pack =>
  withoutProof(
    minimisePack(pack, {
      methods: ['vba', 'very-brief'],
      ...(locale !== undefined && { locales: [locale] }),
      ...(behaviour !== undefined && { behaviours: [behaviour] }),
    }),
  );

const esbuildOptions: NonNullable<Options['esbuildOptions']> = (options) => {
  options.charset = 'utf8';
  options.conditions = ['production', 'browser'];
  options.legalComments = 'none';
  // What tsup leaves of an import whose names it has inlined; nothing is lost with it.
  options.logOverride = { 'ignored-bare-import': 'silent' };
};

/** What is written in the place of `built-in-pack.ts`. */
const standsFor = (contents: string): Plugin => ({
  name: 'in-place-of-the-built-in-pack',
  setup(build) {
    build.onLoad({ filter: /built-in-pack\.ts$/ }, () => ({ contents }));
  },
});

/**
 * Nearly all of it runs until the first question: an engine that knows the hint (Chromium from 136) compiles it while it
 * still arrives, beside the main thread, instead of function by function on it.
 */
const compileAtOnce = '//# allFunctionsCalledOnLoad\n';

/** Old intranets are written in another encoding, and a page's is its scripts' where their server names none: this says UTF-8. */
const byteOrderMark: NonNullable<Options['plugins']>[number] = {
  name: 'byte-order-mark',
  renderChunk: (code) => ({ code: `\uFEFF${code}` }),
};

/**
 * One file for a script tag, with one pack in one language inside. The guard around it lets nothing run where the tag is
 * taken: a second Lit would throw under a policy for Trusted Types before anything of ours could look.
 */
export function scriptTag(name: string, packed?: Pack): Options {
  const taken = `[everycontact/tag-taken] <advice-prompt> is already registered in version "+(customElements.get("advice-prompt").version||"unknown")+"; version ${version} stays out. Load only one of them on a page.`;
  return {
    entry: { [name]: 'src/script-tag.ts' },
    format: ['iife'],
    outExtension: () => ({ js: '.js' }),
    platform: 'browser',
    target: 'es2022',
    minify: true,
    noExternal: [/.*/],
    banner: { js: `${compileAtOnce}if(!customElements.get("advice-prompt")){` },
    footer: { js: `}else console.warn("${taken}");` },
    esbuildOptions,
    plugins: [byteOrderMark],
    esbuildPlugins: [
      {
        name: 'packs-and-parts-beside',
        setup(build) {
          build.onResolve({ filter: /\/pack-source\.js$/ }, ({ path, resolveDir }) => ({
            path: resolve(resolveDir, path.replace(/\.js$/, packed ? '.built-in.ts' : '.beside.ts')),
          }));
          build.onResolve({ filter: /\/parts\.js$/ }, ({ path, resolveDir }) => ({
            path: resolve(resolveDir, path.replace(/\.js$/, '.beside.ts')),
          }));
        },
      },
      standsFor(`export const builtIn = ${packed ? JSON.stringify(packed) : openPlace};`),
      {
        name: 'only-what-the-pack-can-show',
        setup(build) {
          const unused = packed ? unusedViews(packed) : [];
          build.onLoad({ filter: new RegExp(`/(views|run)/(${unused.join('|') || '-'})\\.ts$`) }, ({ path }) => ({
            contents: `export const ${basename(path, '.ts')} = undefined;`,
          }));
        },
      },
      lean,
    ],
  };
}

/**
 * A part of a script tag: a file beside it, loaded by `import()` or by a tag of its own, which hands itself to the element
 * whichever comes first. Nothing of it is global.
 *
 * @param data what it hands over; without it, what `src/parts` has under its name
 */
export function partBeside(name: string, data?: unknown): Options {
  return {
    entry: { [`advice-prompt.${name}`]: data ? 'src/run/built-in-pack.ts' : `src/parts/${name}.ts` },
    format: ['iife'],
    globalName: 'part',
    outExtension: () => ({ js: '.js' }),
    platform: 'browser',
    target: 'es2022',
    minify: true,
    noExternal: [/.*/],
    banner: { js: '(()=>{' },
    footer: {
      js: `customElements.whenDefined("advice-prompt").then((E)=>E.bring?.("${name}","${version}",part${data ? '.data' : ''}))})();`,
    },
    esbuildOptions,
    plugins: [byteOrderMark],
    esbuildPlugins: data ? [standsFor(`export const data = ${JSON.stringify(data)};`)] : [],
  };
}

/**
 * What a shipped pack is for a script tag: with one of its languages inside, or beside the bare file, which loads it by the
 * attribute `place`, its words a language at a time.
 */
function scriptTagsOf([place, shippedPack]: readonly [string, Pack]): readonly Options[] {
  const pack = packOf(shippedPack);
  return [
    partBeside(`pack.${place}`, { ...pack, texts: {} }),
    ...pack.locales.flatMap((locale) => [
      partBeside(`words.${place}.${locale}`, pack.texts[locale]),
      scriptTag(`advice-prompt.${place}.${locale}`, packOf(shippedPack, locale)),
    ]),
  ];
}

const modules = ['src/index.ts', 'src/define.ts', 'src/testing.ts'];
const parts = ['directory', 'prompting', 'services', 'take-away'];

export default defineConfig(async () => {
  // Every pack that ships: another place is another folder of the content, and nothing here.
  const packs = await import('@everycontact/content');
  return [
    // All of these write into one dist at once, so none may empty it; the script "build" does that first.
    library({
      entry: modules,
      clean: false,
      esbuildPlugins: [lean],
      dts: { entry: [...modules, 'src/host.ts'], compilerOptions: { ignoreDeprecations: '6.0' } },
    }),
    // One file without anything beside it, so that a page without a bundler can take it in as well.
    library({ entry: ['src/host.ts'], clean: false, noExternal: [/.*/], dts: false }),
    scriptTag('advice-prompt'),
    ...parts.map((name) => partBeside(name)),
    ...Object.entries(packs).flatMap(scriptTagsOf),
    // The least that a page loads: what `.config/sizes.json` measures.
    scriptTag('advice-prompt.england.en-GB.smoking', packOf(packs.england, 'en-GB', 'smoking')),
  ];
});
