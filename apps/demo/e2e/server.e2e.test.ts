import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readServices } from '@everycontact/directory';
import { writeServices } from '@everycontact/directory/services-file';
import { createDemoServer } from '../server/demo-server.mjs';
import { FeedError } from '../server/services.mjs';

const serve = fileURLToPath(new URL('../serve.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'everycontact-demo-'));
const openData = process.env.EVERYCONTACT_OPEN_DATA;
if (!openData) console.log('The open-data examples are not tried: EVERYCONTACT_OPEN_DATA does not name their folder.');

let demo: Awaited<ReturnType<typeof createDemoServer>>;
let address: string;
beforeAll(async () => {
  demo = await createDemoServer();
  address = await demo.listen();
});
afterAll(async () => {
  await demo.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A request whose path is sent exactly as it is written; `fetch` would tidy it first. */
async function raw(path: string, method = 'GET'): Promise<{ status: number; body: string; allow: string | undefined }> {
  const sent = request({ host: '127.0.0.1', port: new URL(address).port, path, method });
  sent.end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  let body = '';
  for await (const part of response) body += String(part);
  return { status: response.statusCode ?? 0, body, allow: response.headers.allow };
}

interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** `serve.mjs` in a process of its own; `whenReady` is called once it has said what to open. */
async function run(
  given: readonly string[],
  environment: Readonly<Record<string, string>>,
  whenReady?: (out: string, stop: (signal: NodeJS.Signals) => void) => Promise<void> | void,
): Promise<Run> {
  const child = spawn(process.execPath, [serve, ...given], { env: { ...process.env, PORT: '0', ...environment } });
  let out = '';
  let err = '';
  let ready: Promise<void> | undefined;
  child.stdout.on('data', (part) => {
    out += String(part);
    if (out.includes('Ctrl+C')) ready ??= Promise.resolve(whenReady?.(out, (signal) => child.kill(signal)));
  });
  child.stderr.on('data', (part) => (err += String(part)));
  const [status] = (await once(child, 'close')) as [number | null];
  await ready;
  return { status, out, err };
}

describe('every answer', () => {
  it('carries the strict policy, to the letter', async () => {
    for (const path of ['/', '/intranet/', '/case-management/da/', '/record/', '/services.json', '/nothing']) {
      const { headers } = await fetch(address + path);
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'; trusted-types lit-html",
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('set-cookie')).toBe(null);
    }
  });

  it('keeps services out of every cache', async () => {
    for (const path of ['/england.services', '/denmark.texts/0']) {
      const { headers, status } = await fetch(address + path);
      expect([status, headers.get('cache-control'), headers.get('content-type')]).toEqual([
        200,
        'no-store',
        'application/octet-stream',
      ]);
    }
    for (const path of ['/services.json', '/services.da.json']) {
      const response = await fetch(address + path);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
      const { asOf, services } = (await response.json()) as { asOf: string; services: unknown[] };
      expect(Date.parse(asOf)).not.toBeNaN();
      expect(services.length).toBeGreaterThan(10);
    }
  });

  it('is there for HEAD without a body, and for nothing but GET and HEAD', async () => {
    expect(await raw('/intranet/', 'HEAD')).toMatchObject({ status: 200, body: '' });
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      expect(await raw('/intranet/', method)).toMatchObject({ status: 405, allow: 'GET, HEAD' });
    }
  });

  it('leads to the folder where the slash at the end is missing', async () => {
    const response = await fetch(`${address}/intranet`, { redirect: 'manual' });
    expect(response.status).toBe(308);
    expect(response.headers.get('location')).toBe('/intranet/');
  });
});

it.each([
  '/../package.json',
  '/../../package.json',
  '/intranet/../../package.json',
  '/%2e%2e/package.json',
  '/..%2f..%2fpackage.json',
  '/%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '/..\\package.json',
  '//etc/passwd',
  '/assets/../define.js',
  '/assets/define.js',
  '/intranet/index.html%00.js',
  '/%',
  '/__proto__',
])('has nothing at %s', async (path) => {
  expect((await raw(path)).status).toBe(404);
});

describe('npm start', () => {
  it('says what to open, and stops when it is asked to', async () => {
    const { status, out, err } = await run([], {}, async (text, stop) => {
      const at = /Open (http:\S+)/.exec(text)?.[1] ?? '';
      expect((await fetch(`${at}/intranet/`)).status).toBe(200);
      stop('SIGINT');
    });
    expect({ status, err }).toEqual({ status: 0, err: '' });
    for (const page of ['/intranet/', '/case-management/', '/record/']) expect(out).toContain(page);
    expect(out.trimEnd()).toMatch(/Stopped\.$/);
  });

  it('says in one line what to do when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { status, err } = await run([], { PORT: String(port) });
    other.close();
    expect(status).toBe(1);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain(`Port ${port} is already in use`);
    expect(err).toContain(`PORT=${port + 1} npm start`);
  });

  it('refuses a port that is none, and an option it does not know', async () => {
    expect(await run([], { PORT: 'eighty' })).toMatchObject({ status: 2 });
    const { status, err } = await run(['--diretory', 'feed.json'], {});
    expect(status).toBe(2);
    expect(err).toContain('--directory FILE');
  });

  it.each([
    ['that is not there', undefined, 'file-unreadable'],
    ['that is empty', '', 'feed-empty'],
    ['that is a web page', '<!doctype html><h1>Sign in</h1>', 'feed-is-web-page'],
    ['that is cut off', '[{"id": "1", "name": ', 'feed-not-json'],
    ['that only says it is a services file', 'id,name', 'services-file-unknown', 'feed.services'],
  ])('stops with one clear error on a feed %s', async (_, content, code, name = 'feed.json') => {
    const file = join(folder, name);
    rmSync(file, { force: true });
    if (content !== undefined) writeFileSync(file, content);
    const { status, out, err } = await run(['--directory', file], {});
    expect(status).toBe(1);
    expect(out).not.toContain('Ready');
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain(`[everycontact/${code}]`);
    expect(err).toContain(name);
  });

  it('serves the very services of a services file, as an import has made it', async () => {
    const fetchedAt = '2026-11-22T09:30:00.000Z';
    const { services } = readServices('id,name,topics\nquit,Elderwick Quit,stop-smoking', { feed: 'own', fetchedAt });
    const file = join(folder, 'own.services');
    writeFileSync(file, writeServices(services, { asOf: fetchedAt, texts: 'inside' }).index);
    const own = await createDemoServer({ directory: file });
    const served: unknown = await (await fetch(`${await own.listen()}/services.json`)).json();
    await own.close();
    expect(served).toMatchObject({ services, asOf: fetchedAt });
  });

  it('serves the services of a feed of your own on all pages, and tells what became of it', async () => {
    const file = fileURLToPath(new URL('../feeds/example.csv', import.meta.url));
    const { status, out } = await run(['--directory', file], {}, async (text, stop) => {
      const at = /Open (http:\S+)/.exec(text)?.[1] ?? '';
      const [first, second] = await Promise.all(
        ['/services.json', '/services.da.json'].map(async (path) => (await fetch(at + path)).text()),
      );
      expect(first).toBe(second);
      expect(first).toContain('Elderwick Stop Smoking');
      stop('SIGTERM');
    });
    expect(status).toBe(0);
    expect(out).toMatch(/Feed ".*example\.csv": \d+ read, \d+ kept/);
  });
});

describe.runIf(openData)('every open-data example', () => {
  const examples = ['hsds-3.0', 'hsds-3.1', 'oruk-3.0'].flatMap((standard) => {
    const from = join(openData ?? '', 'hsds', standard, 'examples');
    const files = openData ? readdirSync(from, { recursive: true, encoding: 'utf8' }) : [];
    return files.filter((name) => /\.(json|csv)$/.test(name)).map((name) => join(from, name));
  });

  it('is tried', () => {
    expect(examples.length).toBeGreaterThan(50);
  });

  it.each(examples)('%s is served, or stops with one error that names the place', async (directory) => {
    try {
      const own = await createDemoServer({ directory });
      const at = await own.listen();
      const { services } = (await (await fetch(`${at}/services.json`)).json()) as { services: { name: string }[] };
      await own.close();
      expect(services.length).toBeGreaterThan(0);
      for (const { name } of services) expect(name).not.toBe('');
    } catch (error) {
      if (!(error instanceof FeedError)) throw error;
      expect(error.message).toMatch(/^\[everycontact\/[a-z-]+\] /);
      expect(error.message).toContain(directory);
      expect(error.message).not.toContain('\n');
    }
  });
});
