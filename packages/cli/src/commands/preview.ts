import { createServer, type ServerResponse } from 'node:http';
import { minimisePack } from '@everycontact/core/adapt';
import { EveryContactError } from '@everycontact/core';
import type { Command } from '../command.js';
import { oneOf } from '../one-of.js';
import { misuse, portOf, readArgs, text } from '../options.js';
import { openOrTell } from '../packs/open-or-tell.js';
import { openPack } from '../packs/open-pack.js';
import { wholeOf, wholePack } from '../packs/whole-pack.js';
import { brokenPage, previewPage, previewStyle, reloadScript } from '../preview-page.js';
import { print, type Terminal } from '../terminal.js';
import { watchFolders } from '../watch-folders.js';
import { scriptTag } from './build.js';

/** None that another of our servers takes: the hub has 4180, a served directory 4181. */
const defaultPort = '4182';

export const previewCommand: Command = {
  name: 'preview',
  summary: 'Serves a page as the worker will see it, reloading when a file changes',
  help: [
    'Usage: everycontact preview PACK [OPTIONS]',
    '',
    '  --locale TAG   a language of the pack; its first one by default',
    '  --audience WHO worker (by default) or person',
    `  --port NUMBER  ${defaultPort} by default; on this machine only`,
    '',
    'Ends with Ctrl+C. Exit codes: 0 ended, 1 the pack has problems, 2 misuse.',
  ],
  run,
};

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = readArgs('preview', args, { locale: text, audience: text, port: text }, 1);
  const [name] = positionals;
  if (name === undefined) throw misuse('preview', 'option-invalid', 'Expected a pack, found nothing.');
  const port = portOf('preview', values.port ?? defaultPort);
  const opened = openPack(name);
  const { locales } = wholeOf('preview', opened);
  const locale = oneOf('preview', '--locale', values.locale ?? locales[0], locales);
  const audience = oneOf('preview', '--audience', values.audience ?? 'worker', ['worker', 'person']);
  const server = await serve({ name, locale, audience, port }, opened.files, terminal);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    server.once('close', resolve);
  });
  server.close();
  server.closeAllConnections();
  return 0;
}

interface Previewed {
  readonly name: string;
  readonly locale: string;
  readonly audience: string;
  /** 0 takes any that is free. */
  readonly port: number;
}

/** The page, its script with the pack of this moment inside, and a stream that says when a file changed. */
export async function serve(shown: Previewed, files: readonly string[], { out, err }: Pick<Terminal, 'out' | 'err'>) {
  const open = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    const [path = '/'] = (request.url ?? '/').split('?');
    if (path === '/changes') {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(': waiting\n\n');
      open.add(response);
      response.once('close', () => open.delete(response));
      return;
    }
    try {
      const [type, body] = answer(path, shown);
      response.writeHead(type === undefined ? 404 : 200, headersFor(type)).end(body);
    } catch (error) {
      const message = error instanceof EveryContactError ? error.message : 'the page could not be made';
      print(err, [message]);
      response.writeHead(500, headersFor('text/html')).end(brokenPage(message));
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', ({ message }) => {
      const taken = `--port: expected a port that is free, found: ${message}. Take another with --port.`;
      reject(misuse('preview', 'option-invalid', taken));
    });
    server.listen(shown.port, '127.0.0.1', resolve);
  });
  const changed = () => {
    for (const response of open) response.write('data: changed\n\n');
    return [openOrTell(shown.name)];
  };
  const { end } = watchFolders([{ files }], changed, err);
  server.once('close', end);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : shown.port;
  print(out, [`Open http://localhost:${port}/ - it reloads when a file changes. Ctrl+C ends.`]);
  return server;
}

const headersFor = (type = 'text/plain') => ({
  'content-type': `${type}; charset=utf-8`,
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'; trusted-types lit-html",
});

function answer(path: string, { name, locale, audience }: Previewed): readonly [string | undefined, string] {
  if (path === '/') return ['text/html', previewPage(wholePack('preview', name), locale, audience)];
  if (path === '/page.css') return ['text/css', previewStyle];
  if (path === '/reload.js') return ['text/javascript', reloadScript];
  if (path === '/advice-prompt.js')
    return [
      'text/javascript',
      scriptTag(JSON.stringify(minimisePack(wholePack('preview', name), { locales: [locale] }))),
    ];
  return [undefined, 'There is no such page.'];
}
