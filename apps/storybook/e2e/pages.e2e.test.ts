import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chromiumLaunch } from '../../../.config/browsers.mjs';
import { root, type Snippet, written } from './snippets.js';

// The HTML that a reader may copy, opened as it stands: in a page of its own, beside the files of our packages, and under the
// policy that the page tells just before.

const shipped = `${root}packages/web-component/dist`;
const built = mkdtempSync(join(tmpdir(), 'everycontact-pages-'));
const services = JSON.stringify({ asOf: '2026-11-22T09:00:00.000Z', services: [] });

const pages = new Map(written('html').map((snippet, number) => [`/${number}.html`, snippet]));
const modules = new Map<string, string>();
let server: Server;
let browser: Browser;

beforeAll(async () => {
  // What the pages tell to make with the command: a pack beside the bare script.
  const asked = ['build', 'denmark', '--behaviour', 'smoking', '--allow-drafts', '--out', built];
  execFileSync(process.execPath, [`${root}packages/cli/bin/everycontact.js`, ...asked]);
  server = createServer((request, response) => {
    const path = request.url ?? '';
    const snippet = pages.get(path);
    if (snippet) {
      const policy = policyOf(snippet);
      response.writeHead(200, { 'content-type': 'text/html', ...(policy && { 'content-security-policy': policy }) });
      response.end(`<!doctype html><html lang="en"><title>A page</title><body>${htmlOf(path, snippet)}`);
      return;
    }
    if (path === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    const script =
      modules.get(path) ??
      (/^\/advice-prompt[\w.-]*\.js$/.test(path) ? (read(shipped + path) ?? read(built + path)) : undefined);
    const [type, body] = path === '/services.json' ? ['application/json', services] : ['text/javascript', script];
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': type }).end(body);
  }).listen(0, '127.0.0.1');
  await Promise.all([...pages].map(([path, snippet]) => bundleModules(path, snippet)));
  browser = await chromium.launch(chromiumLaunch());
});
afterAll(async () => {
  await browser.close();
  server.close();
  rmSync(built, { recursive: true });
});

it.each([...pages].map(([path, { at }]) => ({ path, at })))(
  '$at draws the prompt, and nothing breaks',
  async ({ path }) => {
    const page = await browser.newPage();
    const trouble: string[] = [];
    page.on('pageerror', ({ message }) => trouble.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') trouble.push(message.text());
    });
    const { port } = server.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}${path}`);
    const launcher = page.locator('advice-prompt [part~=launcher]').first();
    await launcher.click();
    await page.locator('advice-prompt [part~=heading]').first().waitFor();
    expect(await page.locator('advice-prompt [part~=fallback]').count()).toBe(0);
    expect(trouble).toEqual([]);
    await page.close();
  },
);

it('opens a page of every kind that is told: script tag, modules, JSON block, and a strict policy', () => {
  const all = [...pages.values()];
  const has = (text: string) => all.some((snippet) => snippet.text.includes(text));
  expect([has('src="/advice-prompt.'), has('type="module"'), has('application/json'), all.some(policyOf)]).toEqual([
    true,
    true,
    true,
    true,
  ]);
});

const read = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};

/** The policy in the block just before. */
function policyOf({ before }: Snippet): string | undefined {
  return before?.language === 'http' ? /^Content-Security-Policy: (.*)$/m.exec(before.text)?.[1] : undefined;
}

const inline = /<script type="module">(.*?)<\/script>/gs;

/** Module scripts import packages by name, which a bundler of the reader's finds; here they are bundled beside the page. */
function htmlOf(path: string, snippet: Snippet): string {
  let number = 0;
  return `${snippet.text}${runs(snippet) ? '' : scriptBefore(snippet)}`.replaceAll(
    inline,
    () => `<script type="module" src="${path}.${number++}.js"></script>`,
  );
}

const tag = /<script src=".*?"><\/script>/;
const runs = ({ text }: Snippet): boolean => tag.test(text) || text.includes('type="module"');

/** A block that shows only an element goes on with the script of the block before. */
const scriptBefore = ({ page, before }: Snippet): string =>
  before?.page === page ? (tag.exec(before.text)?.[0] ?? scriptBefore(before)) : '';

async function bundleModules(path: string, { text }: Snippet): Promise<void> {
  const scripts = [...text.matchAll(inline)].map(([, script = '']) => script);
  for (const [number, contents] of scripts.entries()) {
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: root, sourcefile: path },
      bundle: true,
      format: 'esm',
      write: false,
      logLevel: 'silent',
    });
    modules.set(`${path}.${number}.js`, outputFiles[0]?.text ?? '');
  }
}
