import type { Instant } from '@everycontact/core';
import { isObject } from '../json.js';
import { outcomeOf, Refusal } from './refusal.js';
import { search } from './search.js';
import { keyOf, put, resourceIn, withId, type Resource, type Stored } from './store.js';
import { create, transact, type Kept } from './transaction.js';

/** One resource that was sent, in the order in which they came. `existed`: it was there already, and stays as it was. */
export interface Written {
  readonly at: Instant;
  readonly how: 'created' | 'existed';
  readonly resource: { readonly resourceType: string; readonly id: string; readonly [element: string]: unknown };
}

export interface MemoryFhirOptions {
  /** What it holds at first; a Bundle stands for what is in it. A resource without an id gets one. */
  readonly resources?: readonly unknown[];
  /** The path that it stands at, `/fhir` by default. */
  readonly path?: string;
  /** To try what goes wrong: a status to answer with instead, or it throws as a network does. */
  readonly fail?: (request: Request) => number | undefined;
  readonly now?: () => Instant;
}

export interface MemoryFhir {
  (request: Request): Promise<Response>;
  /** What was sent and kept, oldest first. */
  readonly log: readonly Written[];
}

/**
 * A small FHIR R4 endpoint in memory, for tests and demos, in Node and in a page: `GET Type/id`, `GET Type?…` by patient, subject,
 * encounter, code, category, identifier, status, clinical-status, target and _id with _sort, _count and next pages, `POST Type` with
 * `If-None-Exist`, and a transaction of creations. Errors are OperationOutcomes. It is no server: it knows no profile, no version but
 * the first, no update and no permission, and forgets all when it is let go.
 *
 * It rejects only where `fail` throws.
 */
export function memoryFhir(options: MemoryFhirOptions = {}): MemoryFhir {
  const { path = '/fhir', fail, now = () => new Date().toISOString() } = options;
  const root = path.replace(/\/+$/, '');
  let store: ReadonlyMap<string, Stored> = seeded(options.resources ?? [], now());
  const log: Written[] = [];

  const keep = (kept: readonly Kept[], after: ReadonlyMap<string, Stored>, at: Instant): void => {
    store = after;
    log.push(...kept.map(({ how, resource }) => ({ at, how, resource })));
    log.splice(0, log.length - longestLog);
  };

  async function answer(request: Request): Promise<Response> {
    const url = new URL(request.url);
    if (url.pathname !== root && !url.pathname.startsWith(`${root}/`)) throw nothing(url.pathname);
    const [type = '', id, ...more] = url.pathname.slice(root.length).split('/').filter(Boolean);
    const base = `${url.origin}${root}`;
    if (more.length > 0) throw nothing(url.pathname);
    if (request.method === 'GET' && id !== undefined) return reply(200, held(`${type}/${id}`));
    if (request.method === 'GET' && type !== '') return reply(200, searchset(type, url, base));
    if (request.method !== 'POST' || id !== undefined) {
      throw new Refusal(405, 'not-supported', `${request.method} is not known here: GET and POST are.`);
    }
    const at = now();
    const sent = await bodyOf(request);
    if (type !== '') return created(sent, type, request.headers.get('if-none-exist'), base, at);
    const { kept, after } = transact(store, sent, at);
    keep(kept, after, at);
    return reply(200, responses(kept, at));
  }

  function held(key: string): Stored {
    const found = store.get(key);
    if (!found) throw new Refusal(404, 'not-found', `There is no ${key.slice(0, 120)}.`);
    return found;
  }

  function searchset(type: string, url: URL, base: string): unknown {
    const { total, page, next } = search(store, type, url.searchParams);
    const nextPage = new URL(url);
    if (next !== undefined) nextPage.searchParams.set('_offset', String(next));
    return {
      resourceType: 'Bundle',
      type: 'searchset',
      total,
      link: [
        { relation: 'self', url: url.href },
        ...(next === undefined ? [] : [{ relation: 'next', url: nextPage.href }]),
      ],
      ...(page.length > 0 && {
        entry: page.map((resource) => ({ fullUrl: `${base}/${keyOf(resource)}`, resource, search: { mode: 'match' } })),
      }),
    };
  }

  function created(resource: Resource, type: string, ifNoneExist: string | null, base: string, at: Instant): Response {
    if (resource.resourceType !== type) {
      throw new Refusal(
        400,
        'value',
        `Sent to ${type.slice(0, 60)}: expected a resource of that type, found ${resource.resourceType}.`,
      );
    }
    const after = new Map(store);
    const kept = create(after, { resource, ...(ifNoneExist !== null && { ifNoneExist }) }, at);
    keep([kept], after, at);
    const headers = { Location: `${base}/${keyOf(kept.resource)}/_history/1`, ETag: 'W/"1"' };
    return reply(kept.how === 'created' ? 201 : 200, kept.resource, headers);
  }

  const endpoint = async (request: Request): Promise<Response> => {
    const status = fail?.(request);
    if (status !== undefined)
      return refused(new Refusal(status, 'exception', 'This failure was asked for by the test.'));
    try {
      return await answer(request);
    } catch (error) {
      if (error instanceof Refusal) return refused(error);
      throw error;
    }
  };
  return Object.assign(endpoint, { log });
}

function seeded(resources: readonly unknown[], at: Instant): ReadonlyMap<string, Stored> {
  const store = new Map<string, Stored>();
  for (const value of resources.flatMap(opened)) {
    const resource = resourceIn(value, 'resources');
    put(store, withId(resource, at, resource.id));
  }
  return store;
}

function opened(value: unknown): readonly unknown[] {
  if (!isObject(value) || value.resourceType !== 'Bundle') return [value];
  const entries: readonly unknown[] = Array.isArray(value.entry) ? value.entry : [];
  return entries.map((entry) => (isObject(entry) ? entry.resource : entry));
}

const longestLog = 10_000;
/** A request that is larger or deeper than anything this house sends. */
const largest = 2_000_000;
const deepest = 60;

async function bodyOf(request: Request): Promise<Resource> {
  const tooLarge = new Refusal(413, 'too-long', `At most ${largest} characters are taken.`);
  if (Number(request.headers.get('content-length') ?? 0) > largest) throw tooLarge;
  const text = await request.text();
  if (text.length > largest) throw tooLarge;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Refusal(400, 'structure', 'The body is no JSON.');
  }
  if (depthOf(json) > deepest) throw new Refusal(400, 'too-costly', `Nested more than ${deepest} deep.`);
  return resourceIn(json, 'The body');
}

function depthOf(json: unknown): number {
  let deep = 0;
  for (let level: readonly unknown[] = [json]; level.length > 0 && deep <= deepest; deep += 1) {
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? (Object.values(value) as unknown[]) : [],
    );
  }
  return deep;
}

const responses = (kept: readonly Kept[], at: Instant) => ({
  resourceType: 'Bundle',
  type: 'transaction-response',
  entry: kept.map(({ how, resource }) => ({
    response: {
      status: how === 'created' ? '201 Created' : '200 OK',
      location: `${keyOf(resource)}/_history/1`,
      etag: 'W/"1"',
      lastModified: at,
    },
  })),
});

const nothing = (path: string) => new Refusal(404, 'not-found', `There is nothing at ${path.slice(0, 120)}.`);
const refused = (refusal: Refusal): Response => reply(refusal.status, outcomeOf(refusal));

function reply(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/fhir+json; charset=utf-8', 'Cache-Control': 'no-store', ...headers },
  });
}
