import { mkdir, readFile, writeFile } from 'node:fs/promises';
import * as packsByPlace from '@everycontact/content';
import { cssData, htmlData, webTypes } from './editor-data.mjs';

// npm run manifest: of what the analyzer has found keeps what a page may use, and tells editors of it.

const file = new URL('custom-elements.json', import.meta.url);
const { schemaVersion, modules } = JSON.parse(await readFile(file, 'utf8'));
const { name, version } = JSON.parse(await readFile(new URL('package.json', import.meta.url), 'utf8'));

const packs = Object.values(packsByPlace);
const inPacks = (read) => [...new Set(packs.flatMap(read))];

/** What can be written into attributes that a pack decides. */
const values = {
  place: inPacks(({ id }) => id),
  behaviour: inPacks((pack) => Object.keys(pack.behaviours)),
  method: inPacks((pack) => Object.values(pack.scripts).map(({ method }) => method)),
  locale: inPacks((pack) => pack.locales),
  audience: inPacks((pack) => pack.audiences),
  variant: inPacks((pack) => pack.variants),
  setting: inPacks((pack) => pack.context['context.setting'].values),
  'worker-role': inPacks((pack) => pack.context['context.role'].values),
};
const closed = ['audience', 'setting'];

const found = modules.flatMap(({ declarations = [] }) => declarations).find(({ tagName }) => tagName !== undefined);
const element = {
  ...found,
  superclass: { name: 'LitElement', package: 'lit' },
  attributes: found.attributes.map(asPublished),
  members: found.members
    .filter(({ name: of, privacy }) => !of.startsWith('#') && privacy !== 'protected')
    .map(asPublished),
};

/** Nothing of our own files, which are not in the package; and what packs decide by what is in them, not by the name of a type. */
function asPublished({ inheritedFrom: _, ...told }) {
  const inPack = values[told.attribute ?? told.name];
  if (!inPack) return told;
  // What a pack of one's own may have besides is not closed.
  const rest = closed.includes(told.name) ? [] : ['string', 'undefined'];
  return { ...told, type: { text: [...inPack.map((value) => `'${value}'`), ...rest].join(' | ') } };
}

const declaration = { name: element.name, module: 'dist/index.js' };
const published = {
  schemaVersion,
  readme: 'README.md',
  modules: [
    {
      kind: 'javascript-module',
      path: 'dist/index.js',
      declarations: [element],
      exports: [{ kind: 'js', name: element.name, declaration }],
    },
    {
      kind: 'javascript-module',
      path: 'dist/define.js',
      declarations: [],
      exports: [{ kind: 'custom-element-definition', name: element.tagName, declaration }],
    },
  ],
};

const folder = new URL('dist/editor/', import.meta.url);
await mkdir(folder, { recursive: true });
const write = (at, data) => writeFile(at, `${JSON.stringify(data, null, 2)}\n`);
await write(file, published);
await write(new URL('html-data.json', folder), htmlData(element));
await write(new URL('css-data.json', folder), cssData(element));
await write(new URL('web-types.json', folder), webTypes(element, { name, version }));
