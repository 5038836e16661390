import { defineConfig } from 'tsup';
import { library } from '../../.config/tsup.ts';

export default defineConfig(library({ entry: ['src/index.ts', 'src/headless.ts', 'src/agenda.ts', 'src/jsx.ts'] }));
