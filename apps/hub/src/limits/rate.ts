import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { HubEnv } from '../hub-env.js';
import { Refusal } from '../refusal.js';

const seconds = 10;

/** A number of times in ten seconds, for each key; counted in memory only. */
export function allowance(times: number) {
  const limiter = new RateLimiterMemory({ points: times, duration: seconds });
  return {
    /** @throws Refusal `too-many-requests`, 429 */
    async spend(key: string): Promise<void> {
      await limiter.consume(key).catch(refuse);
    },
    /** Whether nothing is left of it. @throws Refusal `too-many-requests`, 429 */
    async check(key: string): Promise<void> {
      const spent = await limiter.get(key);
      if (spent && spent.remainingPoints <= 0) refuse(spent);
    },
  };
}

function refuse(reason: unknown): never {
  if (!(reason instanceof RateLimiterRes)) throw reason;
  const retryAfter = Math.ceil(reason.msBeforeNext / 1000);
  const message = `Expected fewer requests, found more than are answered in ${seconds} seconds. Try again in ${retryAfter} seconds.`;
  throw new Refusal(429, 'too-many-requests', 'request', message, { retryAfter });
}

/** Counts requests by the address they come from. */
export function rateLimited(perSecond: number, behindProxy: boolean) {
  const requests = allowance(perSecond * seconds);
  return createMiddleware<HubEnv>(async (c, next) => {
    await requests.spend(addressOf(c, behindProxy));
    await next();
  });
}

/** Who is at the other end, or for whom the deployer's own proxy speaks: the last that it names, which nobody else wrote. */
export function addressOf(c: Context<HubEnv>, behindProxy: boolean): string {
  const forwarded = behindProxy ? c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim() : undefined;
  return forwarded || (c.env?.incoming && getConnInfo(c).remote.address) || 'unknown';
}
