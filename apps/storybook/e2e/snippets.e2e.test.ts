import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { problemWith } from './commands.js';
import { problemsIn } from './programs.js';
import { root, snippets, written } from './snippets.js';

// Whatever a reader may copy from a page is tried here, each kind of block in its own way; HTML in `pages.e2e.test.ts`.

it('finds blocks on the pages, each in a language that is tried', () => {
  const tried = ['ts', 'tsx', 'js', 'json', 'sh', 'css', 'html', 'http'];
  const shownOnly = ['', 'text'];
  expect(snippets.length).toBeGreaterThan(40);
  expect(snippets.filter(({ language }) => ![...tried, ...shownOnly].includes(language))).toEqual([]);
  const disguised = snippets.filter(({ language, text }) => language === '' && /^(npm|npx|import|<)/m.test(text));
  expect(disguised.map(({ at }) => at)).toEqual([]);
});

it('has no program that does not fit our types', () => {
  expect([...problemsIn(written('ts', 'tsx', 'js'))]).toEqual([]);
});

it.each(written('json'))('$at is JSON', ({ text }) => {
  // A part of a file is shown as it stands there.
  const whole = /^\s*"/.test(text) ? `{${text}}` : text;
  expect(JSON.parse(whole)).toBeDefined();
});

it.each(written('sh'))('$at has commands that there are, with their options', ({ text }) => {
  expect(
    text
      .split('\n')
      .flatMap((line) => line.split(' && '))
      .flatMap((line) => problemWith(line) ?? []),
  ).toEqual([]);
});

it.each(written('css'))('$at styles what the element offers', ({ text }) => {
  const manifest = readFileSync(`${root}packages/web-component/custom-elements.json`, 'utf8');
  const named = [...text.matchAll(/(--advice-[\w-]+)|::part\(([\w-]+)\)/g)].map(
    ([, property, part]) => property ?? part,
  );
  expect(named.filter((name) => !manifest.includes(`"name": "${name ?? ''}"`))).toEqual([]);
});

it('tells every event of the element on the page about what leaves', () => {
  const page = readFileSync(`${root}docs/what-leaves-the-page.md`, 'utf8');
  const manifest = JSON.parse(readFileSync(`${root}packages/web-component/custom-elements.json`, 'utf8')) as {
    readonly modules: readonly {
      readonly declarations?: readonly { readonly events?: readonly { readonly name: string }[] }[];
    }[];
  };
  const events = manifest.modules.flatMap(({ declarations = [] }) =>
    declarations.flatMap(({ events: told = [] }) => told),
  );
  const names = [...new Set(events.map(({ name }) => name))].filter((name) => name.startsWith('advice-'));
  expect([...page.matchAll(/^\| `(advice-[\w-]+)` \|/gm)].map(([, name]) => name).sort()).toEqual(names.sort());
});
