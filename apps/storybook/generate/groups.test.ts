import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { exampleStories } from './examples.mjs';
import { guidePages } from './guides.mjs';
import { viewStories } from './views.mjs';

// The gallery opens at the first page of its side bar.

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const written = readdirSync(new URL('../src/', import.meta.url))
  .filter((file) => /\.(stories\.ts|mdx)$/.test(file))
  .map((file) => read(`../src/${file}`));
const generated = [...exampleStories(), ...viewStories(), ...guidePages()].map(({ text }) => text);
const titles = [...written, ...generated].map(
  (text) => /(?:^ {2}|<Meta |export default \{ )title[:=] ?['"]([^'"]+)/m.exec(text)?.[1],
);

it('has every page in a group, since whatever is in none comes before where to begin', () => {
  expect(titles).toEqual(expect.arrayContaining(['Start/Where to begin', 'Try it/Element', 'Views/Element']));
  expect(titles.filter((title) => !title?.includes('/'))).toEqual([]);
});

it('begins with where to begin', () => {
  expect(read('../.storybook/preview.ts')).toMatch(/order: \[\s*'Start',\s*\['Where to begin'/);
});
