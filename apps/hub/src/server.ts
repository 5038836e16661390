import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { createMiddleware } from 'hono/factory';
import { cdsRoutes } from './cds/routes.js';
import { healthRoutes } from './health.js';
import type { Hub, HubEnv } from './hub-env.js';
import type { HubOptions } from './hub-options.js';
import { bodyBounded } from './limits/body.js';
import { usualLimits } from './limits/limits.js';
import { rateLimited } from './limits/rate.js';
import { logged } from './log.js';
import { pageRoutes } from './page-routes.js';
import { answerTo, Refusal } from './refusal.js';

export type { HubOptions } from './hub-options.js';
export { listen, type Listening } from './listen.js';

/**
 * The hub as a function of a request. What it is not told it does not do; nothing it answers holds a stack trace, and
 * nothing it logs says who somebody is.
 */
export function createHub(options: HubOptions): Hub {
  const { log = () => undefined, now = Date.now, origins = [], behindProxy = false } = options;
  const limits = { ...usualLimits, ...options.limits };
  const hub = new Hono<HubEnv>();
  hub.use(logged(log, now), safeHeaders);
  if (origins.length > 0) hub.use(cors({ origin: [...origins], allowHeaders, maxAge: 600 }));
  hub.use(rateLimited(limits.perSecond, behindProxy), bodyBounded(limits.body));
  hub.route('/', healthRoutes(options));
  if (options.cds) hub.route('/', cdsRoutes(options, options.cds, limits));
  if (options.smart || options.embedded) hub.route('/', pageRoutes(options));
  hub.notFound((c) => answerTo(nothingHere, c, log, now));
  hub.onError((error, c) => answerTo(error, c, log, now));
  return hub;
}

const allowHeaders = ['Authorization', 'Content-Type'];

/**
 * For answers that are data; a page brings a policy of its own, which takes the place of this one. Said before an answer is made:
 * one that is changed afterwards costs as much again.
 */
const safeHeaders = createMiddleware<HubEnv>(async (c, next) => {
  for (const [name, value] of headers) c.header(name, value);
  await next();
});

const headers = Object.entries({
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=15552000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
});

const nothingHere = new Refusal(
  404,
  'not-found',
  'address',
  'Expected an address of the hub, found another. See its README.',
);
