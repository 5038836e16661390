import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { root } from '../run.mjs';
import { componentList, licenceTexts, packagesInside } from './components.mjs';
import { integrityOf, sha384 } from './integrity.mjs';
import { promptPage, standAlonePage } from './stand-alone.mjs';

// What goes into the release, by its path in there. Everything is read from what the build has made.

const scriptFolder = 'packages/web-component/dist';
const packFolder = 'packages/content/dist';
const galleryFolder = 'apps/storybook/storybook-static';

/** The version of the release. @type {{ version: string }} */
export const { version } = JSON.parse(readFileSync(join(root, 'packages/web-component/package.json'), 'utf8'));

/**
 * Every file of the release.
 *
 * @returns {Promise<Map<string, Uint8Array>>}
 */
export async function releaseFiles() {
  const inside = await packagesInside();
  const files = new Map([
    ['LICENSE', read('LICENSE')],
    ['components.json', json(componentList(version, inside))],
    ...[...licenceTexts(inside)].map(([name, text]) => [
      `licences/${name.replace('@', '').replace('/', '-')}.txt`,
      text,
    ]),
    ...scripts(),
    ...below(`${scriptFolder}/presets`).map((file) => [inFolder(scriptFolder, file), read(file)]),
    ...packs(),
    ...pages(),
    ...documentation(),
    ...below(galleryFolder).map((file) => [`gallery/${inFolder(galleryFolder, file)}`, read(file)]),
  ]);
  files.set('README.md', Buffer.from(readMe(files)));
  files.set('integrity.json', json(integrityOf(version, files)));
  return files;
}

/** Every script file under two names: one that carries its version and never changes, and one that stays. */
function scripts() {
  return scriptNames().flatMap((name) => {
    const bytes = read(`${scriptFolder}/${name}`);
    return [`scripts/${name}`, `scripts/${versioned(name)}`].map((path) => [path, bytes]);
  });
}

const scriptNames = () => readdirSync(join(root, scriptFolder)).filter((name) => /^advice-prompt\b.*\.js$/.test(name));
const versioned = (name) => name.replace('advice-prompt', `advice-prompt.${version}`);

function packs() {
  const names = readdirSync(join(root, packFolder)).filter((name) => name.endsWith('.json'));
  return names.map((name) => [`packs/${name}`, read(`${packFolder}/${name}`)]);
}

/** For each place and language a page without script, and one with the prompt and nothing else on it. */
function pages() {
  const today = releaseDay();
  const parts = scriptNames().filter((name) => /^advice-prompt\.[a-z]+(-[a-z]+)*\.js$/.test(name));
  const all = builtIn().flatMap(({ place, locale, name }) => {
    const pack = JSON.parse(read(`${packFolder}/${place}.json`));
    const tags = [name, ...parts].map((one) => `../scripts/${versioned(one)}`);
    return [
      [`pages/help.${place}.${locale}.html`, Buffer.from(standAlonePage(pack, locale, today))],
      [`pages/prompt.${place}.${locale}.html`, Buffer.from(promptPage(pack, locale, today, tags))],
    ];
  });
  return [...all, ['pages/page.css', read('.config/release/page.css')]];
}

/** The script files that hold a whole pack: `advice-prompt.<place>.<locale>.js`. */
function builtIn() {
  return scriptNames().flatMap((name) => {
    const [, place, locale] = /^advice-prompt\.([a-z]+)\.([a-z]{2}(?:-[A-Z]{2})?)\.js$/.exec(name) ?? [];
    return place && existsSync(join(root, packFolder, `${place}.json`)) ? [{ place, locale, name }] : [];
  });
}

/** The pages that people read, in the folders they are in here, so that the links between them hold. */
function documentation() {
  const pagesOf = (folder) => below(folder).filter((file) => file.endsWith('.md') && !file.includes('/dist/'));
  const packages = readdirSync(join(root, 'packages')).map((name) => `packages/${name}/README.md`);
  const found = ['README.md', ...pagesOf('docs'), ...packages, ...pagesOf('apps/recipes')];
  return found.filter((file) => existsSync(join(root, file))).map((file) => [`documentation/${file}`, read(file)]);
}

/** The day of the commit, so that the same commit gives the same pages; or what SOURCE_DATE_EPOCH says. */
function releaseDay() {
  const told = process.env.SOURCE_DATE_EPOCH;
  const seconds = told ?? execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' });
  return new Date(Number(seconds) * 1000).toISOString().slice(0, 10);
}

function readMe(files) {
  const rows = builtIn().map(({ name }) => {
    const path = `scripts/${versioned(name)}`;
    return `| \`${path}\` | \`${sha384(files.get(path))}\` |`;
  });
  return `# everycontact ${version}

Everything to serve the prompt from your own machines. Nothing in here asks anybody else for anything.

- \`scripts/\`: the files for a script tag. A name with \`${version}\` in it never changes; a name without it is the file to replace with the
  next release. Lay all files of one kind of name beside each other: a script loads its parts from its own folder.
- \`presets/\`: looks to begin from, as style sheets.
- \`packs/\`: what is said, by place and by language, as JSON.
- \`pages/\`: \`help.*.html\` for sites that allow no script, \`prompt.*.html\` the prompt on a page of its own; both also open from a disk.
- \`documentation/\`: guides and reference; begin at \`documentation/README.md\`. ${files.has('gallery/index.html') ? '`gallery/` shows every view at work.' : ''}
- \`integrity.json\`: the hash of every file in here. \`components.json\`: what is inside the scripts (CycloneDX), \`licences/\` the licences of others in it.

| Script | \`integrity\` |
|---|---|
${rows.join('\n')}

Put the hash into the tag with \`crossorigin="anonymous"\`, where the page comes over http or https; a browser refuses it on a page from a disk.
A file that was changed is then refused, and what stands inside the element stays.
`;
}

const read = (path) => readFileSync(join(root, path));
const json = (value) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
const inFolder = (folder, file) => relative(folder, file).split(sep).join('/');

/** The files below a folder, from the root, sorted; none where there is no such folder. */
function below(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !/(^|\/)node_modules\//.test(file))
    .sort();
}
