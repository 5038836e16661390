import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build as bundle } from 'esbuild';
import { journey, services } from './journey.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const dist = join(here, 'dist');
const peers = join(dist, 'peers');
const lhcForms = 'lforms@40.1.3';
/** Loaded at the first look-up, from beside the script. */
const directory = 'advice-prompt.directory.js';
const does = (command, given, cwd) =>
  promisify(execFile)(command, given, { cwd, shell: process.platform === 'win32', maxBuffer: 1 << 26 });

/**
 * Builds every page into `dist`, which git ignores. What cannot be had is passed over, and why is printed.
 *
 * @returns {Promise<{ name: string, title: string, gzip: number, brotli: number }[]>}
 */
export async function buildPages() {
  await mkdir(peers, { recursive: true });
  const pages = [await ours(), await byHand()];
  pages.push(...(await passedOverWith('Lit, Preact, React and SurveyJS', fromPackages)));
  pages.push(...(await passedOverWith('LHC-Forms', fromLhcForms)));
  await page('static', 'a page without script', { text: journey.questions[0].text });
  return pages;
}

async function passedOverWith(what, make) {
  try {
    return await make();
  } catch (error) {
    console.log(
      `${what} passed over: ${String(error.stderr || error.message)
        .trim()
        .split('\n')
        .at(-1)}`,
    );
    return [];
  }
}

async function ours() {
  await does('npx', ['tsup', '--config', 'bench/tsup.config.mjs'], join(here, '..'));
  const written = { services, asOf: '2026-11-22T09:00:00.000Z' };
  const tag = `<advice-prompt behaviour="alcohol" method="brief" preview open><script type="application/json">${JSON.stringify(written)}</script></advice-prompt>`;
  await writeFile(join(dist, 'ours.more.js'), await bundled('ours'));
  return page(
    'ours',
    'everycontact',
    { scripts: ['ours.js', 'ours.more.js'], place: tag, counted: ['ours.js'] },
    async () => [
      ['ours.js', await readFile(join(dist, 'ours', 'ours.js'))],
      [directory, await readFile(join(dist, 'ours', directory))],
      ['journey.css', await readFile(join(here, 'contenders', 'journey.css'))],
    ],
  );
}

const byHand = async () => page('vanilla', 'by hand', {}, () => written('vanilla'));

async function fromPackages() {
  await cp(join(here, 'peers', 'package.json'), join(peers, 'package.json'));
  const installed = await stat(join(peers, 'node_modules', 'survey-js-ui')).catch(() => undefined);
  if (!installed) await does('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock'], peers);
  const survey = async () => [
    ...(await written('survey')),
    ['survey.css', await readFile(join(peers, 'node_modules', 'survey-core', 'survey-core.min.css'))],
  ];
  return [
    await page('lit', 'Lit alone', {}, () => written('lit')),
    await page('preact', 'Preact', {}, () => written('preact')),
    await page('react', 'React 19 + XState', {}, () => written('react')),
    await page('survey', 'SurveyJS', { styles: ['survey.css'] }, survey),
  ];
}

async function fromLhcForms() {
  const packed = join(peers, 'lhc', 'package', 'dist', 'lforms', 'webcomponent');
  if (!(await stat(packed).catch(() => undefined))) {
    await mkdir(join(peers, 'lhc'), { recursive: true });
    const { stdout } = await does('npm', ['pack', lhcForms, '--silent'], join(peers, 'lhc'));
    await does('tar', ['-xzf', stdout.trim().split('\n').at(-1)], join(peers, 'lhc'));
  }
  const files = async () => [
    ['zone.js', await readFile(join(packed, 'assets', 'lib', 'zone.min.js'))],
    ['lhc-forms.js', await readFile(join(packed, 'lhc-forms.js'))],
    ['lhc-forms.css', await readFile(join(packed, 'styles.css'))],
    ...(await written('lhc')),
  ];
  return [
    await page(
      'lhc',
      'LHC-Forms',
      { scripts: ['zone.js', 'lhc-forms.js', 'lhc.js'], styles: ['lhc-forms.css'] },
      files,
    ),
  ];
}

const written = async (name) => [
  [`${name}.js`, await bundled(name)],
  ['journey.css', await readFile(join(here, 'contenders', 'journey.css'))],
];

/** One classic script of a contender, minified for production. */
async function bundled(name) {
  const { outputFiles } = await bundle({
    entryPoints: [join(here, 'contenders', `${name}.mjs`)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    conditions: ['production', 'browser'],
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'error',
    plugins: [
      {
        name: 'journey-and-peers',
        setup(build) {
          // From the peers' folder alone: half of a library from there and half from the workspace would be two.
          build.onResolve({ filter: /^[@\w]/ }, ({ path, kind, resolveDir }) =>
            path === 'journey' || resolveDir === peers || kind === 'require-call'
              ? undefined
              : build.resolve(path, { kind, resolveDir: peers }),
          );
          build.onResolve({ filter: /^journey$/ }, () => ({ path: 'journey', namespace: 'data' }));
          build.onLoad({ filter: /.*/, namespace: 'data' }, () => ({
            contents: `export const journey = ${JSON.stringify(journey)}; export const services = ${JSON.stringify(services)};`,
          }));
        },
      },
    ],
  });
  return outputFiles[0].contents;
}

/** Writes `NAME.html`, the same without a journey in it as `NAME.many.html`, and what they load. */
async function page(name, title, { scripts = [`${name}.js`], styles = ['journey.css'], place, text, counted }, files) {
  const loaded = files ? await files() : [];
  for (const [file, contents] of loaded) await writeFile(join(dist, file), contents);
  const html = (body) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${title}</title>
${styles.map((file) => `<link rel="stylesheet" href="${file}">`).join('\n')}
${text ? '' : scripts.map((file) => `<script src="${file}" defer></script>`).join('\n')}
</head>
<body>
${body}
</body>
</html>
`;
  await writeFile(join(dist, `${name}.html`), html(text ? `<h2>${text}</h2>` : (place ?? '<main id="place"></main>')));
  await writeFile(join(dist, `${name}.many.html`), html('<main id="many"></main>'));
  const sizes = loaded.filter(([file]) => (counted ? counted.includes(file) : true)).map(([, contents]) => contents);
  const sum = (compressed) => sizes.reduce((bytes, contents) => bytes + compressed(contents).length, 0);
  return { name, title, gzip: sum((contents) => gzipSync(contents, { level: 9 })), brotli: sum(brotliCompressSync) };
}
