import { type BrowserContext, chromium, firefox, type LaunchOptions, type Page } from 'playwright';
import { chromiumLaunch, firefoxLaunch } from '../../../../.config/browsers.mjs';
import type { Engine } from './engine.js';

/** The page itself hears of these, and of which file they come from; in Firefox they are page errors besides. */
const violation = /^The page’s settings blocked/;
const intranet = 'intranet.example';

/** Chromium, for which `intranet.example` is this machine. */
export function startChromium(): Promise<Engine> {
  const { args, ...launch } = chromiumLaunch();
  return start('Chromium', { ...launch, args: [...args, `--host-resolver-rules=MAP ${intranet} 127.0.0.1`] });
}

/** The Firefox of the system, for which `intranet.example` is this machine. */
export const startFirefox = (): Promise<Engine> =>
  start('Firefox', { ...firefoxLaunch(), firefoxUserPrefs: { 'network.dns.localDomains': intranet } });

async function start(name: 'Chromium' | 'Firefox', options: LaunchOptions): Promise<Engine> {
  const browser = await { Chromium: chromium, Firefox: firefox }[name].launch(options);
  let context: BrowserContext | undefined;
  let page: Page;
  let trouble: string[] = [];
  return {
    name: `${name} ${browser.version()}`,
    get trouble() {
      return trouble;
    },
    async open(address) {
      await context?.close();
      context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
      trouble = [];
      const heard = trouble;
      page = await context.newPage();
      const hear = (text: string) => {
        if (!violation.test(text)) heard.push(text);
      };
      page.on('pageerror', ({ message }) => hear(message));
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) hear(message.text());
      });
      await page.goto(address);
    },
    ask: (expression) => page.evaluate(expression),
    click: ({ x, y }) => page.mouse.click(x, y),
    press: (key) => page.keyboard.press(key),
    picture: () => page.screenshot(),
    close: () => browser.close(),
  };
}
