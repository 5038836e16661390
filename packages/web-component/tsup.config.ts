import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, resolve } from 'node:path';
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

/**
 * One file for a script tag, with one pack in one language inside. The guard around it lets nothing run where the tag is
 * taken: a second Lit would throw under a policy for Trusted Types before anything of ours could look.
 */
function scriptTag(place: string, locale: string): Options {
  const taken = `[everycontact/tag-taken] <advice-prompt> is already registered in version "+(customElements.get("advice-prompt").version||"unknown")+"; version ${version} stays out. Load only one of them on a page.`;
  return {
    entry: { [`advice-prompt.${place}.${locale}`]: 'src/script-tag.ts' },
    format: ['iife'],
    outExtension: () => ({ js: '.js' }),
    platform: 'browser',
    target: 'es2022',
    minify: true,
    noExternal: [/.*/],
    banner: { js: 'if(!customElements.get("advice-prompt")){' },
    footer: { js: `}else console.warn("${taken}");` },
    esbuildOptions(options) {
      options.charset = 'utf8';
      options.conditions = ['production', 'browser'];
      options.legalComments = 'none';
    },
    esbuildPlugins: [
      {
        name: 'built-in-pack',
        setup(build) {
          build.onResolve({ filter: /\/pack-source\.js$/ }, ({ path, resolveDir }) => ({
            path: resolve(resolveDir, path.replace(/\.js$/, '.built-in.ts')),
          }));
          build.onLoad({ filter: /built-in-pack\.ts$/ }, ({ path }) => ({
            contents: `export { ${place} as builtIn } from '@everycontact/content/${place}/${locale}';`,
            resolveDir: dirname(path),
          }));
        },
      },
      {
        name: 'only-what-the-pack-can-show',
        async setup(build) {
          const packs = (await import(`@everycontact/content/${place}`)) as Record<string, Pack>;
          const unused = unusedViews(packs[place] ?? { scripts: {} });
          build.onLoad({ filter: new RegExp(`views/(${unused.join('|') || '-'})\\.ts$`) }, ({ path }) => ({
            contents: `export const ${basename(path, '.ts')} = undefined;`,
          }));
        },
      },
      lean,
    ],
  };
}

export default defineConfig([
  library({ entry: ['src/index.ts', 'src/define.ts'], esbuildPlugins: [lean] }),
  scriptTag('england', 'en-GB'),
  scriptTag('denmark', 'da-DK'),
  scriptTag('denmark', 'en'),
]);
