import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { HostContext } from '@everycontact/core/host-context';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { EmbeddingHost } from '../src/embedded/embedded-options.js';

/** What a token says, where a test wants it otherwise. */
interface Claims {
  readonly issuer?: string;
  readonly audience?: string;
  readonly until?: string;
  readonly id?: string;
  readonly key?: CryptoKey;
}

/** A host system on this machine: a page with a frame, and a key to sign addresses with. */
export interface HostSystem {
  readonly origin: string;
  readonly trusted: EmbeddingHost;
  sign(context: unknown, address: string, claims?: Claims): Promise<string>;
  stop(): void;
}

const iss = 'https://host.example';

/** The file that a host page without a bundler takes in. */
const hostFile = readFileSync(fileURLToPath(import.meta.resolve('@everycontact/web-component/host')));

const page = `<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,"><iframe width="800" height="700"></iframe>
<script type="module">import * as host from '/host.js'; Object.assign(window, { host, told: [] });</script>`;

export async function startHostSystem(): Promise<HostSystem> {
  const { privateKey, publicKey } = await generateKeyPair('ES384');
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'k-1', alg: 'ES384' }] };
  const server = createServer((request, response) => {
    const script = request.url === '/host.js';
    response.writeHead(200, { 'content-type': script ? 'text/javascript' : 'text/html' });
    response.end(script ? hostFile : page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    trusted: { iss, keys, origin },
    sign(context, address, { issuer = iss, audience = `${address}/embedded`, until = '1m', id, key } = {}) {
      return new SignJWT({ context })
        .setProtectedHeader({ alg: 'ES384', kid: 'k-1', typ: 'JWT' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime(until)
        .setJti(id ?? randomUUID())
        .sign(key ?? privateKey);
    },
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

export const contextOf = (key: string, more: Partial<HostContext> = {}): HostContext => ({
  schema: 'everycontact/host-context@1',
  subject: { key },
  ...more,
});
