import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { exampleStories } from './generate/examples.mjs';
import { guidePages, partsType, searchable } from './generate/guides.mjs';
import { services, servicesType } from './generate/services.mjs';
import { views, viewsType, viewStories } from './generate/views.mjs';

// Writes `generated`: the stories of all named examples and views, the services they find, and the guides. Nothing in
// there is kept.

const folder = fileURLToPath(new URL('generated/', import.meta.url));
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const written = [...exampleStories(), ...viewStories()];
for (const { file, text } of written) writeFileSync(`${folder}${file}.stories.js`, text);
for (const { file, text } of guidePages()) writeFileSync(`${folder}${file}.mdx`, text);
writeFileSync(`${folder}views.js`, views);
writeFileSync(`${folder}views.d.ts`, viewsType);
writeFileSync(`${folder}parts.js`, searchable());
writeFileSync(`${folder}services.js`, services());
writeFileSync(`${folder}services.d.ts`, servicesType);
writeFileSync(`${folder}parts.d.ts`, partsType);
