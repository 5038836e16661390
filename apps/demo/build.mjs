import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { folder, klintkoebing } from './klintkoebing.mjs';
import { inventedFeeds, loadServices } from './server/services.mjs';

// Makes dist: pages and style sheets, the two pages that have scripts of their own bundled from the built packages, and in
// `dist/assets` the script-tag file of the municipality that the Danish pages are set in.
// `dist/standalone` is the intranet page for a disk without a server: script beside it, services inside it.

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const scriptTag = 'advice-prompt.england.en-GB.js';
const pages = ['intranet', 'case-management', 'record'];
/** The topics of the intranet besides smoking, each at an address of its own; the last leaves the choice to the prompt. */
const topics = ['alcohol', 'diet', 'physical-activity', 'weight', 'mental-wellbeing', 'agenda'];

/** The pack stands in the bundle as data: what `klintkoebing.mjs` makes here, and nothing of how. */
const packAsData = {
  name: 'pack-as-data',
  setup({ onLoad }) {
    onLoad({ filter: /\/klintkoebing\.mjs$/ }, () => ({
      contents: `export const klintkoebing = ${JSON.stringify(klintkoebing)};`,
    }));
  },
};

await rm(here('dist'), { recursive: true, force: true });
await Promise.all([copyPages(), bundle(), scriptTagOfKlintkoebing()]);
await standalone();

async function copyPages() {
  await copyBoth('start', 'dist/index.html', 'dist/da/index.html');
  for (const page of pages) await copyBoth(page, `dist/${page}/index.html`, `dist/${page}/da/index.html`);
  await cp(here('src/intranet/index.sv.html'), here('dist/intranet/sv/index.html'));
  for (const topic of topics) {
    await intranetAbout(topic, 'index.sv.html', '/intranet/sv/');
    await intranetAbout(topic, 'index.html', '/intranet/');
    if (topic === 'agenda' || topic in klintkoebing.behaviours)
      await intranetAbout(topic, 'index.da.html', '/intranet/da/');
  }
}

/** The same plain page with another value in one attribute of the prompt. */
async function intranetAbout(topic, file, address) {
  const behaviour = topic === 'agenda' ? '' : ` behaviour="${topic}"`;
  const html = changed(`src/intranet/${file}`, await readFile(here(`src/intranet/${file}`), 'utf8'), [
    [' behaviour="smoking" method="vba"', behaviour],
    [`href="${address}" aria-current="page"`, `href="${address}"`],
    [`href="${address}${topic}/"`, `href="${address}${topic}/" aria-current="page"`],
  ]);
  await mkdir(here(`dist${address}${topic}`), { recursive: true });
  await writeFile(here(`dist${address}${topic}/index.html`), html);
}

/** A page with some of its text replaced; a change that finds nothing to change stops the build. */
function changed(name, page, changes) {
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`${name} no longer has: ${from}`);
    return text.replace(from, () => to);
  }, page);
}

async function copyBoth(page, english, danish) {
  await cp(here(`src/${page}/index.html`), here(english));
  await cp(here(`src/${page}/index.da.html`), here(danish));
}

/** The prompt as one file with the municipality's pack inside, made by the command that any municipality would run. */
async function scriptTagOfKlintkoebing() {
  const command = fileURLToPath(new URL('bin/everycontact.js', import.meta.resolve('everycontact/package.json')));
  const options = ['--allow-drafts', '--method', 'vba', '--method', 'very-brief', '--locale', 'da-DK'];
  const given = ['build', fileURLToPath(folder), ...options, '--out', here('dist/assets')];
  await promisify(execFile)(process.execPath, [command, ...given]);
}

function bundle() {
  return build({
    entryPoints: [
      { in: here('src/start/start.css'), out: 'start/start' },
      { in: here('src/intranet/intranet.css'), out: 'intranet/intranet' },
      { in: here('src/record/record.css'), out: 'record/record' },
      { in: here('src/record/main.ts'), out: 'record/record' },
      { in: here('src/case-management/case-management.css'), out: 'case-management/case-management' },
      { in: here('src/case-management/main.tsx'), out: 'case-management/case-management' },
    ],
    outdir: here('dist'),
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    conditions: ['production'],
    plugins: [packAsData],
    define: { 'process.env.NODE_ENV': '"production"' },
    // What tsup leaves of an import whose names it has inlined; nothing is lost with it.
    logOverride: { 'ignored-bare-import': 'silent' },
    logLevel: 'warning',
  });
}

async function standalone() {
  const part = 'advice-prompt.directory.js';
  const { json } = await loadServices(inventedFeeds.en);
  const page = await readFile(here('src/intranet/index.html'), 'utf8');
  const changes = [
    ['href="/intranet/intranet.css"', 'href="intranet.css"'],
    // A page on a disk loads no module, so the part has a tag of its own.
    [`<script src="/assets/${scriptTag}"`, `<script src="${part}" defer></script>\n    <script src="${scriptTag}"`],
    [' directory="/services.json"', ''],
    // No "<" inside the block, so nothing in a feed can close it.
    [
      'preview>\n',
      `preview>\n            <script type="application/json">${json.replaceAll('<', '\\u003c')}</script>\n`,
    ],
    [/ *<nav class="topics"[^]*?<\/nav>\n\n/.exec(page)?.[0] ?? 'the links to the topics', ''],
    ['      <a href="/">All pages</a>\n', ''],
    ['      <a href="/intranet/da/" hreflang="da" lang="da">Dansk</a>\n', ''],
  ];
  const html = changed('src/intranet/index.html', page, changes);
  await mkdir(here('dist/standalone'), { recursive: true });
  await writeFile(here('dist/standalone/index.html'), html);
  await cp(here('dist/intranet/intranet.css'), here('dist/standalone/intranet.css'));
  for (const file of [scriptTag, part])
    await cp(here(`../../packages/web-component/dist/${file}`), here(`dist/standalone/${file}`));
}
