import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { type Browser, chromium, firefox, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chromiumLaunch, firefoxLaunch } from '../../../.config/browsers.mjs';
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
    await page.locator('body > button, advice-prompt [part~=launcher]').first().click();
    await page.locator('advice-prompt [part~=heading]').first().waitFor();
    expect(await page.locator('advice-prompt [part~=fallback]').count()).toBe(0);
    expect(trouble).toEqual([]);
    await page.close();
  },
);

describe.each(['chromium', 'firefox'] as const)('the dialog of a page, by keyboard alone, in %s', (engine) => {
  const [path] = [...pages].find(([, { text }]) => text.includes('<dialog'))!;
  let own: Browser;
  let page: Page;
  const heading = () => page.locator('advice-prompt [part~=heading]');
  const focused = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.localName);
  const keys = async (...pressed: readonly string[]) => {
    for (const key of pressed) {
      const before = await heading().textContent();
      await page.keyboard.press(key);
      await expect.poll(() => heading().textContent()).not.toBe(before);
    }
  };

  beforeAll(async () => {
    own = engine === 'firefox' ? await firefox.launch(firefoxLaunch()) : browser;
  });
  afterAll(async () => {
    if (own !== browser) await own.close();
  });
  beforeEach(async () => {
    page = await own.newPage();
    const { port } = server.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}${path}`);
    // Its pack has been read.
    await page.locator('advice-prompt .live').waitFor({ state: 'attached' });
    await page.locator('advice-prompt slot').waitFor({ state: 'detached' });
    await page.locator('#talk').focus();
    await page.keyboard.press('Enter');
    await heading().waitFor();
  });
  afterEach(() => page.close());

  it('is modal, begins at the step, and gives the focus back on Escape; the contact goes on where it was', async () => {
    await expect.poll(focused).toBe('advice-prompt');
    expect(await page.locator('dialog:modal').count()).toBe(1);
    await keys('1');
    const left = await heading().textContent();
    await page.keyboard.press('Escape');
    await expect.poll(focused).toBe('talk');
    await page.keyboard.press('Enter');
    await expect.poll(() => heading().textContent()).toBe(left);
    await expect.poll(focused).toBe('advice-prompt');
  });

  it('has urgent help inside, and a sheet to take home above it, which Escape closes alone', async () => {
    await keys('u');
    expect(await page.locator('dialog advice-prompt a[href="tel:999"]').count()).toBeGreaterThan(0);
    await keys('b', '1', 'Enter');
    await page.keyboard.press('1');
    await keys('Enter');
    for (const name of ['Something to take home', 'Yes', 'Show on the screen']) {
      await page.getByRole('button', { name, exact: true }).press('Enter');
    }
    const modal = page.locator('dialog:modal');
    await expect.poll(() => modal.count()).toBe(2);
    await page.keyboard.press('Escape');
    await expect.poll(() => modal.count()).toBe(1);
    await page.getByRole('button', { name: 'Done', exact: true }).press('Enter');
    await page.locator('advice-prompt').getByRole('button', { name: 'Close', exact: true }).press('Enter');
    await expect.poll(focused).toBe('talk');
    expect(await modal.count()).toBe(0);
  });
});

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
