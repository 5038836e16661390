import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const read = (file: string) => readFileSync(root + file, 'utf8');
const sources = (folder: string): string[] =>
  readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !/\.test\.|node_modules|dist/.test(file))
    .map((file) => read(`${folder}/${file}`));

describe('the pages of the documentation', () => {
  const pages = readdirSync(`${root}docs`, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.md'),
  );
  const named = pages.flatMap((page) =>
    [...read(`docs/${page}`).matchAll(/`((?:packages|apps|\.config)\/[\w./-]+)`/g)].map((hit) => `${page}: ${hit[1]}`),
  );

  it('name files, and each of them is there', () => {
    expect(named.filter((one) => one.startsWith('architecture.md: ')).length).toBeGreaterThan(15);
    expect(named.filter((one) => !existsSync(root + one.slice(one.indexOf(': ') + 2)))).toEqual([]);
  });

  it('name them from the root in the decisions too', () => {
    const decisions = pages.filter((page) => page.startsWith('decisions')).map((page) => read(`docs/${page}`));
    const cut = decisions.flatMap((text) => text.match(/`(?!packages|apps|\.config)[\w-]+\/[\w./-]+\.ts`/g) ?? []);
    expect(cut).toEqual([]);
  });
});

describe('docs/errors.md', () => {
  const documented = [...read('docs/errors.md').matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map((hit) => hit[1]);
  const code = readdirSync(`${root}packages`)
    .filter((name) => existsSync(`${root}packages/${name}/src`))
    .flatMap((name) => sources(`packages/${name}/src`));

  it('has an entry for every code that is thrown', () => {
    const thrown = code.flatMap((text) =>
      [...text.matchAll(/(?:new EveryContactError\(|refuse\(|fail(?:ed|ure)?\()\s*'([a-z-]+)'/g)].map((hit) => hit[1]),
    );
    expect([...new Set(thrown)].filter((one) => !documented.includes(one))).toEqual([]);
    expect(thrown.length).toBeGreaterThan(8);
  });

  it('has an entry for every code that is written out in a message, of the apps too', () => {
    const written = [...code, ...sources('apps/demo'), ...sources('apps/hub')].flatMap((text) =>
      [...text.matchAll(/\[everycontact\/([a-z]+(?:-[a-z]+)+)\]/g)].map((hit) => hit[1]),
    );
    expect([...new Set(written)].filter((one) => !documented.includes(one))).toEqual([]);
    expect(written).toContain('tag-taken');
  });
});

it('sends nobody to a page that is not there, or to a heading that it does not have', () => {
  const named = [...sources('packages'), ...sources('apps')].flatMap((text) =>
    [...text.matchAll(/(?:See "([^"]+)" in )?\b((?:docs|apps|packages)\/[\w/-]+\.md)\b/g)].map(
      ([, heading = '', page = '']) => ({ page, heading }),
    ),
  );
  const isThere = ({ page, heading }: (typeof named)[number]) =>
    existsSync(root + page) && (!heading || read(page).includes(`\n## ${heading}\n`));
  expect(named.filter((one) => !isThere(one))).toEqual([]);
  expect(named.filter(({ heading }) => heading)).not.toEqual([]);
});

it('says in the README of each package where links out of it lead: a registry shows it alone', () => {
  const readmes = readdirSync(`${root}packages`).map((name) => read(`packages/${name}/README.md`));
  const leading = readmes.filter((text) => text.includes('](../'));
  expect(leading.length).toBeGreaterThan(4);
  expect(leading.filter((text) => !text.includes('the release zip has them in its folder `documentation/`'))).toEqual(
    [],
  );
});

it('tells in the README of each package of every entry that can be imported', () => {
  const untold = readdirSync(`${root}packages`).flatMap((folder) => {
    const { name, exports = {} } = JSON.parse(read(`packages/${folder}/package.json`)) as {
      readonly name: string;
      readonly exports?: Readonly<Record<string, unknown>>;
    };
    const text = read(`packages/${folder}/README.md`);
    const entries = Object.keys(exports).filter((entry) => /^\.\/[\w/-]+$/.test(entry));
    return entries
      .map((entry) => entry.slice(1))
      .filter((entry) => !text.includes(name + entry) && !text.includes(`\`${entry}\``))
      .map((entry) => name + entry);
  });
  expect(untold).toEqual([]);
});

it('tells in the manifest of each package what it is, in which words it is looked for, and whence types come', () => {
  const lacking = readdirSync(`${root}packages`).flatMap((folder) => {
    const manifest = JSON.parse(read(`packages/${folder}/package.json`)) as Readonly<Record<string, unknown>>;
    const {
      name,
      description,
      keywords = [],
      exports = {},
    } = manifest as {
      readonly name: string;
      readonly description?: string;
      readonly keywords?: readonly string[];
      readonly exports?: Readonly<Record<string, unknown>>;
    };
    const fields = ['version', 'license', 'type', 'sideEffects', 'engines', 'files'].filter(
      (field) => manifest[field] === undefined,
    );
    const untyped = Object.entries(exports).flatMap(([entry, to]) =>
      typeof to === 'object' && Object.keys(to as object)[0] !== 'types' ? [entry] : [],
    );
    const isFound = ['very-brief-advice', 'signposting'].every((word) => keywords.includes(word));
    const isSaid = description !== undefined && /^\S.{20,140}[^.]$/.test(description);
    return [...fields, ...untyped, ...(isFound ? [] : ['keywords']), ...(isSaid ? [] : ['description'])].map(
      (field) => `${name}: ${field}`,
    );
  });
  expect(lacking).toEqual([]);
});
