import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import named from './guides.json' with { type: 'json' };

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The pages of the gallery: those of `guides.json`, and a recipe for every folder that has a README. */
const guides = { ...named, ...recipes() };

/** @returns {readonly { file: string, text: string }[]} a page of documentation for each guide; the guide itself stands where it stood */
export function guidePages() {
  return Object.entries(guides).map(([title, path]) => ({
    file: idOf(title),
    text: [
      "import { Markdown, Meta } from '@storybook/addon-docs/blocks';",
      `<Meta title=${JSON.stringify(title)} />`,
      `<Markdown>{${JSON.stringify(linked(path, read(path)))}}</Markdown>`,
      '',
    ].join('\n\n'),
  }));
}

/**
 * What is searched: every guide in parts, one for each heading and one for each code of a table of codes, under the address
 * of its place on its page.
 */
export function searchable() {
  const parts = Object.entries(guides).flatMap(([title, path]) =>
    sections(read(path)).flatMap(({ heading, text }, number) => {
      const place = { page: `./?path=/docs/${idOf(title)}--docs#${anchorOf(heading)}`, title: title.split('/').at(-1) };
      const codes = codeRows(text);
      return [
        { ...place, heading, text: codes.length > 0 ? text.split('\n|')[0] : text },
        ...codes.map((row) => ({ ...place, heading: row.code, text: row.text })),
      ].map((part, inside) => ({
        ...part,
        id: `${idOf(title)} ${number} ${inside}`,
        heading: spoken(part.heading),
        text: spoken(part.text),
      }));
    }),
  );
  return `export const parts = ${JSON.stringify(parts)};\n`;
}

/** A page by its headings; what looks like one in a program is none. */
function sections(page) {
  const found = [];
  let inProgram = false;
  for (const line of page.split('\n')) {
    if (line.trimStart().startsWith('```')) inProgram = !inProgram;
    const heading = inProgram ? undefined : /^#{1,3} (.*)/.exec(line)?.[1];
    if (heading !== undefined) found.push({ heading, text: '' });
    else if (found.length > 0) found.at(-1).text += `${line}\n`;
  }
  return found;
}

/** The rows of a table whose first column is called "Code". */
function codeRows(text) {
  if (!/^\| Code \|/m.test(text)) return [];
  const rows = [...text.matchAll(/^\| (`.*?) \|(.*)\|$/gm)];
  return rows.map(([, code, told]) => ({ code, text: told.replaceAll(' | ', ': ') }));
}

/** Without the signs of Markdown. */
const spoken = (text) =>
  text
    .replace(/^```.*$|^\|[-| ]+\|$/gm, ' ')
    .replace(/\]\([^)\s]+\)/g, ' ')
    .replace(/[`*|[\]]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:)])|(?<=\() /g, '')
    .trim();

/** As Storybook's Markdown names a heading. */
const anchorOf = (heading) =>
  heading
    .replace(/[^a-z0-9- ]/gi, '')
    .replaceAll(' ', '-')
    .toLowerCase();

/** The same for whoever checks types. */
export const partsType = `interface Part {
  readonly id: string;
  readonly page: string;
  readonly title: string;
  readonly heading: string;
  readonly text: string;
}
export declare const parts: readonly Part[];
`;

function read(path) {
  return readFileSync(root + path, 'utf8');
}

function recipes() {
  const folder = 'apps/recipes';
  if (!existsSync(root + folder)) return {};
  const pages = readdirSync(root + folder)
    .map((name) => `${folder}/${name}/README.md`)
    .filter((path) => existsSync(root + path));
  return Object.fromEntries(pages.map((path) => [`Recipes/${/^# (.*)/.exec(read(path))?.[1] ?? path}`, path]));
}

/** As Storybook makes an address of a title. */
const idOf = (title) =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const pageAt = new Map(Object.entries(guides).map(([title, path]) => [path, `./?path=/docs/${idOf(title)}--docs`]));

/** Links to other guides lead to their pages here; what the gallery does not show is named by its path. */
function linked(path, text) {
  return text
    .replace(/^!\[.*\n/gm, '')
    .replace(/\[([^\]]+)\]\((?!https?:|tel:|#)([^)#]+)(#[^)]*)?\)/g, (_, words, to, anchor = '') => {
      const target = join(dirname(path), to);
      const page = pageAt.get(target) ?? pageAt.get(`${target}/README.md`);
      return page ? `[${words}](${page}${anchor})` : `${words} (\`${target}\`)`;
    });
}
