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

/** What is searched: every guide in parts, one for each heading, under the address of its page. */
export function searchable() {
  const parts = Object.entries(guides).flatMap(([title, path]) =>
    read(path)
      .split(/^(?=#{1,3} )/m)
      .map((text, number) => ({
        id: `${idOf(title)} ${number}`,
        page: `?path=/docs/${idOf(title)}--docs`,
        title: title.split('/').at(-1),
        heading: /^#+ (.*)/.exec(text)?.[1] ?? '',
        text: text
          .replace(/^#+ .*|[`*|\]]|\[|\(\S+\)/gm, ' ')
          .replace(/\s+/g, ' ')
          .trim(),
      })),
  );
  return `export const parts = ${JSON.stringify(parts)};\n`;
}

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

const pageAt = new Map(Object.entries(guides).map(([title, path]) => [path, `?path=/docs/${idOf(title)}--docs`]));

/** Links to other guides lead to their pages here; what the gallery does not show is named by its path. */
function linked(path, text) {
  return text
    .replace(/^!\[.*\n/gm, '')
    .replace(/\[([^\]]+)\]\((?!https?:|tel:|#)([^)#]+)(?:#[^)]*)?\)/g, (_, words, to) => {
      const target = join(dirname(path), to);
      const page = pageAt.get(target) ?? pageAt.get(`${target}/README.md`);
      return page ? `[${words}](${page})` : `${words} (\`${target}\`)`;
    });
}
