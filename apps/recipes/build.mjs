import { cp, readdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build as bundle } from 'esbuild';
import { build } from 'vite';
import { angularLinker, compileAngular } from './angular.mjs';
import { buildNext } from './next.mjs';

// Makes dist: a folder for each origin of `origins.mjs`, with its headers.

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const built = here('../../packages/web-component/dist/');
/** What a page with a script tag lays beside itself: the file with the pack, and the parts that it loads when it needs them. */
const scriptTag = (await readdir(built)).filter((name) =>
  /^advice-prompt\.(england\.en-GB|[a-z]+(-[a-z]+)*)\.js$/.test(name),
);
const plainPages = ['plain', 'sharepoint/page', 'iframe/host', 'iframe/frame', 'wordpress/page'];

await rm(here('dist'), { recursive: true, force: true });
for (const page of plainPages) await cp(here(page), here(`dist/${page}`), { recursive: true });
for (const page of ['plain', 'iframe/frame', 'wordpress/page/wp-content/plugins/everycontact-prompt'])
  for (const file of scriptTag) await cp(`${built}${file}`, here(`dist/${page}/${file}`));
await webPart();
await angular();
await withVite('vue');
await withVite('svelte');
await withVite('react', 'react-19');
await withVite('react', 'react-18', ['react', 'react-dom']);
await buildNext(here('next'), here('dist/next'));

async function webPart() {
  await bundled({
    entryPoints: [here('sharepoint/cdn/prompt-web-part.ts')],
    outdir: here('dist/sharepoint/cdn/everycontact'),
    format: 'iife',
  });
  await headers('sharepoint/cdn', 'sharepoint/cdn');
}

async function angular() {
  await compileAngular(here('angular'));
  await bundled({
    entryPoints: [here('dist/angular-compiled/main.js')],
    outdir: here('dist/angular'),
    format: 'esm',
    define: { ngDevMode: 'false', ngI18nClosureMode: 'false' },
    plugins: [angularLinker],
  });
  await cp(here('angular/index.html'), here('dist/angular/index.html'));
  await headers('angular', 'angular');
}

function bundled(options) {
  return bundle({
    bundle: true,
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    conditions: ['production'],
    // What tsup leaves of an import whose names it has inlined; nothing is lost with it.
    logOverride: { 'ignored-bare-import': 'silent' },
    logLevel: 'warning',
    ...options,
  });
}

/** Builds a page as its own Vite project would; `on18` are the packages taken from the folder that has React 18. */
async function withVite(recipe, name = recipe, on18 = []) {
  const old = (one) => here(`../../.config/react-18/node_modules/${one}`);
  await build({
    root: here(recipe),
    mode: 'production',
    logLevel: 'error',
    build: { outDir: here(`dist/${name}`), emptyOutDir: true, chunkSizeWarningLimit: 1000 },
    resolve: { alias: on18.map((one) => ({ find: new RegExp(`^${one}(?=/|$)`), replacement: old(one) })) },
  });
  await headers(recipe, name);
}

function headers(recipe, name) {
  return cp(here(`${recipe}/headers.json`), here(`dist/${name}/headers.json`));
}
