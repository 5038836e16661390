import { webKitLaunch } from '../../../../.config/browsers.mjs';
import type { Engine } from './engine.js';
import { startWebDriver } from './webdriver.js';

/** Keys that are no characters, as WebDriver writes them. */
const keys: Readonly<Record<string, string>> = {
  Enter: '\uE007',
  Tab: '\uE004',
  Escape: '\uE00C',
  ArrowDown: '\uE015',
};

/**
 * WebKitGTK: the engine of WebKit, in the small browser that comes with it. It is not Safari.
 *
 * @param proxy the host and port that answer for every name but `localhost`
 */
export async function startWebKit(proxy: string): Promise<Engine> {
  const { browser } = webKitLaunch(0);
  const { version, call, close } = await startWebDriver(webKitLaunch, {
    browserName: 'MiniBrowser',
    proxy: { proxyType: 'manual', httpProxy: proxy, noProxy: ['localhost', '127.0.0.1'] },
    'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
  });
  await call('POST', '/window/rect', { width: 1280, height: 940 });
  const execute = <T>(script: string) => call<T>('POST', '/execute/sync', { script, args: [] });
  return {
    name: `WebKitGTK ${version}`,
    trouble: [],
    open: (address) => call('POST', '/url', { url: address }),
    ask: (expression) => execute(`return ${expression}`),
    click: ({ x, y }) =>
      act('pointer', { pointerType: 'mouse' }, [
        { type: 'pointerMove', x, y },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ]),
    press: (key) => {
      const value = keys[key] ?? key;
      return act('key', undefined, [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]);
    },
    async exposed() {
      const element = Object.values(await execute<Record<string, string>>('return journey.found')).join('');
      try {
        const role = await call<string>('GET', `/element/${element}/computedrole`);
        return { role, name: await call<string>('GET', `/element/${element}/computedlabel`) };
      } catch (error) {
        if (String(error).includes('stale element')) return undefined;
        throw error;
      }
    },
    async picture() {
      return Buffer.from(await call<string>('GET', '/screenshot'), 'base64');
    },
    close,
  };

  async function act(type: string, parameters: object | undefined, actions: readonly object[]): Promise<void> {
    await call('POST', '/actions', { actions: [{ type, id: type, ...(parameters && { parameters }), actions }] });
  }
}
