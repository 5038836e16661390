import { mkdir, writeFile } from 'node:fs/promises';
import { licenceTexts, packagesInside } from '../../.config/release/components.mjs';

// npm run build: the files for a script tag hold the code of others, whose licences ask to go with it.

const folder = new URL('dist/licences/', import.meta.url);
await mkdir(folder, { recursive: true });
for (const [name, text] of licenceTexts(await packagesInside()))
  await writeFile(new URL(`${name.replace('@', '').replace('/', '-')}.txt`, folder), text);
