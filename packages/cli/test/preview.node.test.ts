import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { serve } from '../src/commands/preview.js';
import { openPack } from '../src/packs/open-pack.js';
import { ownPack, refused, run } from './own-pack.js';
import { typed } from './streams.js';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function served(name: string) {
  const shown = { name, locale: 'en-GB', audience: 'worker', port: 0 };
  const server = await serve(shown, openPack(name).files, typed());
  closing.push(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
}

describe('preview', () => {
  it('serves every script of the pack under the strict policy, with the pack inside one script', async () => {
    const get = await served('england');
    const page = await get('/');
    const html = await page.text();
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
    expect(html).toContain('<advice-prompt behaviour="alcohol" method="very-brief" audience="worker" preview>');
    expect(html).not.toMatch(/<script>|style="/);
    const [, sheet = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec(html) ?? [];
    const styles = await get(sheet);
    expect([styles.status, styles.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
    const script = await (await get('/advice-prompt.js')).text();
    expect(script).toContain('Do you smoke at all?');
    expect(script).not.toContain('everycontact-pack');
    for (const path of ['/etc/passwd', '//', '/%']) expect((await get(path)).status).toBe(404);
  });

  it('shows a change at the next request, and tells the page that there is one', async () => {
    const own = ownPack();
    const get = await served(own.pack);
    const changes = await get('/changes');
    const reader = changes.body!.getReader() as ReadableStreamDefaultReader<Uint8Array>;
    await reader.read();
    own.change('behaviours/smoking/text.en-GB.json', 'Do you smoke at all?', 'Do you ever smoke?');
    expect(new TextDecoder().decode((await reader.read()).value)).toContain('data: changed');
    await reader.cancel();
    expect(await (await get('/advice-prompt.js')).text()).toContain('Do you ever smoke?');
  });

  it('says in words what is wrong with a pack that broke meanwhile, on a page that waits until it is whole again', async () => {
    const own = ownPack();
    const get = await served(own.pack);
    writeFileSync(own.file('behaviours/smoking/needs.json'), '{ <b>');
    const answer = await get('/');
    const page = await answer.text();
    expect([answer.status, page]).toEqual([500, expect.stringContaining('needs.json')]);
    expect(page).toContain('<script src="/reload.js" defer></script>');
    expect(page).not.toContain('<b>');
  });

  it('says what is wrong with a pack that is not whole, before anything else', async () => {
    const own = ownPack();
    own.change('behaviours/smoking/text.en-GB.json', '"Do you smoke at all?"', '""');
    expect(await run('preview', own.pack)).toMatchObject(refused(1, /first texts\.en-GB\.smoking\.vba\.smokes\.say/));
  });

  it('has a port of its own beside the hub, the demo and a directory that is served', async () => {
    const hub = readFileSync(new URL('../../../apps/hub/README.md', import.meta.url), 'utf8');
    const demo = readFileSync(new URL('../../../apps/demo/README.md', import.meta.url), 'utf8');
    const helps = [await run('help', 'preview'), await run('directory', 'serve', '--help')].map(({ out }) => out);
    const ports = [
      ...helps.map((help) => /(\d{4}) by default/.exec(help)?.[1]),
      /by default port (\d{4})/.exec(hub)?.[1],
      /localhost:(\d{4})/.exec(demo)?.[1],
    ];
    expect(ports).not.toContain(undefined);
    expect(new Set(ports).size).toBe(4);
  });

  it('refuses a port that is taken or none', async () => {
    const watched = () => process.getActiveResourcesInfo().filter((one) => one === 'FSEventWrap').length;
    const before = watched();
    expect((await run('preview', 'england', '--port', 'many')).code).toBe(2);
    const server = await serve({ name: 'england', locale: 'en-GB', audience: 'worker', port: 0 }, [], typed());
    closing.push(() => server.close());
    const { port } = server.address() as AddressInfo;
    expect(await run('preview', 'england', '--port', String(port))).toMatchObject({ code: 2 });
    // Whatever it still watched would keep the command from ending.
    expect(watched()).toBeLessThanOrEqual(before);
    server.close();
    await once(server, 'close');
  });
});
