import { defineConfig } from 'tsup';
import { library } from '../../.config/tsup.ts';

export default defineConfig(
  library({ entry: ['src/index.ts', 'src/place.ts', 'src/remote.ts', 'src/services-file.ts', 'src/reading.ts'] }),
);
