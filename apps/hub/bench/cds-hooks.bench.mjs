import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { aCall } from './call.mjs';
import { load } from './load.mjs';
import { aSigner } from './signer.mjs';

// How the hub answers two hundred calls a second of patient-view with a full prefetch, each about somebody else, on this
// machine: the hub in a process of its own, the load in this one. Nothing is asserted: the figures are for the README.

const perSecond = 200;
const seconds = 15;
const warming = 5;
const service = '/cds-services/brief-advice';

const signer = await aSigner('https://record.wexmarsh.example');
const folder = mkdtempSync(join(tmpdir(), 'hub-bench-'));
const config = join(folder, 'hub.json');
writeFileSync(config, JSON.stringify({ issuers: [{ iss: signer.iss, keys: signer.jwks }] }));

console.log(`\n${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}`);
console.log(`${perSecond} calls a second by chance for ${seconds} s, full prefetch\n`);
console.log(
  '| | answered a second | p50 ms | p99 ms | longest ms | errors | load before |\n|---|---|---|---|---|---|---|',
);
try {
  const count = Math.ceil(perSecond * (seconds + warming) * 1.3);
  await measured('signed, ES384', ['--demo', '--config', config], (address) => signer.tokens(address + service, count));
  await measured('unsigned (demo)', ['--demo'], () => undefined);
} finally {
  rmSync(folder, { recursive: true });
}

async function measured(name, options, tokensFor) {
  const hub = await started(options);
  const tokens = await tokensFor(hub.address);
  let number = 0;
  const call = () => {
    const Authorization = tokens?.[number];
    const headers = { 'Content-Type': 'application/json', ...(Authorization && { Authorization }) };
    return { body: aCall(number++), headers };
  };
  const fits = (answer) => answer.startsWith('{"cards":[{"uuid"');
  await load(hub.address + service, { perSecond, seconds: warming, call, fits });
  const busy = loadavg()[0];
  const { rate, p50, p99, longest, failed } = await load(hub.address + service, { perSecond, seconds, call, fits });
  const figures = [rate.toFixed(0), p50.toFixed(1), p99.toFixed(1), longest.toFixed(0), failed, busy.toFixed(1)];
  console.log(`| ${name} | ${figures.join(' | ')} |`);
  await hub.stop();
}

/** The built hub in a process of its own. */
function started(options) {
  const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));
  const child = spawn(process.execPath, [main, ...options], {
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  return new Promise((resolve, reject) => {
    let said = '';
    child.once('exit', () => reject(new Error(`The hub did not start:\n${said}`)));
    child.stderr.on('data', (part) => {
      said += part;
      const address = /listens at (\S+)/.exec(said)?.[1];
      if (address) resolve({ address, stop: () => (child.kill('SIGTERM'), ended) });
    });
  });
}
