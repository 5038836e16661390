import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { minimisePack } from '@everycontact/core/adapt';
import { build } from 'esbuild';
import { createDemoServer } from '../../server/demo-server.mjs';
import { pseudo } from '../words.js';

interface Answer {
  readonly status?: number;
  readonly type: string;
  readonly body: string | Buffer;
  readonly policy: string | null;
}

interface JourneyServer {
  readonly at: string;
  readonly onIntranet: string;
  readonly close: () => Promise<void>;
}

/** The strictest policy there is: no style sheet and no request besides. */
const strictest =
  "default-src 'none'; script-src 'self'; style-src 'none'; require-trusted-types-for 'script'; trusted-types lit-html";
const script = 'text/javascript; charset=utf-8';
const page = 'text/html; charset=utf-8';
const file = (path: string) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8');

/**
 * The demo, with an ear in each of its pages that hears what goes wrong there; and two pages that no demo needs: one from
 * right to left, one under the strictest policy.
 *
 * @returns its address, another under a name that is no secure context, and a way to stop
 */
export async function startJourneyServer(): Promise<JourneyServer> {
  const demo = await createDemoServer();
  const behind = await demo.listen();
  const own = await ownFiles();

  const answer = async (path: string): Promise<Answer> => {
    const made = own.get(path);
    if (made) return made;
    const mirrored = /^\/intranet\/ar\/(.*)$/.exec(path);
    const response = await fetch(behind + (mirrored ? `/intranet/${mirrored[1] ?? ''}` : path));
    const type = response.headers.get('content-type') ?? '';
    const policy = response.headers.get('content-security-policy');
    const whole = Buffer.from(await response.arrayBuffer());
    if (!type.startsWith('text/html')) return { status: response.status, type, policy, body: whole };
    const html = mirrored ? fromRightToLeft(String(whole)) : String(whole);
    return { status: response.status, type, policy, body: withEar(html) };
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', behind);
    void answer(pathname).then(({ status = 200, type, body, policy }) => {
      response.writeHead(status, { 'Content-Type': type, ...(policy && { 'Content-Security-Policy': policy }) });
      response.end(body);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    at: `http://localhost:${port}`,
    onIntranet: `http://intranet.example:${port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await demo.close();
    },
  };

  async function ownFiles(): Promise<ReadonlyMap<string, Answer>> {
    const ear = await build({
      entryPoints: [fileURLToPath(new URL('in-page.ts', import.meta.url))],
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'journey',
      target: 'es2022',
    });
    const services = await (await fetch(`${behind}/services.json`)).text();
    return new Map<string, Answer>([
      ['/journeys/in-page.js', { type: script, policy: null, body: ear.outputFiles[0]?.text ?? '' }],
      [
        '/journeys/axe.js',
        { type: script, policy: null, body: file(createRequire(import.meta.url).resolve('axe-core/axe.min.js')) },
      ],
      [`/assets/${mirroredScript}`, { type: script, policy: null, body: filledScript() }],
      ['/strictest/', { type: page, policy: strictest, body: withEar(strictestPage(services)) }],
    ]);
  }
}

const mirroredScript = 'advice-prompt.england.ar-XB.js';

/** The script-tag file with the pseudo-language inside, filled as the command fills it. */
function filledScript(): string {
  const pack = minimisePack(pseudo.pack, { locales: [pseudo.lang], methods: ['vba', 'very-brief'] });
  return changed(
    file('../../../../packages/web-component/dist/advice-prompt.js'),
    '{"everycontact-pack":0}',
    JSON.stringify(pack),
  );
}

const fromRightToLeft = (html: string): string =>
  changed(
    changed(html, '<html lang="en-GB">', `<html lang="${pseudo.lang}" dir="rtl">`),
    'advice-prompt.england.en-GB.js',
    mirroredScript,
  );

/** A minute to take an ending back: axe may need some of it on a busy machine. */
const withEar = (html: string): string =>
  changed(html, '<head>', '<head><script src="/journeys/in-page.js"></script>').replace(
    '<advice-prompt ',
    '<advice-prompt undo-seconds="60" ',
  );

function changed(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`Expected to find "${from}" on the page or in the file, found none.`);
  return text.replace(from, () => to);
}

const strictestPage = (services: string): string => `<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>The strictest policy</title>
    <script src="/assets/advice-prompt.england.en-GB.js" defer></script>
  </head>
  <body>
    <main>
      <h1>The strictest policy</h1>
      <advice-prompt behaviour="smoking" method="vba" preview>
        <script type="application/json">${services.replaceAll('<', String.raw`\u003c`)}</script>
        <p>In an emergency call <a href="tel:999">999</a>.</p>
      </advice-prompt>
    </main>
  </body>
</html>
`;
