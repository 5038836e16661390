import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const root = fileURLToPath(new URL('..', import.meta.url));

const environment = {
  ...process.env,
  PATH: [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
};

/**
 * Runs one command from the root of the repository, tools of node_modules included, and waits for it.
 *
 * @param {string} command
 * @param {readonly string[]} given its arguments
 * @param {{ env?: Record<string, string>, quiet?: boolean }} options `quiet` keeps what it prints for the answer
 * @returns {Promise<{ status: number, output: string }>} a status other than 0 is a failure
 */
export function run(command, given, { env = {}, quiet = false } = {}) {
  return new Promise((resolve) => {
    const windows = process.platform === 'win32';
    const child = spawn(command, given, {
      cwd: root,
      env: { ...environment, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      shell: windows && command !== process.execPath,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => (output += part));
    const stop = (signal) => child.kill(signal);
    // Ctrl+C reaches the child by itself; it then ends, and so do we.
    const wait = () => {};
    process.on('SIGTERM', stop).on('SIGINT', wait);
    const settle = (status) => {
      process.off('SIGTERM', stop).off('SIGINT', wait);
      resolve({ status, output });
    };
    child.on('error', (error) => {
      output += String(error);
      if (!quiet) console.error(String(error));
      settle(1);
    });
    child.on('close', (status, signal) => settle(status ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}

/** Builds every package and app in the order they need one another; what has not changed comes from turbo's cache. */
export function build(...filters) {
  return run('turbo', ['run', 'build', ...filters.map((name) => `--filter=${name}`)]);
}

/** Builds, and ends the process where that fails. */
export async function buildOrStop(...filters) {
  const { status } = await build(...filters);
  if (status !== 0) {
    console.error('\nThe build failed, so nothing was run on it. The first error above is the one to mend.');
    process.exit(status);
  }
}

/** The first of some files that is there. */
export function firstThere(...paths) {
  return paths.find((path) => existsSync(join(root, path)));
}
