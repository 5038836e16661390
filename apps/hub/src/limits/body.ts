import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import type { HubEnv } from '../hub-env.js';
import { Refusal } from '../refusal.js';

/** Reads no more of a body than so many bytes. Node holds a body to the length it names; one that names none is counted. */
export function bodyBounded(maxSize: number) {
  const counted = bodyLimit({ maxSize, onError: tooLarge });
  return createMiddleware<HubEnv>((c, next) => {
    const length = c.req.header('Content-Length');
    if (length === undefined || c.req.header('Transfer-Encoding') !== undefined)
      return counted(c, next).catch(cutShort);
    return Number(length) <= maxSize ? next() : tooLarge();
  });
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
