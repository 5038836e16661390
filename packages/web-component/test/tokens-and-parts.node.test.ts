import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

// What a page may style is told where the manifest takes it from: the comment of the element.

const source = fileURLToPath(new URL('../src/', import.meta.url));
const read = (folder: string) =>
  readdirSync(source + folder)
    .filter((file) => file.endsWith('.ts') && !file.includes('.test.'))
    .map((file) => readFileSync(source + folder + file, 'utf8'))
    .join('\n');
const element = readFileSync(`${source}prompt.ts`, 'utf8');
const told = (tag: string) => [...element.matchAll(new RegExp(`@${tag} ([\\w-]+) - `, 'g'))].map(([, name]) => name);
const found = (text: string, pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, name]) => name))];

test('tells of every token that the sheets read, and of no other', () => {
  expect(told('cssprop').sort()).toEqual(found(read('styles/'), /var\((--advice-[\w-]+)/g).sort());
});

test('sets in a preset nothing but tokens that are told of', () => {
  const presets = JSON.parse(readFileSync(`${source}../presets.json`, 'utf8')) as Record<string, object>;
  const set = Object.values(presets).flatMap((tokens) => Object.keys(tokens));
  expect(set.filter((name) => name !== 'color-scheme' && !told('cssprop').includes(name))).toEqual([]);
});

test('tells of every part that the views have, and of no other', () => {
  const parts = found(read('views/'), /part="([\w-]+)"/g);
  const made = ['option', 'mark', 'button'];
  expect(told('csspart').sort()).toEqual([...new Set([...parts, ...made])].sort());
});
