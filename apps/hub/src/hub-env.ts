import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';

export type Hub = Hono<HubEnv>;

/** What handlers find beside the request. */
export interface HubEnv {
  readonly Bindings: Partial<HttpBindings>;
  readonly Variables: {
    /** What the log says of this request beside the usual: codes and counts, never anything of a person. */
    told: Record<string, string | number>;
    /** Who signed the request; `demo` where nobody has to. */
    issuer: string;
  };
}
