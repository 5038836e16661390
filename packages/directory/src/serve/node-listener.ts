import { pipeline, Readable, type Writable } from 'node:stream';

/** What is read of an `IncomingMessage`: in its own words, so that a page that reads these types needs none of Node's. */
interface Asked {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: { readonly host?: string | undefined };
}

/** What is done to a `ServerResponse`. */
interface Answered {
  writeHead(status: number, headers: Readonly<Record<string, string>>): unknown;
  end(text?: string): unknown;
}

/**
 * A handler of web requests as a listener of `node:http`: `createServer(nodeListener(openReferralHandler(read)))`.
 * Bodies of requests are not read: nothing that is served here takes one.
 */
export function nodeListener(
  handler: (request: Request) => Response | Promise<Response>,
): (request: Asked, response: Answered) => void {
  return (request, response) => {
    void respond(request, response, handler);
  };
}

async function respond(
  { method = 'GET', url = '/', headers }: Asked,
  to: Answered,
  handler: (request: Request) => Response | Promise<Response>,
): Promise<void> {
  try {
    const host = headers.host ?? 'localhost';
    const { status, headers: told, body } = await handler(new Request(new URL(`http://${host}${url}`), { method }));
    to.writeHead(status, Object.fromEntries(told));
    if (body === null) to.end();
    // A reader who leaves midway ends both.
    else pipeline(Readable.fromWeb(body), to as unknown as Writable, () => undefined);
  } catch {
    // No address, or a method that no request may have.
    to.writeHead(400, { 'content-type': 'application/json; charset=utf-8' });
    to.end(JSON.stringify({ error: 'The request cannot be read.' }));
  }
}
