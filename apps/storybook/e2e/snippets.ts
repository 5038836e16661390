import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../../', import.meta.url));

/** A fenced block that a reader may copy. */
export interface Snippet {
  /** Where it stands, as an editor opens it: `docs/scale.md:12`. */
  readonly at: string;
  readonly page: string;
  readonly language: string;
  readonly text: string;
  /** What the page calls it, where another block of the page takes it in. */
  readonly file?: string;
  /** The block before it on its page. */
  readonly before?: Snippet;
}

const markdownIn = (folder: string): readonly string[] =>
  readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.md') && !/\/(node_modules|dist|decisions)\//.test(path));

const readmesIn = (folder: string): readonly string[] =>
  readdirSync(root + folder)
    .map((name) => `${folder}/${name}/README.md`)
    .filter((path) => existsSync(root + path));

/** Every page that somebody copies from. */
const pages = [
  'README.md',
  ...markdownIn('docs'),
  ...readmesIn('packages'),
  ...readmesIn('apps'),
  ...readmesIn('apps/recipes'),
];

/** Every fenced block of every page, in the order they stand in. */
export const snippets: readonly Snippet[] = pages
  .sort()
  .flatMap((page) => blocksOf(page, readFileSync(root + page, 'utf8')));

function blocksOf(page: string, text: string): readonly Snippet[] {
  const blocks: Snippet[] = [];
  for (const { 1: indent = '', 2: language = '', 3: body = '', index } of text.matchAll(
    /^( *)```(\S*)\n(.*?)^ *```$/gms,
  )) {
    const before = blocks.at(-1);
    const at = `${page}:${text.slice(0, index).split('\n').length}`;
    const unindented = body.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
    const file = /`([\w-]+\.[a-z]+)`[^`]*$/.exec(text.slice(Math.max(0, index - 200), index))?.[1];
    blocks.push({ at, page, language, text: unindented, ...(file && { file }), ...(before && { before }) });
  }
  return blocks;
}

/** The blocks in one of these languages. */
export const written = (...languages: readonly string[]): readonly Snippet[] =>
  snippets.filter(({ language }) => languages.includes(language));
