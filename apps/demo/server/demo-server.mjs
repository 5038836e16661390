import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { servedFiles } from './files.mjs';
import { headersFor } from './headers.mjs';
import { inventedFeeds, loadServices } from './services.mjs';

const folder = (path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * The demo as a server that has read its feeds and is not listening yet.
 *
 * @param {object} options
 * @param {string} [options.directory] a feed that takes the place of all invented ones
 * @param {string} [options.pages] the folder of built pages
 * @param {string} [options.scripts] the folder of the script-tag files
 * @returns {Promise<{ feeds: object, listen: (port?: number, host?: string) => Promise<string>, close: () => Promise<void> }>}
 *   `listen` gives the address to open; port 0 takes any that is free
 * @throws FeedError, where a feed cannot be read
 */
export async function createDemoServer({ directory, pages, scripts } = {}) {
  const files = servedFiles(pages ?? folder('../dist'), scripts ?? folder('../../../packages/web-component/dist'));
  const feeds = await loadFeeds(directory);
  const services = new Map([
    ['/services.json', feeds.en.json],
    ['/services.da.json', feeds.da.json],
    ...feeds.en.files('/england.services'),
    ...feeds.da.files('/denmark.services'),
    ...feeds.sv.files('/sweden.services'),
  ]);

  const server = createServer((request, response) => {
    const { status, headers, body } = answer(request, files, services);
    response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) });
    response.end(request.method === 'HEAD' ? undefined : body);
  });
  return {
    feeds,
    listen: (port = 0, host = '127.0.0.1') => listening(server, port, host),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function loadFeeds(directory) {
  if (directory) {
    // npm runs in the folder of its package.json; the name was typed in the folder npm was started in.
    const own = await loadServices(directory, { from: process.env.INIT_CWD ?? process.cwd() });
    return { en: own, da: own, sv: own };
  }
  const { en, da, sv } = inventedFeeds;
  return { en: await loadServices(en), da: await loadServices(da), sv: await loadServices(sv) };
}

function answer({ method, url }, files, services) {
  const plain = headersFor('text/plain; charset=utf-8');
  const nothing = { status: 404, headers: plain, body: 'There is nothing at this address. Start at /\n' };
  if (method !== 'GET' && method !== 'HEAD') {
    return { status: 405, headers: { ...plain, Allow: 'GET, HEAD' }, body: 'Only GET and HEAD.\n' };
  }
  const path = pathOf(url);
  if (path === undefined) return nothing;
  const data = services.get(path);
  if (data !== undefined) {
    const type = typeof data === 'string' ? 'application/json; charset=utf-8' : 'application/octet-stream';
    return { status: 200, headers: headersFor(type), body: data };
  }
  const found = files.get(path);
  if (found) return { status: 200, headers: headersFor(found.type), body: found.body };
  if (files.has(`${path}/`)) {
    return { status: 308, headers: { ...plain, Location: `${path}/` }, body: `See ${path}/\n` };
  }
  return nothing;
}

function pathOf(url) {
  try {
    return decodeURIComponent(url.split(/[?#]/, 1)[0]);
  } catch {
    return undefined;
  }
}

function listening(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const shown = ['127.0.0.1', '::1', '0.0.0.0', '::'].includes(host) ? 'localhost' : host;
      resolve(`http://${shown}:${server.address().port}`);
    });
  });
}
