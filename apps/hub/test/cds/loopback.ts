import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';

export interface Loopback {
  readonly address: string;
  /** What it was asked, oldest first. */
  readonly asked: readonly Request[];
  close(): Promise<void>;
}

/** Another server on this machine: a record system, a place of keys, or a trap that nobody should ever ask. */
export async function loopback(answer: (request: Request) => Response | Promise<Response>): Promise<Loopback> {
  const asked: Request[] = [];
  const server = createAdaptorServer({
    fetch(request) {
      asked.push(request);
      return answer(request);
    },
  }) as Server;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
