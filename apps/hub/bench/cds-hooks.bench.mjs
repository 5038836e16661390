import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { aCall } from './call.mjs';
import { aSigner } from './signer.mjs';

// How the hub answers two hundred calls a second of patient-view with a full prefetch, each about somebody else, on this
// machine: the hub in a process of its own, the load in this one. Nothing is asserted: the figures are for the README.

const perSecond = 200;
const seconds = 15;
const connections = 20;
const service = '/cds-services/brief-advice';

const signer = await aSigner('https://record.wexmarsh.example');
const folder = mkdtempSync(join(tmpdir(), 'hub-bench-'));
const config = join(folder, 'hub.json');
writeFileSync(config, JSON.stringify({ issuers: [{ iss: signer.iss, keys: signer.jwks }] }));

console.log(`\n${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}`);
console.log(`${perSecond} calls a second for ${seconds} s over ${connections} connections, full prefetch\n`);
console.log(
  '| | answered a second | p50 ms | p99 ms | longest ms | errors | load before |\n|---|---|---|---|---|---|---|',
);
try {
  await measured('signed, ES384', ['--demo', '--config', config], (address) =>
    signer.tokens(address + service, 2 * perSecond * seconds),
  );
  await measured('unsigned (demo)', ['--demo'], () => undefined);
} finally {
  rmSync(folder, { recursive: true });
}

async function measured(name, options, tokensFor) {
  const hub = await started(options);
  const tokens = await tokensFor(hub.address);
  let call = 0;
  const load = (duration) =>
    autocannon({
      url: hub.address + service,
      connections,
      overallRate: perSecond,
      duration,
      verifyBody: (body) => String(body).startsWith('{"cards":[{"uuid"'),
      requests: [{ setupRequest: (request) => ({ ...request, method: 'POST', ...sent() }) }],
    });
  const sent = () => {
    const number = call++;
    const authorization = tokens && { Authorization: tokens[number % tokens.length] };
    return { body: aCall(number), headers: { 'Content-Type': 'application/json', ...authorization } };
  };
  await load(3);
  const busy = loadavg()[0].toFixed(1);
  const { requests, latency, errors, timeouts, non2xx, mismatches, duration } = await load(seconds);
  const failed = errors + timeouts + non2xx + mismatches;
  const rate = (requests.total / duration).toFixed(0);
  console.log(`| ${name} | ${rate} | ${latency.p50} | ${latency.p99} | ${latency.max} | ${failed} | ${busy} |`);
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
