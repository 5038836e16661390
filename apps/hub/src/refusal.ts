import { EveryContactError, type Finding } from '@everycontact/core';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { HubEnv } from './hub-env.js';
import type { Log } from './log.js';

/** A request that is not answered as asked: the status, and an error whose words repeat nothing of a person. */
export class Refusal extends EveryContactError {
  readonly status: ContentfulStatusCode;
  /** Each thing that is wrong with it, where there are several. */
  readonly findings: readonly Finding[];
  /** For 429 and 503: in how many seconds to try again. */
  readonly retryAfter: number | undefined;

  constructor(
    status: ContentfulStatusCode,
    code: string,
    at: string,
    message: string,
    more: { readonly findings?: readonly Finding[]; readonly retryAfter?: number } = {},
  ) {
    super(code, at, message);
    this.name = 'Refusal';
    this.status = status;
    this.findings = more.findings ?? [];
    this.retryAfter = more.retryAfter;
  }
}

/** `{ "error": { "code", "at", "message", "findings" } }`, also for a fault of ours, of which nothing is told. */
export function answerTo(error: Error, c: Context<HubEnv>, log: Log, now: () => number): Response {
  const refusal = error instanceof Refusal ? error : error instanceof HTTPException ? fromHono(error) : fault;
  c.set('told', { ...c.get('told'), code: refusal.code });
  if (refusal === fault) log({ at: new Date(now()).toISOString(), event: 'fault', kind: error.name, route: 'none' });
  if (refusal.retryAfter !== undefined) c.header('Retry-After', String(refusal.retryAfter));
  const { code, at, message, findings, status } = refusal;
  return c.json({ error: { code, at, message, ...(findings.length && { findings }) } }, status);
}

const fault = new Refusal(
  500,
  'hub-fault',
  'hub',
  'The hub could not answer: a fault of its own. Its log has the time.',
);

const fromHono = ({ status }: HTTPException) =>
  new Refusal(
    status,
    'request-refused',
    'request',
    `Expected a request that can be read, found none: status ${status}.`,
  );
