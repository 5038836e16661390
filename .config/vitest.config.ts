import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { playwrightWithFrames } from './browser-provider.js';
import { chromiumLaunch, firefoxLaunch } from './browsers.mjs';
import { fromSource } from './source.mjs';

// One project for each way of running a test. `npm test` finds the browsers, builds, and runs two projects at a time;
// `npm test -- --project node condition` runs some of them. The paths of the browsers come through the
// environment (EVERYCONTACT_CHROMIUM, EVERYCONTACT_FIREFOX), so a project started by hand needs them set.

const root = fileURLToPath(new URL('..', import.meta.url));

const react18 = [
  { find: /^(react|react-dom)$/, replacement: `${root}.config/react-18/node_modules/$1` },
  { find: /^(react|react-dom)\/([\w.-]+)$/, replacement: `${root}.config/react-18/node_modules/$1/$2` },
];

const inBrowsers = ['packages/*/{src,test}/**/*.browser.test.{ts,tsx}'];
const define = { __VERSION__: '"0.1.0"' };

interface Browser {
  readonly name: string;
  readonly include: readonly string[];
  readonly browser: 'chromium' | 'firefox';
  readonly launchOptions: object;
  readonly alias?: typeof fromSource;
}

const browserProject = ({ name, include, browser, launchOptions, alias = [] }: Browser) => ({
  root,
  cacheDir: `${root}node_modules/.cache/everycontact/vite-${name}`,
  define: { ...define },
  resolve: { alias: [...fromSource, ...alias] },
  server: { fs: { strict: false } },
  // Listed so that Vite does not find them midway and reload the page under a running test.
  optimizeDeps: {
    include: [
      'axe-core',
      'fast-check',
      'lit',
      'lit/directives/*.js',
      'react',
      'react/jsx-runtime',
      'react/jsx-dev-runtime',
      'react-dom',
      'react-dom/client',
      '@lit/react',
      '@mantine/core',
      'zod/mini',
      'jsqr',
      'uqr',
    ],
  },
  test: {
    // Named by its one instance: vitest makes a project of each.
    include: [...include],
    testTimeout: 20_000,
    // On a busy machine it is more than a second until a browser has read a part that is loaded when it is needed.
    expect: { poll: { timeout: 10_000 } },
    browser: {
      enabled: true,
      headless: true,
      // The same page with and without CI: its own interface loses the frame of a test after real keys in Firefox.
      ui: false,
      screenshotFailures: false,
      provider: playwrightWithFrames({ launchOptions }),
      instances: [{ browser, name }],
    },
  },
});

export default defineConfig({
  root,
  define: { ...define },
  test: {
    onConsoleLog: (text: string) => !text.includes('Lit is in dev mode'),
    coverage: { provider: 'v8', include: ['packages/*/src/**/*.{ts,tsx}'], reportsDirectory: `${root}coverage` },
    projects: [
      {
        root,
        define: { ...define },
        resolve: { alias: fromSource },
        test: {
          name: 'node',
          environment: 'node',
          // Reading the sources and packs anew for each file would take as long as the tests: what one file leaves, the next
          // one finds, and a file leaves nothing.
          isolate: false,
          testTimeout: 20_000,
          include: [
            'packages/*/src/**/*.test.{ts,tsx}',
            'packages/*/test/**/*.node.test.{ts,tsx}',
            'apps/hub/src/**/*.test.ts',
            '.config/**/*.test.ts',
            'apps/storybook/generate/*.test.ts',
          ],
          exclude: ['**/*.browser.test.*', '**/node_modules/**', '**/dist/**'],
        },
      },
      browserProject({ name: 'chromium', include: inBrowsers, browser: 'chromium', launchOptions: chromiumLaunch() }),
      browserProject({ name: 'firefox', include: inBrowsers, browser: 'firefox', launchOptions: firefoxLaunch() }),
      browserProject({
        name: 'react-18',
        include: ['packages/react/{src,test}/**/*.browser.test.{ts,tsx}'],
        browser: 'chromium',
        launchOptions: chromiumLaunch(),
        alias: react18,
      }),
      {
        root,
        test: {
          name: 'e2e',
          environment: 'node',
          isolate: false,
          include: ['apps/*/e2e/**/*.e2e.test.ts'],
          // Pages wait more than they work: two at a time take little more than half the time.
          maxWorkers: 2,
          expect: { poll: { timeout: 10_000 } },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      ...['chromium', 'firefox', 'webkit'].map((engine) => ({
        root,
        test: {
          name: `journeys-${engine}`,
          environment: 'node' as const,
          include: [`apps/demo/e2e/journeys/${engine}.journey.test.ts`],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      })),
    ],
  },
});
