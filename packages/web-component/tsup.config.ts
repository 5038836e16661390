import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { defineConfig, type Options } from 'tsup';
import { library } from '../../.config/tsup.ts';

const { version } = createRequire(import.meta.url)('./package.json') as { version: string };

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
    define: { __VERSION__: JSON.stringify(version) },
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
    ],
  };
}

export default defineConfig([
  library({ entry: ['src/index.ts', 'src/define.ts'] }),
  scriptTag('england', 'en-GB'),
  scriptTag('denmark', 'da-DK'),
  scriptTag('denmark', 'en'),
]);
