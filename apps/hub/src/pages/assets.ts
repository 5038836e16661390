import type { Pack } from '@everycontact/core';
import { Hono } from 'hono';
import type { HubEnv } from '../hub-env.js';
import type { PageFile } from './page-files.js';

/** What every page of the hub loads: its scripts and style sheet, the pack as a module, and the services. */
export function assetRoutes(
  files: ReadonlyMap<string, PageFile>,
  pack: Pack,
  services: Uint8Array<ArrayBuffer> | undefined,
): Hono<HubEnv> {
  const routes = new Hono<HubEnv>();
  const module = `export const pack = ${JSON.stringify(pack)};`;
  routes.get('/pages/pack.js', (c) => c.body(module, 200, { 'content-type': 'text/javascript; charset=utf-8' }));
  routes.get('/pages/services', (c) =>
    services ? c.body(services, 200, { 'content-type': 'application/octet-stream' }) : c.notFound(),
  );
  routes.get('/pages/:name', (c) => {
    const name = c.req.param('name');
    const file = name.endsWith('.html') ? undefined : files.get(name);
    return file ? c.body(file.body, 200, { 'content-type': file.type }) : c.notFound();
  });
  return routes;
}
