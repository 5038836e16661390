import { readFileSync } from 'node:fs';
import { createServer, request as ask } from 'node:http';
import { extname, join, normalize, resolve } from 'node:path';
import { pipeline } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { startNext } from './next.mjs';
import { origins, rendered } from './origins.mjs';

const dist = fileURLToPath(new URL('dist', import.meta.url));

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};

/**
 * Serves every origin of `origins.mjs` from one port; the name a browser asks for decides which.
 *
 * @param {Readonly<Record<string, string>>} [more] further origins, each with the folder it serves
 * @returns {Promise<{ port: number, close: () => Promise<void> }>}
 */
export async function serveRecipes(more = {}) {
  const all = { ...origins, ...more };
  /** What was started, by the name that was asked for. */
  const started = {};
  const server = createServer((request, response) => {
    const host = request.headers.host.replace(/:\d+$/, '');
    if (host in rendered) return handOn(request, response, (started[host] ??= startNext(join(dist, rendered[host]))));
    const { status, headers, body } = answer(request, all[host]);
    response.writeHead(status, headers).end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: server.address().port,
    close: async () => {
      await new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      for (const { close } of await Promise.all(Object.values(started))) await close();
    },
  };
}

/** Stands before the server of a recipe as the servers of a house stand before theirs. */
async function handOn(request, response, starting) {
  try {
    const { port } = await starting;
    const { method, url, headers } = request;
    const asked = ask({ host: '127.0.0.1', port, method, path: url, headers }, (answered) => {
      response.writeHead(answered.statusCode, answered.headers);
      pipeline(answered, response, () => {});
    });
    pipeline(request, asked, (error) => error && response.destroy());
  } catch (error) {
    response.writeHead(502, { 'Content-Type': 'text/plain' }).end(String(error));
  }
}

function answer({ headers: { host }, url }, of) {
  const path = normalize(new URL(url, 'http://any').pathname.replace(/\/$/, '/index.html'));
  try {
    const folder = resolve(dist, of);
    const headers = JSON.parse(readFileSync(join(folder, 'headers.json'), 'utf8'));
    const body = readFileSync(join(folder, path));
    return { status: 200, headers: { ...headers, 'Content-Type': types[extname(path)] }, body };
  } catch {
    return { status: 404, headers: { 'Content-Type': 'text/plain' }, body: `Nothing at ${host}${path}\n` };
  }
}
