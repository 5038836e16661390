import { Hono } from 'hono';
import type { HubEnv } from './hub-env.js';
import type { HubOptions } from './hub-options.js';

/** `GET /health`: whether the hub answers, with which pack, and with a list of services of which day. */
export function healthRoutes({ pack: { id, version, digest }, servicesAsOf: asOf }: HubOptions) {
  const health = { status: 'ok', pack: { id, version, digest }, ...(asOf !== undefined && { services: { asOf } }) };
  return new Hono<HubEnv>().get('/health', (c) => c.json(health));
}
