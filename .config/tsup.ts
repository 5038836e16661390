import { readFileSync } from 'node:fs';
import type { Options } from 'tsup';

/**
 * The library build every package shares: ES modules with declarations and source maps, straight into `dist`.
 *
 * Call it from a package's own `tsup.config.ts`; whatever is given wins over what stands here. The version comes from the
 * package.json of the package being built, because a plain `npx tsup` has no `npm_package_version`.
 */
export function library(options: Options): Options {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  return {
    format: ['esm'],
    target: 'es2022',
    sourcemap: true,
    clean: true,
    splitting: true,
    treeshake: false,
    silent: true,
    ...options,
    define: { __VERSION__: JSON.stringify(version), ...options.define },
    // tsup sets `baseUrl`, which TypeScript 6 calls deprecated.
    dts: options.dts ?? { compilerOptions: { ignoreDeprecations: '6.0' } },
  };
}
