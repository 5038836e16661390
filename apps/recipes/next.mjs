import { execFile, spawn } from 'node:child_process';
import { cp, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

// What `next build` and `next start` do, on a folder that is no project of its own.

const next = fileURLToPath(new URL('dist/bin/next', import.meta.resolve('next/package.json')));
const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };

/** Builds a project in a copy: what is built lies beside its sources, and the settings of TypeScript may be written anew. */
export async function buildNext(project, copy) {
  await cp(project, copy, { recursive: true });
  await promisify(execFile)(process.execPath, [next, 'build', copy], { env }).catch(({ message, stdout }) => {
    throw new Error(`${message}\n${stdout}`);
  });
  await rm(`${copy}/.next/cache`, { recursive: true, force: true });
}

/**
 * Starts the server of a project that was built.
 *
 * @returns {Promise<{ port: number, close: () => Promise<void> }>}
 */
export async function startNext(built) {
  const server = spawn(process.execPath, [next, 'start', built, '--hostname', '127.0.0.1', '--port', '0'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const close = () => {
    server.kill();
    return ended;
  };
  for await (const line of createInterface(server.stdout)) {
    const [, port] = /http:\/\/127\.0\.0\.1:(\d+)/.exec(line) ?? [];
    if (!port) continue;
    server.stdout.resume();
    return { port: Number(port), close };
  }
  throw new Error(`next start ended before it told its port (status ${await ended}).`);
}
