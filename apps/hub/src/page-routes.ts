import { Hono } from 'hono';
import { embeddedRoutes } from './embedded/routes.js';
import type { HubEnv } from './hub-env.js';
import type { HubOptions } from './hub-options.js';
import { assetRoutes } from './pages/assets.js';
import { pageFiles } from './pages/page-files.js';
import { smartRoutes } from './smart/routes.js';

/** The pages of the hub that are switched on, with what they load. */
export function pageRoutes(hub: HubOptions): Hono<HubEnv> {
  const files = pageFiles();
  const routes = new Hono<HubEnv>();
  routes.route('/', assetRoutes(files, hub.pack, hub.services));
  if (hub.smart) routes.route('/', smartRoutes(hub, hub.smart, files));
  if (hub.embedded) routes.route('/', embeddedRoutes(hub, hub.embedded, files));
  return routes;
}
