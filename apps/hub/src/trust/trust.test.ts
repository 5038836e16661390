import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SignJWT } from 'jose';
import { loopback, type Loopback } from '../../test/cds/loopback.js';
import { fullPrefetch } from '../../test/cds/people.js';
import { aCall, runningHub, service, type RunningHub } from '../../test/cds/running-hub.js';
import { signer, type Differs, type Signer } from '../../test/cds/signer.js';

let system: Signer;
let byAddress: Signer;
let stranger: Signer;
let keys: Loopback;
let trap: Loopback;
let broken: Loopback;
let hub: RunningHub;
const seconds = () => Math.floor(Date.now() / 1000);

beforeAll(async () => {
  system = await signer('https://record.wexmarsh.example');
  byAddress = await signer('https://record.klintkoebing.example', 'RS384');
  stranger = await signer('https://stranger.example');
  trap = await loopback(() => Response.json(stranger.jwks));
  keys = await loopback(() => Response.json(byAddress.jwks));
  broken = await loopback(() => new Response(null, { status: 302, headers: { Location: `${trap.address}/keys` } }));
  hub = await runningHub(
    {
      trust: [
        { iss: system.iss, keys: system.jwks },
        { iss: byAddress.iss, jku: `${keys.address}/keys` },
        { iss: 'https://away.example', jku: `${broken.address}/keys` },
      ],
    },
    { limits: { refusals: 1000 } },
  );
});
afterAll(() => Promise.all([hub, keys, trap, broken].map((one) => ('stop' in one ? one.stop() : one.close()))));

const body = () => JSON.stringify(aCall('p-1', fullPrefetch('p-1')));
async function asked(Authorization?: string) {
  const response = await hub.post(body(), Authorization === undefined ? {} : { Authorization });
  const { error } = (await response.json()) as { error?: { code: string } };
  return { status: response.status, code: error?.code, challenge: response.headers.get('WWW-Authenticate') };
}
const refused = (code: string) => ({ status: 401, code, challenge: 'Bearer' });
const answered = { status: 200, code: undefined, challenge: null };

describe('a call', () => {
  it('is answered where an agreed system signed it for this very address', async () => {
    expect(await asked(await system.sign(hub.address + service))).toEqual(answered);
    const several = ['https://other.example', hub.address + service];
    expect(await asked(await system.sign(hub.address + service, { claims: { aud: several } }))).toEqual(answered);
  });

  it('is answered by keys from the one agreed address, which may be named', async () => {
    expect(await asked(await byAddress.sign(hub.address + service))).toEqual(answered);
    const header = { jku: `${keys.address}/keys` };
    expect(await asked(await byAddress.sign(hub.address + service, { header }))).toEqual(answered);
    expect(keys.asked).toHaveLength(1);
  });

  it('is refused unsigned, and by anything that is no JWT', async () => {
    expect(await asked()).toEqual(refused('jwt-missing'));
    expect(await asked('Basic YTpi')).toEqual(refused('jwt-missing'));
    expect(await asked('Bearer a.b.c')).toEqual(refused('jwt-malformed'));
  });

  const differing: readonly [string, string, Differs][] = [
    ['an issuer that was not agreed', 'jwt-issuer', { claims: { iss: 'https://stranger.example' } }],
    ['no issuer', 'jwt-issuer', { claims: { iss: undefined } }],
    ['another audience', 'jwt-claims', { claims: { aud: 'https://other.example/cds-services/brief-advice' } }],
    ['no audience', 'jwt-claims', { claims: { aud: undefined } }],
    ['a time that has passed', 'jwt-expired', { claims: { iat: seconds() - 300, exp: seconds() - 60 } }],
    ['no expiry', 'jwt-claims', { claims: { exp: undefined } }],
    ['a day to live', 'jwt-claims', { claims: { exp: seconds() + 86_400 } }],
    ['a time to come', 'jwt-claims', { claims: { iat: seconds() + 600, exp: seconds() + 660 } }],
    ['no time', 'jwt-claims', { claims: { iat: undefined } }],
    ['no id', 'jwt-claims', { claims: { jti: undefined } }],
    ['an empty id', 'jwt-claims', { claims: { jti: '' } }],
    ['another type', 'jwt-claims', { header: { typ: 'at+jwt' } }],
    ['no key id', 'jwt-malformed', { header: { kid: undefined } }],
    ['the id of another key', 'jwt-signature', { header: { kid: 'key-2' } }],
  ];
  it.each(differing)('is refused with %s: %s', async (_what, code, differs) => {
    expect(await asked(await system.sign(hub.address + service, differs))).toEqual(refused(code));
  });

  it('is refused where the signature is for another address of the hub', async () => {
    for (const path of ['/cds-services', `${service}/feedback`])
      expect(await asked(await system.sign(hub.address + path))).toEqual(refused('jwt-claims'));
  });

  it('is refused where somebody else signed, or changed it', async () => {
    const audience = hub.address + service;
    expect(await asked(await stranger.sign(audience, { claims: { iss: system.iss } }))).toEqual(
      refused('jwt-signature'),
    );
    const [head, , signature] = (await system.sign(audience)).split('.');
    const [, other] = (await system.sign(audience)).split('.');
    expect(await asked([head, other, signature].join('.'))).toEqual(refused('jwt-signature'));
  });

  it('is refused without a signature or with one that anybody who checks it can make', async () => {
    const claims = { iss: system.iss, aud: hub.address + service, iat: seconds(), exp: seconds() + 60, jti: 'x' };
    const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
    const none = `Bearer ${encoded({ alg: 'none', kid: 'key-1', typ: 'JWT' })}.${encoded(claims)}.AA`;
    expect(await asked(none)).toEqual(refused('jwt-algorithm'));
    const secret = new TextEncoder().encode(JSON.stringify(system.jwks.keys[0]));
    const symmetric = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', kid: 'key-1', typ: 'JWT' })
      .sign(secret);
    expect(await asked(`Bearer ${symmetric}`)).toEqual(refused('jwt-algorithm'));
  });

  it('is refused with an algorithm that was not agreed with its system', async () => {
    const weaker = await signer(system.iss, 'ES256');
    expect(await asked(await weaker.sign(hub.address + service))).toEqual(refused('jwt-algorithm'));
  });

  it('is answered once', async () => {
    const token = await system.sign(hub.address + service);
    expect(await asked(token)).toEqual(answered);
    expect(await asked(token)).toEqual(refused('jwt-replayed'));
  });

  it('that names an address of keys that was not agreed is refused, and nobody asks there', async () => {
    const header = { jku: `${trap.address}/keys` };
    for (const [one, iss] of [
      [stranger, stranger.iss],
      [system, system.iss],
      [byAddress, byAddress.iss],
    ] as const)
      expect((await asked(await one.sign(hub.address + service, { header, claims: { iss } }))).status).toBe(401);
    expect(trap.asked).toEqual([]);
  });

  it('waits where the agreed keys cannot be had; a redirect to other keys is not followed', async () => {
    const away = await stranger.sign(hub.address + service, { claims: { iss: 'https://away.example' } });
    expect(await asked(away)).toEqual({ status: 503, code: 'jwt-keys-unavailable', challenge: null });
    expect(trap.asked).toEqual([]);
  });
});

describe('every other address of CDS Hooks', () => {
  it('has to be signed for, too', async () => {
    const get = async (path: string, Authorization?: string) =>
      (await fetch(hub.address + path, Authorization ? { headers: { Authorization } } : {})).status;
    for (const path of ['/cds-services', '/feedback-summary']) {
      expect(await get(path)).toBe(401);
      expect(await get(path, await system.sign(hub.address + path))).toBe(200);
    }
    const card = { card: crypto.randomUUID(), outcome: 'overridden', outcomeTimestamp: '2026-11-22T09:30:00Z' };
    expect((await hub.feedback([card])).status).toBe(401);
    const Authorization = await system.sign(`${hub.address}${service}/feedback`);
    expect((await hub.feedback([card], { Authorization })).status).toBe(200);
  });
});

describe('refusals', () => {
  it('are few: an address that keeps guessing waits, and a signed call of another is still answered', async () => {
    const strict = await runningHub(
      { trust: [{ iss: system.iss, keys: system.jwks }] },
      { behindProxy: true, limits: { refusals: 3 } },
    );
    const from = (address: string, Authorization?: string) =>
      strict.post(body(), { 'X-Forwarded-For': `1.2.3.4, ${address}`, ...(Authorization && { Authorization }) });
    const statuses: number[] = [];
    for (let time = 0; time < 5; time++) statuses.push((await from('192.0.2.1')).status);
    expect(statuses).toEqual([401, 401, 401, 429, 429]);
    expect((await from('192.0.2.1', await system.sign(strict.address + service))).status).toBe(429);
    expect((await from('192.0.2.2', await system.sign(strict.address + service))).status).toBe(200);
    await strict.stop();
  });
});

describe('a system that calls too often', () => {
  it('waits, from wherever it calls', async () => {
    const strict = await runningHub(
      { trust: [system, byAddress].map(({ iss, jwks }) => ({ iss, keys: jwks })) },
      { behindProxy: true, limits: { perSecond: 0.3 } },
    );
    const from = async (address: string, caller: Signer) => {
      const Authorization = await caller.sign(strict.address + service);
      return (await strict.post(body(), { 'X-Forwarded-For': address, Authorization })).status;
    };
    const statuses: number[] = [];
    for (let last = 1; last <= 4; last++) statuses.push(await from(`192.0.2.${last}`, system));
    expect(statuses).toEqual([200, 200, 200, 429]);
    expect(await from('192.0.2.5', byAddress)).toBe(200);
    await strict.stop();
  });
});
