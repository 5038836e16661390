import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createEs2015LinkerPlugin } from '@angular/compiler-cli/linker/babel';
import { NodeJSFileSystem, ConsoleLogger, LogLevel } from '@angular/compiler-cli';
import { transformAsync } from '@babel/core';

// What `ng build` does, in its three steps: the templates are compiled, Angular's own packages are linked, all is bundled.

/** Compiles the TypeScript and the templates of a project; a mistake in a template fails here. */
export async function compileAngular(project) {
  const ngc = fileURLToPath(
    new URL('bundles/src/bin/ngc.js', import.meta.resolve('@angular/compiler-cli/package.json')),
  );
  await promisify(execFile)(process.execPath, [ngc, '-p', project]);
}

/** For esbuild: Angular's packages come half compiled, and the linker finishes them, so that no compiler goes into the page. */
export const angularLinker = {
  name: 'angular-linker',
  setup({ onLoad }) {
    const linker = createEs2015LinkerPlugin({
      fileSystem: new NodeJSFileSystem(),
      logger: new ConsoleLogger(LogLevel.warn),
      linkerJitMode: false,
    });
    onLoad({ filter: /@angular\/.*\.mjs$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      if (!source.includes('ɵɵngDeclare')) return { contents: source, loader: 'js' };
      const { code } = await transformAsync(source, {
        filename: path,
        plugins: [linker],
        configFile: false,
        babelrc: false,
        compact: false,
      });
      return { contents: code, loader: 'js' };
    });
  },
};
