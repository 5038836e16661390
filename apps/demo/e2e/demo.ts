import type { ContactRecord } from '@everycontact/core';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { chromiumLaunch } from '../../../.config/browsers.mjs';
import { createDemoServer } from '../server/demo-server.mjs';

interface Told {
  readonly type: string;
  readonly detail: { readonly schemaVersion: 1; readonly record?: ContactRecord; readonly code?: string };
}

/** A page of the demo in a context of its own, with ears: whatever goes wrong on it fails the test that opened it. */
export interface Visit {
  readonly page: Page;
  readonly prompt: Locator;
  /** Every request the page made, in order. */
  readonly requests: readonly string[];
  /** The events that have reached the document. */
  readonly told: () => Promise<readonly Told[]>;
  readonly outcomes: () => Promise<readonly ContactRecord[]>;
}

interface Options extends BrowserContextOptions {
  /** Before the page is opened: routes. */
  readonly prepare?: (page: Page) => Promise<unknown>;
  /** Messages that this test provokes on purpose. */
  readonly expected?: RegExp;
}

export interface Demo {
  readonly at: () => string;
  readonly open: (path: string, options?: Options) => Promise<Visit>;
}

/** Runs in the page, before anything else on it. */
function listen(): void {
  const told: unknown[] = [];
  const violations: string[] = [];
  Object.assign(window, { told, violations });
  for (const type of ['advice-change', 'advice-urgent', 'advice-outcome', 'advice-closed', 'advice-error']) {
    document.addEventListener(type, (event) => told.push({ type, detail: (event as CustomEvent<unknown>).detail }));
  }
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    violations.push(`${effectiveDirective} ${blockedURI}`);
  });
}

/** One server and one browser for the tests of a file. `intranet.example` is this machine too, and no secure context. */
export function useDemo(): Demo {
  let server: Awaited<ReturnType<typeof createDemoServer>>;
  let browser: Browser;
  let address: string;
  let check: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    server = await createDemoServer();
    address = await server.listen();
    const { args, ...launch } = chromiumLaunch();
    browser = await chromium.launch({
      ...launch,
      args: [...args, '--host-resolver-rules=MAP intranet.example 127.0.0.1'],
    });
  });

  afterEach(async () => {
    const checks = check;
    check = [];
    for (const one of checks) await one();
  });

  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  const open = async (path: string, { prepare, expected, ...options }: Options = {}): Promise<Visit> => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    await context.addInitScript(listen);
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const trouble: string[] = [];
    const requests: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) trouble.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => trouble.push(`page error: ${error.message}`));
    page.on('request', (request) => requests.push(request.url()));
    await prepare?.(page);
    await page.goto(path.includes(':') ? path : address + path);
    check.push(async () => {
      const violations = await page.evaluate(() => (window as unknown as { violations: string[] }).violations);
      await context.close();
      expect(trouble.filter((text) => !expected?.test(text))).toEqual([]);
      expect(violations).toEqual([]);
    });
    const told = () => page.evaluate(() => (window as unknown as { told: Told[] }).told);
    return {
      page,
      prompt: page.locator('advice-prompt'),
      requests,
      told,
      outcomes: async () => (await told()).flatMap(({ detail: { record } }) => record ?? []),
    };
  };
  return { at: () => address, open };
}
