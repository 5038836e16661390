import { copyFile, mkdir } from 'node:fs/promises';
import { defineConfig } from 'tsup';
import { library } from '../../.config/tsup.ts';

export default defineConfig(
  library({
    entry: ['src/index.ts', 'src/headless.ts', 'src/agenda.ts', 'src/jsx.ts'],
    // Inside, as a browser has it: what it is in Node hands nothing over, also where a host's tests bring a DOM.
    noExternal: ['@lit/react'],
    esbuildOptions(options) {
      options.conditions = ['browser'];
    },
    // Its licence asks to go with it.
    async onSuccess() {
      await mkdir('dist/licences', { recursive: true });
      await copyFile('../../node_modules/@lit/react/LICENSE', 'dist/licences/lit-react.txt');
    },
  }),
);
