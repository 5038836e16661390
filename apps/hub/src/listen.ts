import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hub } from './hub-env.js';

export interface Listening {
  /** e.g. `http://localhost:4180` */
  readonly address: string;
  /** Takes no new request, answers those that are under way, and then ends; `patience` in milliseconds. */
  stop(patience?: number): Promise<void>;
}

/** A client that sends slowly does not keep a place for long. */
const serverOptions = { headersTimeout: 5_000, requestTimeout: 10_000, keepAliveTimeout: 5_000 };

/**
 * Makes a hub at an address and lets it answer there.
 *
 * @param make gets the address that it listens at
 * @param port 0 takes any that is free
 */
export async function listen(make: (address: string) => Hub, port: number, host = '127.0.0.1'): Promise<Listening> {
  let hub: Hub | undefined = undefined as Hub | undefined;
  let stopping = false;
  const server = createAdaptorServer({
    serverOptions,
    async fetch(request, env) {
      const answer = await hub?.fetch(request, env);
      if (stopping) answer?.headers.set('Connection', 'close');
      return answer;
    },
  }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  const address = `http://${isThisMachine(host) ? 'localhost' : host}:${taken}`;
  hub = make(address);
  return {
    address,
    stop: (patience = 10_000) =>
      new Promise((resolve) => {
        stopping = true;
        const late = setTimeout(() => server.closeAllConnections(), patience);
        // A connection whose body was left unread becomes idle only after the close, which then does not see it.
        const idle = setInterval(() => server.closeIdleConnections(), 50);
        server.close(() => {
          clearTimeout(late);
          clearInterval(idle);
          resolve();
        });
      }),
  };
}

const isThisMachine = (host: string) => ['127.0.0.1', '::1', '0.0.0.0', '::'].includes(host);
