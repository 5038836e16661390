import { expect, test } from 'vitest';
import presets from '../presets.json';

// What a page may style is told where the manifest takes it from: the comment of the element.

declare global {
  interface ImportMeta {
    /** Vite's: the texts of files, by path. */
    glob(pattern: string, options: { query: '?raw'; import: 'default'; eager: true }): Record<string, string>;
  }
}
const views = import.meta.glob('../src/views/*.ts', { query: '?raw', import: 'default', eager: true });
const styles = import.meta.glob('../src/styles/*.ts', { query: '?raw', import: 'default', eager: true });
const [element = ''] = Object.values(
  import.meta.glob('../src/prompt.ts', { query: '?raw', import: 'default', eager: true }),
);

const names = (text: string, pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, name]) => name))];
const told = (tag: string) => names(element, new RegExp(`@${tag} ([\\w-]+) - `, 'g'));
const sources = (files: Record<string, string>) =>
  Object.entries(files)
    .filter(([path]) => !path.includes('.test.'))
    .map(([, text]) => text)
    .join('\n');

test('tells of every token that the sheets read, and of no other', () => {
  expect(told('cssprop').sort()).toEqual(names(sources(styles), /var\((--advice-[\w-]+)/g).sort());
});

test('sets in a preset nothing but tokens that are told of', () => {
  const set = Object.values<object>(presets).flatMap((tokens) => Object.keys(tokens));
  expect(set.filter((name) => name !== 'color-scheme' && !told('cssprop').includes(name))).toEqual([]);
});

test('tells of every part that the views have, and of no other', () => {
  const parts = names(sources(views), /part="([\w-]+)"/g);
  const made = ['observe', 'option', 'mark', 'button', 'take-away', 'turn'];
  expect(told('csspart').sort()).toEqual([...new Set([...parts, ...made])].sort());
});
