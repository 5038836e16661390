import { fileURLToPath } from 'node:url';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import '../apps/storybook/generate.mjs';
import { chromiumLaunch } from './browsers.mjs';

// The stories as tests: each one tagged `test` is drawn, walked by its play function, and looked through by axe. A file of its own,
// because it writes the stories and loads Storybook to read them.

const folder = fileURLToPath(new URL('../apps/storybook/', import.meta.url));

export default defineConfig({
  root: folder,
  plugins: [storybookTest({ configDir: `${folder}.storybook` })],
  server: { fs: { strict: false } },
  // Listed so that Vite does not find them midway and reload the page under a running test.
  optimizeDeps: {
    include: [
      '@storybook/addon-a11y/preview',
      '@storybook/web-components-vite',
      '@mantine/core',
      'axe-core',
      'lit',
      'lit/directives/*.js',
      'react',
      'react/jsx-runtime',
      'react/jsx-dev-runtime',
      'react-dom',
      'react-dom/client',
      '@lit/react',
      'zod/mini',
    ],
  },
  test: {
    testTimeout: 60_000,
    // One page for all files: a story leaves nothing behind, and a page of its own for each would take most of the time.
    isolate: false,
    onConsoleLog: (text: string) => !text.includes('Lit is in dev mode'),
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions: chromiumLaunch() }),
      instances: [{ browser: 'chromium', name: 'stories' }],
    },
  },
});
