import { england } from '@everycontact/content/england';
import { policy } from '@everycontact/content/policies/default';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { chromiumLaunch } from '../../../../.config/browsers.mjs';
// As it is built, with its pages.
import { createHub, listen } from '../../dist/server.js';
import type { HubOptions } from '../../src/hub-options.js';
import type { Listening } from '../../src/listen.js';

/** A page of the hub with ears: whatever goes wrong on it that a test does not expect fails that test. */
interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Every request of the page, in order. */
  readonly requests: readonly string[];
}

export interface HubPages {
  readonly address: string;
  /** @param expected trouble that the test makes on purpose */
  open(path: string, expected?: RegExp): Promise<Visit>;
}

/** One hub and one browser for the tests of a file; Chromium by default. */
export function useHub(
  options: () => Partial<HubOptions>,
  launchBrowser = () => chromium.launch(chromiumLaunch()),
): HubPages {
  let hub: Listening;
  let browser: Browser;
  let checks: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    const make = (address: string) =>
      createHub({ pack: england, policy: { ...policy, preview: true }, address, ...options() });
    hub = await listen(make, 0);
    browser = await launchBrowser();
  });
  afterEach(async () => {
    const now = checks;
    checks = [];
    for (const check of now) await check();
  });
  afterAll(async () => {
    await browser.close();
    await hub.stop(0);
  });

  return {
    get address() {
      return hub.address;
    },
    async open(path, expected) {
      const context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      const trouble: string[] = [];
      const requests: string[] = [];
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) trouble.push(message.text());
      });
      page.on('pageerror', ({ message }) => trouble.push(message));
      page.on('request', (request) => requests.push(request.url()));
      checks.push(async () => {
        await context.close();
        expect(trouble.filter((text) => !expected?.test(text))).toEqual([]);
      });
      await page.goto(path.includes('://') ? path : hub.address + path);
      return { page, context, requests };
    },
  };
}

/** Ends the contact of the page at once, with the person's no. */
export async function decline(page: Page): Promise<void> {
  await page.locator('advice-prompt').evaluate((prompt) => Object.assign(prompt, { undoSeconds: 0 }));
  await page.getByRole('button', { name: 'No thanks' }).click();
}
