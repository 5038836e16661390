import { mkdir, readFile, writeFile } from 'node:fs/promises';

// npm run build: lays each preset beside the element as a sheet that a page may link instead of naming it in an attribute.

const presets = JSON.parse(await readFile(new URL('presets.json', import.meta.url), 'utf8'));
const folder = new URL('dist/presets/', import.meta.url);
await mkdir(folder, { recursive: true });
for (const [name, tokens] of Object.entries(presets)) {
  const lines = Object.entries(tokens).map(([token, value]) => `  ${token}: ${value};\n`);
  await writeFile(new URL(`${name}.css`, folder), `advice-prompt {\n${lines.join('')}}\n`);
}
