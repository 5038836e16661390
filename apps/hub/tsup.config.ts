import { defineConfig } from 'tsup';
import { library } from '../../.config/tsup.ts';

export default defineConfig(library({ entry: ['src/main.ts', 'src/server.ts'], platform: 'node' }));
