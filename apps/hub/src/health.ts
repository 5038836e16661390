import { Hono } from 'hono';
import type { HubEnv } from './hub-env.js';
import type { HubOptions } from './hub-options.js';

/** `GET /health`: whether the hub answers, and with which pack. */
export function healthRoutes({ pack: { id, version, digest } }: HubOptions) {
  return new Hono<HubEnv>().get('/health', (c) => c.json({ status: 'ok', pack: { id, version, digest } }));
}
