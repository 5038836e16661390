import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { exampleStories } from './generate/examples.mjs';
import { services, servicesType } from './generate/services.mjs';
import { viewStories } from './generate/views.mjs';

// Writes `generated`: the stories of all named examples and views, and the services they find. Nothing in there is kept.

const folder = fileURLToPath(new URL('generated/', import.meta.url));
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const written = [...exampleStories(), ...(await viewStories())];
for (const { file, text } of written) writeFileSync(`${folder}${file}.stories.js`, text);
writeFileSync(`${folder}services.js`, services());
writeFileSync(`${folder}services.d.ts`, servicesType);
