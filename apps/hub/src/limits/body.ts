import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import type { HubEnv } from '../hub-env.js';
import { Refusal } from '../refusal.js';

/** Reads no more of a body than so many bytes, whatever a request says of its length. */
export function bodyBounded(maxSize: number) {
  const bounded = bodyLimit({ maxSize, onError: tooLarge });
  return createMiddleware<HubEnv>((c, next) => bounded(c, next).catch(cutShort));
}

function tooLarge(): never {
  const message = 'Expected a smaller body, found more than the hub reads. Send what the hook asks for.';
  throw new Refusal(413, 'body-too-large', 'body', message);
}

/** @throws Refusal `body-cut-short` (400), or what was refused already */
export function cutShort(error: unknown): never {
  if (error instanceof Refusal) throw error;
  throw new Refusal(400, 'body-cut-short', 'body', 'Expected a whole body, found one that ends before its end.');
}
