import { createHash, randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { memoryFhir, type MemoryFhir } from '@everycontact/fhir/testing';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { generateKeyPair, SignJWT } from 'jose';

/** What the record does with the next launch; tests change it as they go. */
interface Behaviour {
  /** Who is there, or is chosen; nobody where the server does not say. */
  patient: string | undefined;
  /** Cuts down what was asked for. */
  grant: (asked: string) => string;
  /** The worker, or the server, says no. */
  deny: boolean;
  /** More in the token response. */
  more: Record<string, unknown>;
  /** A status instead of an answer to what is written, so many times; `lost` writes it and breaks the line. */
  failWrites: { left: number; how: number | 'lost' };
}

/** A record system with SMART App Launch 2, on this machine, for tests: one client, public, with PKCE. */
export interface SmartServer {
  readonly iss: string;
  readonly fhir: MemoryFhir;
  readonly behaviour: Behaviour;
  /** Paths that were asked for, without what stood behind the question mark. */
  readonly asked: string[];
  /** What the last worker came with to the authorisation endpoint. */
  readonly wanted: URLSearchParams;
  stop(): Promise<void>;
}

interface Grant {
  readonly challenge: string;
  readonly redirect: string;
  readonly scope: string;
}

export const clientId = 'everycontact-test';

export async function startSmartServer(resources: readonly unknown[]): Promise<SmartServer> {
  const fhir = memoryFhir({ resources });
  const { privateKey } = await generateKeyPair('ES256');
  const behaviour: Behaviour = {
    patient: 'p-1',
    grant: (asked) => asked,
    deny: false,
    more: { need_patient_banner: true },
    failWrites: { left: 0, how: 503 },
  };
  const asked: string[] = [];
  const codes = new Map<string, Grant>();
  const tokens = new Set<string>();
  let wanted = new URLSearchParams();
  let origin = '';

  const app = new Hono();
  app.use(cors({ origin: '*', allowHeaders: ['Authorization', 'Content-Type', 'Accept'] }));
  app.use(async (c, next) => {
    if (c.req.method !== 'OPTIONS') asked.push(c.req.path);
    await next();
  });
  app.get('/fhir/.well-known/smart-configuration', (c) =>
    c.json({
      issuer: origin,
      authorization_endpoint: `${origin}/authorize`,
      token_endpoint: `${origin}/token`,
      code_challenge_methods_supported: ['S256'],
      capabilities: ['launch-ehr', 'launch-standalone', 'client-public', 'context-ehr-patient', 'permission-v2'],
    }),
  );
  app.get('/authorize', (c) => {
    wanted = new URL(c.req.url).searchParams;
    const want = (name: string) => wanted.get(name) ?? '';
    const back = new URL(want('redirect_uri'));
    const fits =
      want('client_id') === clientId &&
      want('aud') === `${origin}/fhir` &&
      want('response_type') === 'code' &&
      want('code_challenge_method') === 'S256' &&
      back.pathname === '/app';
    if (!fits) return c.text('not a launch that this server knows', 400);
    if (behaviour.deny) back.searchParams.set('error', 'access_denied');
    else {
      const code = randomUUID();
      codes.set(code, { challenge: want('code_challenge'), redirect: back.href, scope: want('scope') });
      back.searchParams.set('code', code);
    }
    back.searchParams.set('state', want('state'));
    return c.redirect(back.href);
  });
  app.post('/token', async (c) => {
    const body = new URLSearchParams(await c.req.text());
    const code = body.get('code') ?? '';
    const grant = codes.get(code);
    codes.delete(code);
    const proof = createHash('sha256')
      .update(body.get('code_verifier') ?? '')
      .digest('base64url');
    const fits =
      grant?.challenge === proof &&
      grant.redirect === body.get('redirect_uri') &&
      body.get('client_id') === clientId &&
      body.get('grant_type') === 'authorization_code';
    if (!fits) return c.json({ error: 'invalid_grant' }, 400);
    const token = randomUUID();
    tokens.add(token);
    return c.json({
      access_token: token,
      token_type: 'Bearer',
      expires_in: 300,
      scope: behaviour.grant(grant.scope),
      id_token: await new SignJWT({ fhirUser: `${origin}/fhir/Practitioner/dr-1` })
        .setProtectedHeader({ alg: 'ES256' })
        .setIssuer(origin)
        .setAudience(clientId)
        .setSubject('worker')
        .setIssuedAt()
        .setExpirationTime('5m')
        .sign(privateKey),
      ...(behaviour.patient !== undefined && { patient: behaviour.patient, encounter: 'e-1' }),
      ...behaviour.more,
    });
  });
  app.get('/style.json', (c) =>
    c.json({ color_background: '#fffdf5', color_text: '#101010', dim_border_radius: '0px' }),
  );
  app.post('/fhir', async (c) => {
    if (!tokens.has(c.req.header('authorization')?.replace('Bearer ', '') ?? '')) return c.json({}, 401);
    const { failWrites } = behaviour;
    const fails = failWrites.left > 0;
    failWrites.left -= Number(fails);
    if (fails && failWrites.how !== 'lost') return c.json({}, failWrites.how as 503);
    const answer = await fhir(c.req.raw);
    return fails ? c.json({}, 502) : answer;
  });
  app.all('/fhir/*', async (c) => {
    if (!tokens.has(c.req.header('authorization')?.replace('Bearer ', '') ?? '')) return c.json({}, 401);
    return fhir(c.req.raw);
  });

  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    iss: `${origin}/fhir`,
    fhir,
    behaviour,
    asked,
    get wanted() {
      return wanted;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
