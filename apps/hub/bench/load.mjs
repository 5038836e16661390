import { Agent, request } from 'node:http';

/**
 * Calls that come by chance, so many a second on average, as they do from a building full of people: none waits for the answer
 * to another. Each is timed from the moment at which it was due, so that a server that falls behind cannot hide it.
 *
 * @param {string} address
 * @param {{ perSecond: number, seconds: number, call: () => { body: string, headers: object }, fits: (answer: string) => boolean }} given
 */
export async function load(address, { perSecond, seconds, call, fits }) {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const taken = [];
  const running = [];
  let failed = 0;
  const started = performance.now();
  for (let due = started; due < started + seconds * 1000; due += (-Math.log(1 - Math.random()) * 1000) / perSecond) {
    const early = due - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    const one = post(agent, address, call()).then(
      ({ status, text }) => {
        taken.push(performance.now() - due);
        if (status !== 200 || !fits(text)) failed++;
      },
      () => failed++,
    );
    running.push(one);
  }
  await Promise.all(running);
  const length = (performance.now() - started) / 1000;
  agent.destroy();
  taken.sort((a, b) => a - b);
  const at = (share) => taken[Math.min(taken.length - 1, Math.floor(taken.length * share))] ?? Infinity;
  return { rate: taken.length / length, p50: at(0.5), p99: at(0.99), longest: at(1), failed };
}

function post(agent, address, { body, headers }) {
  return new Promise((resolve, reject) => {
    const length = Buffer.byteLength(body);
    const sent = request(
      address,
      { agent, method: 'POST', headers: { ...headers, 'Content-Length': length } },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (part) => (text += part));
        answer.on('end', () => resolve({ status: answer.statusCode, text }));
        answer.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
