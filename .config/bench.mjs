import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildOrStop, root, run } from './run.mjs';

// npm run bench [-- WORD]: every `bench/*.bench.mjs` of a package or app, or those whose path holds WORD, one after another.

const [word = ''] = process.argv.slice(2);
const benchmarks = ['packages', 'apps']
  .flatMap((kind) => readdirSync(join(root, kind)).map((name) => join(kind, name, 'bench')))
  .filter((folder) => existsSync(join(root, folder)))
  .flatMap((folder) => readdirSync(join(root, folder)).map((file) => join(folder, file)))
  .filter((file) => file.endsWith('.bench.mjs') && file.includes(word))
  .sort();

if (benchmarks.length === 0) {
  console.log('no benchmarks yet');
} else {
  await buildOrStop();
  for (const file of benchmarks) {
    console.log(`\n${file}`);
    const { status } = await run(process.execPath, [join(root, file)]);
    if (status !== 0) process.exitCode = 1;
  }
}
