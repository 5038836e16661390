import { defineConfig } from 'tsup';
import { library } from '../../.config/tsup.ts';

export default defineConfig([
  // Both write into one dist at once, so neither may empty it; the script "build" does that first.
  library({ entry: ['src/main.ts', 'src/server.ts'], platform: 'node', clean: false }),
  // The pages, each with all that it loads.
  library({
    entry: { launch: 'pages/launch.ts', app: 'pages/app.ts', embedded: 'pages/embedded.ts' },
    outDir: 'dist/pages',
    publicDir: 'pages/static',
    platform: 'browser',
    noExternal: [/.*/],
    minify: true,
    sourcemap: false,
    clean: false,
    dts: false,
    esbuildOptions: (options) => {
      options.charset = 'utf8';
      options.conditions = ['production', 'browser'];
      options.legalComments = 'none';
    },
  }),
]);
