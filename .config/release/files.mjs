import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { root } from '../run.mjs';
import { componentList, licenceTexts, packagesInside } from './components.mjs';
import { integrityOf, sha384 } from './integrity.mjs';
import { readMe } from './read-me.mjs';
import { promptPage, standAlonePage } from './stand-alone.mjs';
import { startPage } from './start-page.mjs';

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
  const scripts = new Map(scriptFiles());
  const files = new Map([
    ['LICENSE', read('LICENSE')],
    ['components.json', json(componentList(version, inside))],
    ...[...licenceTexts(inside)].map(([name, text]) => [
      `licences/${name.replace('@', '').replace('/', '-')}.txt`,
      text,
    ]),
    ...scripts,
    ...below(`${scriptFolder}/presets`).map((file) => [inFolder(scriptFolder, file), read(file)]),
    ...['html-data', 'css-data'].map((name) => [`editor/${name}.json`, read(`${scriptFolder}/editor/${name}.json`)]),
    ...packs(),
    ...pages(scripts),
    ...documentation(),
    ...below(galleryFolder).map((file) => [`gallery/${inFolder(galleryFolder, file)}`, read(file)]),
  ]);
  files.set('README.md', Buffer.from(readMe(version, files)));
  files.set('integrity.json', json(integrityOf(version, files)));
  return files;
}

/** Every script file under two names: one that carries its version and never changes, and one that stays. */
function scriptFiles() {
  return scriptNames().flatMap((name) => {
    const bytes = read(`${scriptFolder}/${name}`);
    return [name, versioned(name)].map((one) => [`scripts/${one}`, bytes]);
  });
}

const scriptNames = () => readdirSync(join(root, scriptFolder)).filter((name) => /^advice-prompt\b.*\.js$/.test(name));
const versioned = (name) => name.replace('advice-prompt', `advice-prompt.${version}`);

/** The places whose whole pack is shipped: `<place>.json`, where a language has `<place>.<locale>.json`. */
const places = () => packNames().flatMap((name) => /^([a-z]+)\.json$/.exec(name)?.[1] ?? []);
const packNames = () => readdirSync(join(root, packFolder)).filter((name) => name.endsWith('.json'));
const packOf = (place) => JSON.parse(read(`${packFolder}/${place}.json`));

const packs = () => packNames().map((name) => [`packs/${name}`, read(`${packFolder}/${name}`)]);

/**
 * For each place and language a page without script, and one with the prompt and nothing else on it; for each place the prompt
 * with its words beside it; and where to begin.
 */
function pages(scripts) {
  const today = releaseDay();
  const parts = scriptNames().filter((name) => /^advice-prompt\.[a-z]+(-[a-z]+)*\.js$/.test(name));
  const tags = (...names) => [...parts, ...names].map((name) => `../scripts/${versioned(name)}`);
  const all = places().flatMap((place) => {
    const pack = packOf(place);
    const beside = [`pack.${place}`, ...pack.locales.map((locale) => `words.${place}.${locale}`)];
    // The words before the script, which would ask for them at once.
    const asPlace = tags(...beside.map((part) => `advice-prompt.${part}.js`), 'advice-prompt.js');
    return [
      [`place.${place}`, promptPage(pack, pack.locales[0], today, asPlace, place)],
      ...pack.locales.flatMap((locale) => [
        [`help.${place}.${locale}`, standAlonePage(pack, locale, today)],
        [`prompt.${place}.${locale}`, promptPage(pack, locale, today, tags(`advice-prompt.${place}.${locale}.js`))],
      ]),
    ];
  });
  const integrity = (name) => sha384(scripts.get(`scripts/${versioned(name)}`));
  const gallery = existsSync(join(root, galleryFolder));
  return [
    ['start.html', Buffer.from(startPage(version, places().map(packOf), today, integrity, gallery))],
    ...all.map(([name, html]) => [`pages/${name}.html`, Buffer.from(html)]),
    ['pages/page.css', read('.config/release/page.css')],
  ];
}

/** The pages that people read and what those show, in the folders they are in here, so that the links between them hold. */
export function documentation() {
  const pagesOf = (folder) =>
    below(folder).filter((file) => /(\.md|\/LICENSE)$/.test(file) && !file.includes('/dist/'));
  const found = [
    'README.md',
    'LICENSE',
    'apps/demo/screenshot.png',
    ...below('docs'),
    ...['packages', 'apps'].flatMap(pagesOf),
  ];
  return found.map((file) => [`documentation/${file}`, read(file)]);
}

/** The day of the commit, so that the same commit gives the same pages; or what SOURCE_DATE_EPOCH says. */
function releaseDay() {
  const told = process.env.SOURCE_DATE_EPOCH;
  const seconds = told ?? execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' });
  return new Date(Number(seconds) * 1000).toISOString().slice(0, 10);
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
