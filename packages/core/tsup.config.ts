import { defineConfig } from 'tsup';
import { library } from '../../.config/tsup.ts';

export default defineConfig(
  library({
    entry: [
      'src/index.ts',
      'src/pack.ts',
      'src/parse.ts',
      'src/adapt.ts',
      'src/testing.ts',
      'src/verify.ts',
      'src/prompting.ts',
      'src/host-context.ts',
      'src/agenda.ts',
      'src/directory.ts',
      'src/record.ts',
      'src/take-away.ts',
    ],
    tsconfig: 'tsconfig.src.json',
  }),
);
