import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { fullPrefetch } from '../test/cds/people.js';
import { aCall, service } from '../test/cds/running-hub.js';
import { signer } from '../test/cds/signer.js';

// The built hub as `npm run hub` runs it: a process of its own.

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'hub-'));
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Starts it, and gives what it says and how it ends. */
function run(...options: readonly string[]) {
  const child = spawn(process.execPath, [main, ...options], { env: { ...process.env, PORT: '0', INIT_CWD: folder } });
  children.push(child);
  let said = '';
  let logged = '';
  child.stderr.on('data', (part) => (said += String(part)));
  child.stdout.on('data', (part) => (logged += String(part)));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const address = new Promise<string>((resolve, reject) => {
    child.stderr.on('data', () => {
      const found = /listens at (\S+)/.exec(said)?.[1];
      if (found) resolve(found);
    });
    child.once('exit', () => reject(new Error(`It ended before it listened: ${said}`)));
  });
  address.catch(() => undefined);
  const lines = () =>
    logged
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { event: string });
  return { child, ended, address, said: () => said, lines };
}
const post = (address: string, Authorization?: string) =>
  fetch(address + service, {
    method: 'POST',
    body: JSON.stringify(aCall('p-1', fullPrefetch('p-1'))),
    headers: { 'Content-Type': 'application/json', ...(Authorization && { Authorization }) },
  });

describe('npm run hub', () => {
  it('answers with --demo, says so, logs lines of JSON, and ends well when it is told to', async () => {
    const hub = run('--demo');
    const address = await hub.address;
    expect(hub.said()).toContain('DEMO');
    expect(await (await post(address)).json()).toMatchObject({ cards: [{ indicator: 'info' }] });
    hub.child.kill('SIGTERM');
    expect(await hub.ended).toBe(0);
    expect(hub.lines().map(({ event }) => event)).toEqual(['started', 'request', 'stopping', 'stopped']);
  });

  it('says what became of its list of services, and how old it is', async () => {
    const feed = join(folder, 'services.csv');
    writeFileSync(feed, 'id,name,topics\nquit,Quit,stop-smoking\n,,debt\n');
    utimesSync(feed, 0, Date.parse('2026-03-01T06:00:00Z') / 1000);
    const hub = run('--demo', '--directory', feed);
    await fetch(`${await hub.address}/health`);
    expect(hub.said()).toContain('2 read, 1 kept, 0 merged, 1 dropped');
    hub.child.kill('SIGTERM');
    await hub.ended;
    expect(hub.lines()[0]).toMatchObject({ event: 'started', services: 1, asOf: '2026-03-01T06:00:00.000Z' });
  });

  it('trusts nobody unless it is told whom', async () => {
    const hub = run();
    expect((await post(await hub.address)).status).toBe(404);
    expect(hub.said()).toContain('No CDS Hooks');
  });

  it('trusts whom its settings name, with another pack, and has the card open its own app', async () => {
    const system = await signer('https://record.wexmarsh.example');
    const app = { iss: 'https://record.wexmarsh.example/fhir', name: 'Wexmarsh (invented)', clientId: 'hub' };
    writeFileSync(
      join(folder, 'hub.json'),
      JSON.stringify({ issuers: [{ iss: system.iss, keys: system.jwks }], smart: { issuers: [app] } }),
    );
    const hub = run('--demo', '--pack', 'denmark', '--config', 'hub.json');
    const address = await hub.address;
    expect((await post(address)).status).toBe(401);
    const answer = await post(address, await system.sign(address + service));
    expect(await answer.json()).toMatchObject({ cards: [{ links: [{ type: 'smart', url: `${address}/launch` }] }] });
    expect(await (await fetch(`${address}/health`)).json()).toMatchObject({ pack: { id: 'denmark' } });
  });

  it.each([
    [['--port', '80'], 'hub-argument'],
    [['--pack', 'atlantis'], 'file-unreadable'],
    [['--config', 'nowhere.json'], 'file-unreadable'],
  ])('says in words what is wrong with %j, and does not start', async (options, code) => {
    const hub = run(...options);
    expect(await hub.ended).toBe(2);
    expect(hub.said()).toMatch(new RegExp(`^\\[everycontact/${code}\\]`));
    expect(hub.said()).not.toContain('    at ');
  });
});
