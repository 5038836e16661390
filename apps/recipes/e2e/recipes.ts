import { type Browser, chromium, firefox, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { chromiumLaunch, firefoxLaunch } from '../../../.config/browsers.mjs';
import { serveRecipes } from '../server.mjs';

/** What a page was refused, as it was heard in it. */
export interface Ears {
  readonly violations: readonly string[];
}

/** Runs in every frame, before anything else in it. */
function listen(): void {
  const violations: string[] = [];
  Object.assign(window, { violations });
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    violations.push(`${effectiveDirective} ${blockedURI}`);
  });
}

interface Options {
  /** Before the page is opened: routes. */
  readonly prepare?: (page: Page) => Promise<unknown>;
  /** Messages and violations that this test provokes on purpose. */
  readonly expected?: RegExp;
}

/**
 * One server and one browser for the tests of a file; whatever goes wrong on a page fails the test that opened it.
 *
 * @param more origins besides the recipes, each with the folder it serves; Firefox knows only those that end in `.localhost`
 * @returns what opens a page: the name of an origin, a path after it where it is not the first page, or a whole address
 */
export function useRecipes(
  more: Readonly<Record<string, string>> = {},
  engine: 'chromium' | 'firefox' = 'chromium',
): (address: string, options?: Options) => Promise<Page> {
  let server: Awaited<ReturnType<typeof serveRecipes>>;
  let browser: Browser;
  let checks: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    server = await serveRecipes(more);
    if (engine === 'firefox') browser = await firefox.launch(firefoxLaunch());
    else {
      const { args, ...launch } = chromiumLaunch();
      const names = `--host-resolver-rules=MAP *.example:80 127.0.0.1:${server.port}`;
      browser = await chromium.launch({ ...launch, args: [...args, names] });
    }
  });
  afterEach(async () => {
    const due = checks;
    checks = [];
    for (const check of due) await check();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  return async (address, { prepare, expected } = {}) => {
    const context = await browser.newContext({ viewport: { width: 900, height: 900 } });
    await context.addInitScript(listen);
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const trouble: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) trouble.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => trouble.push(`page error: ${error.message}`));
    await prepare?.(page);
    await page.goto(addressOf(address, server.port));
    checks.push(async () => {
      for (const frame of page.frames())
        trouble.push(...(await frame.evaluate(() => (window as unknown as Ears).violations)));
      await context.close();
      expect(trouble.filter((text) => !expected?.test(text))).toEqual([]);
    });
    return page;
  };
}

function addressOf(address: string, port: number): string {
  if (address.includes(':')) return address;
  const { hostname, pathname } = new URL(`http://${address}`);
  return hostname.endsWith('.localhost') ? `http://${hostname}:${port}${pathname}` : `http://${address}`;
}
