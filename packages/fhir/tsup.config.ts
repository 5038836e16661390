import { defineConfig } from 'tsup';
import { library } from '../../.config/tsup.ts';

export default defineConfig(
  library({ entry: ['src/index.ts', 'src/cds-hooks.ts', 'src/record.ts', 'src/testing.ts'] }),
);
