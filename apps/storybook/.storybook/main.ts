import { fileURLToPath } from 'node:url';
import type { StorybookConfig } from '@storybook/web-components-vite';
import { mergeConfig } from 'vite';
import { fromSource } from '../../../.config/source.mjs';

const config: StorybookConfig = {
  stories: ['../src/*.mdx', '../generated/**/*.mdx', '../generated/**/*.stories.js', '../src/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  framework: '@storybook/web-components-vite',
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (vite) =>
    mergeConfig(vite, {
      root: fileURLToPath(new URL('..', import.meta.url)),
      define: { __VERSION__: '"0.1.0"' },
      resolve: { alias: fromSource },
      build: { chunkSizeWarningLimit: 4000 },
    }),
};

export default config;
