import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** As strict as it gets; a style sheet of the host's own is let in, because the pages have one. */
const strict =
  "default-src 'none'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";

/**
 * Serves a folder on a free port; under `/strict/` with the strict policy.
 *
 * @returns {Promise<{ address: string, close: () => void }>}
 */
export async function serve(folder) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const path = pathname.replace(/^\/strict/, '');
    try {
      const contents = await readFile(join(folder, path));
      response.writeHead(200, {
        'content-type': `${types[extname(path)]}; charset=utf-8`,
        ...(path !== pathname && { 'content-security-policy': strict }),
      });
      response.end(contents);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
