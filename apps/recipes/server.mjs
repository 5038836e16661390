import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { origins } from './origins.mjs';

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
  const server = createServer((request, response) => {
    const { status, headers, body } = answer(request, all);
    response.writeHead(status, headers).end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: server.address().port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer({ headers: { host }, url }, folders) {
  const path = normalize(new URL(url, 'http://any').pathname.replace(/\/$/, '/index.html'));
  try {
    const folder = resolve(dist, folders[host.replace(/:\d+$/, '')]);
    const headers = JSON.parse(readFileSync(join(folder, 'headers.json'), 'utf8'));
    const body = readFileSync(join(folder, path));
    return { status: 200, headers: { ...headers, 'Content-Type': types[extname(path)] }, body };
  } catch {
    return { status: 404, headers: { 'Content-Type': 'text/plain' }, body: `Nothing at ${host}${path}\n` };
  }
}
