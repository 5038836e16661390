import { Hono } from 'hono';
import type { HubEnv } from '../hub-env.js';
import type { HubOptions } from '../hub-options.js';
import { answerWithPage, filled } from '../pages/page.js';
import type { PageFile } from '../pages/page-files.js';
import { pageSettings } from '../pages/page-settings.js';
import { originsOf, type SmartOptions } from './smart-options.js';

/** `/launch`, where a record system or a worker begins, and `/app`, where the record sends the worker back to. */
export function smartRoutes(hub: HubOptions, smart: SmartOptions, files: ReadonlyMap<string, PageFile>): Hono<HubEnv> {
  const settings = pageSettings(hub);
  const policy = {
    connect: [...new Set(smart.issuers.flatMap(originsOf))],
    ancestors: [...new Set(smart.issuers.flatMap(({ frames = [] }) => frames))],
  };
  const blocks = { SETTINGS: settings, EMERGENCY: hub.pack.place.facts['emergencyNumber']?.value ?? 112 };
  const launch = filled(files.get('launch.html')?.body ?? '', blocks);
  const app = filled(files.get('app.html')?.body ?? '', blocks);
  const routes = new Hono<HubEnv>();
  routes.get('/launch', (c) => answerWithPage(c, launch, policy));
  routes.get('/app', (c) => answerWithPage(c, app, policy));
  return routes;
}
