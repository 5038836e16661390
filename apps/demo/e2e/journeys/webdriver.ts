import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

/** The few words of W3C WebDriver that a journey needs, over plain `fetch`. */
export interface WebDriver {
  readonly version: string;
  /** @throws Error with what the driver answered */
  readonly call: <T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<T>;
  readonly close: () => Promise<void>;
}

interface Session {
  readonly sessionId: string;
  readonly capabilities: { readonly browserVersion: string };
}

/**
 * Starts a driver in a process group of its own and opens one session in it.
 *
 * @param launch the command that starts the driver on a port
 */
export async function startWebDriver(launch: Launch, capabilities: object): Promise<WebDriver> {
  // Now and then WebKit's browser never answers the driver that started it: then both are started anew.
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await startOnce(launch, capabilities);
    } catch (error) {
      if (attempts === 4) throw error;
    }
  }
}

type Launch = (port: number) => { readonly command: string; readonly args: readonly string[] };

async function startOnce(launch: Launch, capabilities: object): Promise<WebDriver> {
  const port = await freePort();
  const { command, args } = launch(port);
  const child = spawn(command, args, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  const driver = `http://127.0.0.1:${port}`;
  try {
    await answering(driver, child);
    const asked = { capabilities: { alwaysMatch: capabilities } };
    const session = await send<Session>('POST', `${driver}/session`, asked, AbortSignal.timeout(20_000));
    const base = `${driver}/session/${session.sessionId}`;
    return {
      version: session.capabilities.browserVersion,
      call: (method, path, body) => send(method, base + path, body),
      close: async () => {
        await send('DELETE', base);
        await end(child);
      },
    };
  } catch (error) {
    await end(child);
    throw error;
  }
}

async function send<T>(method: string, address: string, body?: object, signal?: AbortSignal): Promise<T> {
  const response = await fetch(address, {
    method,
    ...(body && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  });
  const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
  if (response.ok) return value;
  throw new Error(`${method} ${new URL(address).pathname}: ${value.error}: ${value.message}`);
}

/** Tries until the driver is ready to make a session, or has ended. */
async function answering(driver: string, child: ChildProcess): Promise<void> {
  let said = '';
  child.stderr?.on('data', (part) => (said += String(part)));
  const until = performance.now() + 30_000;
  while (performance.now() < until && child.exitCode === null) {
    const status = await send<{ ready: boolean }>('GET', `${driver}/status`).catch(() => undefined);
    if (status?.ready) return;
  }
  throw new Error(`The driver did not start: ${said || 'it said nothing'}`);
}

/** The whole group, with the screen that was made for it. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const ended = once(child, 'exit');
  process.kill(-child.pid, 'SIGTERM');
  await ended;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
