import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { releaseFiles, version } from './release/files.mjs';
import { zipped } from './release/zipped.mjs';
import { buildOrStop, root } from './run.mjs';

// npm run release:zip: everything a closed network needs in one file, dist/everycontact-<version>.zip. The same commit gives
// the same bytes. The gallery goes in where it has been built (npm run gallery).

await buildOrStop();
const files = await releaseFiles();
const zip = zipped(`everycontact-${version}`, files);
mkdirSync(join(root, 'dist'), { recursive: true });
const path = join('dist', `everycontact-${version}.zip`);
writeFileSync(join(root, path), zip);
console.log(`${path}: ${files.size} files, ${(zip.length / 1e6).toFixed(1)} MB`);
