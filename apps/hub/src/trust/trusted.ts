import { createMiddleware } from 'hono/factory';
import type { HubEnv } from '../hub-env.js';
import { addressOf, allowance } from '../limits/rate.js';
import { Refusal } from '../refusal.js';
import type { Issuer } from './issuer.js';
import { verifier } from './verify.js';

export interface TrustOptions {
  /** `anyone`: nobody has to sign. For a demonstration on one machine. */
  readonly trust: readonly Issuer[] | 'anyone';
  /** Where the hub is reached; with the path of a route it is the audience that a request must name. */
  readonly address: string;
  readonly behindProxy: boolean;
  /** Refusals in ten seconds, then an address waits: guessing is slow, and a broken client does no harm. */
  readonly refusals: number;
  readonly perSecond: number;
  readonly now: () => number;
  readonly fetch: typeof fetch;
}

/** Lets a request through that an agreed system has signed for this very address; counts it as that system's. */
export function trusted({ trust, address, behindProxy, refusals, perSecond, now, fetch: ask }: TrustOptions) {
  const refused = allowance(refusals);
  const requests = allowance(perSecond * 10);
  if (trust === 'anyone')
    return createMiddleware<HubEnv>(async (c, next) => {
      c.set('issuer', 'demo');
      await next();
    });
  const verify = verifier(trust, { now, fetch: ask });
  return createMiddleware<HubEnv>(async (c, next) => {
    const caller = addressOf(c, behindProxy);
    await refused.check(caller);
    try {
      c.set('issuer', await verify(c.req.header('Authorization'), address + c.req.path));
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 401) throw error;
      c.header('WWW-Authenticate', 'Bearer');
      await refused.spend(caller);
      throw error;
    }
    await requests.spend(c.get('issuer'));
    await next();
  });
}
