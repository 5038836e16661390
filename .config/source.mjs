import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The packages are tested and shown from source, so nothing has to be rebuilt; only the packs are data that their own build makes. */
export const fromSource = [
  { find: /^@everycontact\/content$/, replacement: `${root}packages/content/dist/index.js` },
  { find: /^@everycontact\/content\/compose$/, replacement: `${root}packages/content/compose.mjs` },
  { find: /^@everycontact\/content\/([\w-]+)$/, replacement: `${root}packages/content/dist/$1.js` },
  { find: /^@everycontact\/(core|directory|fhir|web-component|react)$/, replacement: `${root}packages/$1/src/index` },
  {
    find: /^@everycontact\/(core|directory|fhir|web-component|react)\/([\w-]+)$/,
    replacement: `${root}packages/$1/src/$2`,
  },
];
