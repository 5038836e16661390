import { readHostContext } from '@everycontact/core/host-context';
import { Hono } from 'hono';
import { decodeJwt } from 'jose';
import type { HubEnv } from '../hub-env.js';
import type { HubOptions } from '../hub-options.js';
import { answerWithPage, filled } from '../pages/page.js';
import type { PageFile } from '../pages/page-files.js';
import { pageSettings } from '../pages/page-settings.js';
import { Refusal } from '../refusal.js';
import { verifier } from '../trust/verify.js';
import type { Arrival } from './arrival.js';
import type { EmbeddedOptions } from './embedded-options.js';

/**
 * `/embedded`: the prompt for a frame. With `?token=…` it has the context that a host has signed: once, for this very address, and
 * short lived. Without one it waits for the page around it to say who is there. The page believes nothing else that stands in its
 * address.
 */
export function embeddedRoutes(
  hub: HubOptions,
  { hosts }: EmbeddedOptions,
  files: ReadonlyMap<string, PageFile>,
): Hono<HubEnv> {
  const { address, pack, now = Date.now, fetch: ask = fetch } = hub;
  const page = files.get('embedded.html')?.body ?? '';
  const common = {
    SETTINGS: { ...pageSettings(hub), issuers: [] },
    EMERGENCY: pack.place.facts['emergencyNumber']?.value ?? 112,
  };
  const verify = verifier(hosts, { now, fetch: ask });

  async function signed(token: string): Promise<Arrival> {
    const issuer = await verify(`Bearer ${token}`, `${address}/embedded`);
    const { context: told, jti: link = '' } = decodeJwt(token);
    const { context, problems } = readHostContext(told);
    if (problems) throw new Refusal(400, 'embedded-context', 'context', unread, { findings: problems });
    return {
      origins: hosts.filter(({ iss }) => iss === issuer).map(({ origin }) => origin),
      signed: { context, link },
    };
  }

  const routes = new Hono<HubEnv>();
  routes.get('/embedded', async (c) => {
    const token = c.req.query('token');
    const arrival = token === undefined ? { origins: hosts.map(({ origin }) => origin) } : await signed(token);
    return answerWithPage(c, filled(page, { ...common, ARRIVAL: arrival }), { ancestors: arrival.origins });
  });
  return routes;
}

const unread =
  'Expected a host context in the claim "context", found something else. See the guide on signed addresses.';
