import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullPrefetch } from '../test/cds/people.js';
import { aCall, runningHub, service, type RunningHub } from '../test/cds/running-hub.js';

let hub: RunningHub;
beforeAll(async () => {
  hub = await runningHub({ trust: 'anyone' }, { limits: { perSecond: 10_000 } });
});
afterAll(() => hub.stop());

/** Told in words, as JSON, without a stack, and never a fault of the hub's own. */
async function answeredWell(response: Response): Promise<void> {
  const text = await response.text();
  expect(response.status).toBeLessThan(500);
  expect(text).not.toMatch(/\bat [\w.<>]+ \(|node_modules|\.(ts|js):\d/);
  if (text !== '') expect(JSON.parse(text)).toBeTypeOf('object');
}

const hostile = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom<unknown>(
    JSON.parse('{"__proto__":{"resourceType":"Patient"},"constructor":{"prototype":{}}}'),
    Array(5000).fill({}),
    { resourceType: 'Bundle', entry: Array(5000).fill(null) },
    { resourceType: 'Patient', id: 'p-1', birthDate: 'x'.repeat(10_000) },
    {
      resourceType: 'Observation',
      subject: { reference: 'Patient/p-1' },
      code: { coding: [null, 7, {}] },
      effectiveDateTime: {},
    },
    -0,
    1e308,
    '\u0000\ud800',
  ),
);
const prefetch = fc.oneof(hostile, fc.dictionary(fc.constantFrom(...Object.keys(fullPrefetch('p-1'))), hostile));
const parts = fc.record(
  { hook: hostile, hookInstance: hostile, context: hostile, prefetch, fhirServer: hostile, fhirAuthorization: hostile },
  { requiredKeys: [] },
);

describe('whatever comes', { timeout: 20_000 }, () => {
  it('as a call or as feedback is answered in words: never a fault, a stack or a hang', async () => {
    const call = fc.oneof(
      hostile,
      parts.map((some) => ({ ...aCall('p-1', fullPrefetch('p-1')), ...some })),
      prefetch.map((given) => ({ ...aCall('p-1'), prefetch: given })),
      fc.record({ feedback: fc.array(hostile, { maxLength: 5 }) }),
    );
    const path = fc.constantFrom(service, `${service}/feedback`);
    await fc.assert(
      fc.asyncProperty(call, path, async (json, to) =>
        answeredWell(await hub.post(JSON.stringify(json) ?? '', {}, to)),
      ),
      { numRuns: 150 },
    );
  });

  it('as bytes, with any headers', async () => {
    const header = fc
      .string({ unit: fc.constantFrom('a', 'Z', '0', ' ', ';', ',', '=', '/', '*', '"', '%', '-'), maxLength: 60 })
      .map((text) => text.trim());
    const headers = fc.record(
      {
        Authorization: fc.oneof(
          header,
          header.map((text) => `Bearer ${text}.${text}.${text}`),
        ),
        'Accept-Language': header,
        'Content-Type': fc.constantFrom(
          'application/json',
          'application/fhir+json; charset=utf-8',
          'text/xml',
          'application/json;;',
        ),
        'X-Forwarded-For': header,
        Origin: header,
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), headers, async (bytes, some) =>
        answeredWell(await hub.post(new Uint8Array(bytes), some)),
      ),
      { numRuns: 80 },
    );
  });

  it('to any address', async () => {
    const path = fc.array(
      fc.oneof(fc.webFragments(), fc.constantFrom('..', '%2e%2e', '%00', 'cds-services', '__proto__')),
      { maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(path, async (segments) => answeredWell(await fetch(`${hub.address}/${segments.join('/')}`))),
      { numRuns: 50 },
    );
  });

  it('as something that is not even HTTP', async () => {
    const port = Number(new URL(hub.address).port);
    const sent = [
      '\0\0\0\0\r\n\r\n',
      'POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n',
      'GET /\x7f HTTP/9.9\r\n\r\n',
      `GET / HTTP/1.1\r\nHost: x\r\nA: ${'a'.repeat(20_000)}\r\n\r\n`,
      'GET / HTTP/1.1\r\nHost: a b\r\n\r\n',
      `POST ${service} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`,
      'POST /health HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
    ];
    for (const text of sent) {
      const answer = await new Promise<string>((resolve) => {
        let said = '';
        const socket = connect(port, '127.0.0.1', () => socket.end(text));
        socket
          .on('data', (part) => (said += String(part)))
          .on('error', () => resolve(said))
          .on('close', () => resolve(said));
      });
      expect(answer).not.toMatch(/^HTTP\/1\.1 5|node_modules|\.(ts|js):\d/);
    }
  });

  it('it goes on answering', async () => {
    expect((await hub.call(aCall('p-1', fullPrefetch('p-1')))).status).toBe(200);
    expect(hub.log.filter(({ event }) => event === 'fault')).toEqual([]);
  });
});
