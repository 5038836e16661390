import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import type { HubEnv } from './hub-env.js';

/** One line of the log. No id, no query, no token and no path as it was asked for: routes stand as they are written in the code. */
export interface LogLine {
  readonly at: string;
  readonly event: 'request' | 'fault' | 'started' | 'stopping' | 'stopped';
  readonly [more: string]: string | number;
}
export type Log = (line: LogLine) => void;

/** One line of JSON on the standard output for each. */
export const jsonLog: Log = (line) => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

/** Tells each request once it is answered. */
export function logged(log: Log, now: () => number) {
  return createMiddleware<HubEnv>(async (c, next) => {
    const started = now();
    c.set('told', {});
    await next();
    const route = routePath(c, -1);
    log({
      at: new Date(now()).toISOString(),
      event: 'request',
      method: c.req.method,
      route: route === '/*' ? 'none' : route,
      status: c.res.status,
      milliseconds: Math.round(now() - started),
      ...c.get('told'),
    });
  });
}
