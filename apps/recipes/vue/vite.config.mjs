import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [
    // Without this Vue takes the tag for a component of its own that it cannot find.
    vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === 'advice-prompt' } } }),
  ],
});
