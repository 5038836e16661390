import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { discovery, serviceId } from '@everycontact/fhir/cds-hooks';
import type { HubEnv } from '../hub-env.js';
import type { HubOptions } from '../hub-options.js';
import { hashes } from '../history/hashes.js';
import { memoryHistory } from '../history/memory-history.js';
import { newTally } from '../history/tally.js';
import { jsonBody } from '../limits/json-body.js';
import type { Limits } from '../limits/limits.js';
import { Refusal } from '../refusal.js';
import { trusted } from '../trust/trusted.js';
import { answering } from './answering.js';
import type { CdsOptions } from './cds-options.js';
import { takingFeedback } from './taking-feedback.js';

/** `/cds-services`, the one service with its feedback, and `/feedback-summary`; all of them for those who are trusted. */
export function cdsRoutes(hub: HubOptions, cds: CdsOptions, limits: Limits) {
  const { address, behindProxy = false, now = Date.now, fetch: ask = fetch } = hub;
  const history = cds.history ?? memoryHistory();
  const canonical = hub.canonical ?? hub.pack.canonical ?? `${address}/fhir`;
  const tally = newTally();
  const { services } = discovery(hub.pack.place.id, cds.codes?.maps);
  const parts = { history, tally, canonical, services, hash: hashes(cds.historyKey), limits, now, fetch: ask };
  const answer = answering(hub, cds, parts);
  const takeFeedback = takingFeedback(parts);

  const routes = new Hono<HubEnv>();
  const guard = trusted({ ...limits, trust: cds.trust, address, behindProxy, now, fetch: ask });
  for (const path of ['/cds-services/*', '/feedback-summary']) routes.use(path, notKept, guard);
  routes.get('/cds-services', (c) => c.json({ services }));
  routes.get('/feedback-summary', (c) => c.json(tally.summary()));
  routes.post('/cds-services/:id', known, async (c) => c.json(await answer(await jsonBody(c, limits.depth), c)));
  routes.post('/cds-services/:id/feedback', known, async (c) => {
    await takeFeedback(await jsonBody(c, limits.depth));
    return c.body(null, 200);
  });
  return routes;
}

const notKept = createMiddleware(async (c, next) => {
  c.header('Cache-Control', 'no-store');
  await next();
});

const known = createMiddleware<HubEnv>(async (c, next) => {
  if (c.req.param('id') !== serviceId) {
    const message = `Expected the service "${serviceId}", found another. GET /cds-services lists what there is.`;
    throw new Refusal(404, 'cds-service-unknown', 'id', message);
  }
  await next();
});
