import type { Instant, Service } from '@everycontact/core';
import { listParameters, readListQuery, Refused, type ListQuery } from './list-query.js';
import { toOpenReferral, toOpenReferralItem, type OpenReferralRecord } from './open-referral-record.js';

/** What is served: the services, and when they were last known to be true. */
export interface ServedServices {
  readonly services: readonly Service[];
  readonly asOf: Instant;
}

/**
 * Services behind the Open Referral UK 3.0 API, read only, open to every page, with nothing of who asks kept:
 * `GET /` (version, profile, description), `/openapi.json`, `/services`, `/services/{id}`.
 *
 * A question it cannot answer is refused in words with status 400, 404 or 405: no parameter is left aside in silence.
 * Parameters stand in `/openapi.json`. Records: `toOpenReferral`.
 *
 * @param read asked at every request, so that a newer list can take the place of an older one
 * @param base the path under which it is mounted, `/directory`
 * @example createServer(nodeListener(openReferralHandler(() => ({ services, asOf })))).listen(4181)
 */
export function openReferralHandler(read: () => ServedServices, base = ''): (request: Request) => Response {
  return (request) => {
    const head = request.method === 'HEAD';
    try {
      if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: { ...open, allow } });
      if (request.method !== 'GET' && !head)
        return refused(405, `This API is read only: expected GET, found ${request.method.slice(0, 20)}.`);
      const response = answer(new URL(request.url), base, read());
      return head ? new Response(null, response) : response;
    } catch (error) {
      if (error instanceof Refused) return refused(400, error.message);
      return refused(500, 'The list of services could not be read. Whoever runs this server can find out why.');
    }
  };
}

const allow = 'GET, HEAD, OPTIONS';
const open = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': allow,
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-cache',
};
const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { ...open, 'content-type': 'application/json; charset=utf-8' },
  });

function refused(status: number, error: string): Response {
  const response = json({ error }, status);
  if (status === 405) response.headers.set('allow', allow);
  return response;
}

function answer({ origin, pathname, searchParams }: URL, base: string, served: ServedServices): Response {
  const path = pathname.startsWith(base) ? pathname.slice(base.length).replace(/\/+$/, '') : undefined;
  const only = (body: () => unknown) => {
    const [name] = searchParams.keys();
    if (name !== undefined) throw new Refused(`This address takes no parameter, found "${name.slice(0, 40)}".`);
    return json(body());
  };
  if (path === '') return only(() => root(`${origin}${base}`, served));
  if (path === '/openapi.json') return only(() => description(`${origin}${base}`));
  if (path === '/services') return list(readListQuery(searchParams), served.services);
  const [, id] = /^\/services\/([^/]+)$/.exec(path ?? '') ?? [];
  if (id === undefined)
    return refused(404, 'There is nothing at this address. There is /, /openapi.json, /services and /services/{id}.');
  const wanted = decoded(id);
  const service = byId(served.services).get(wanted);
  return service
    ? only(() => toOpenReferral(service))
    : refused(404, `There is no service "${wanted.slice(0, 80)}". Its id stands in /services.`);
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    throw new Refused('The id in this address is not written as an address is.');
  }
}

const indexes = new WeakMap<readonly Service[], ReadonlyMap<string, Service>>();

/** Made once for a list: a list that is replaced takes its index with it. */
function byId(services: readonly Service[]): ReadonlyMap<string, Service> {
  const known = indexes.get(services);
  if (known) return known;
  const index = new Map(services.map((service) => [service.id, service]));
  indexes.set(services, index);
  return index;
}

const root = (address: string, { asOf, services }: ServedServices) => {
  const told = (field: 'licence' | 'attribution') => [
    ...new Set(services.flatMap(({ provenance }) => provenance[field] ?? [])),
  ];
  return {
    version: '3.0',
    profile: 'https://github.com/OpenReferralUK/uk-profile',
    openapi_url: `${address}/openapi.json`,
    as_of: asOf,
    licences: told('licence'),
    attributions: told('attribution'),
  };
};

const recordOf: Readonly<Record<ListQuery['form'], (service: Service) => OpenReferralRecord>> = {
  short: toOpenReferralItem,
  full: toOpenReferral,
  minimal: (service) => {
    const { id, last_modified } = toOpenReferralItem(service);
    return last_modified === undefined ? { id } : { id, last_modified };
  },
};

function list({ fits, form, lines, page, perPage }: ListQuery, services: readonly Service[]): Response {
  const found = services.filter(fits);
  if (lines) return streamed(found, recordOf[form]);
  const contents = found.slice((page - 1) * perPage, page * perPage).map(recordOf[form]);
  const pages = Math.ceil(found.length / perPage);
  return json({
    total_items: found.length,
    total_pages: pages,
    page_number: page,
    size: contents.length,
    first_page: page === 1,
    last_page: page >= pages,
    empty: contents.length === 0,
    contents,
  });
}

/** One line a service, made when the reader is ready for it: a nation's list never stands in memory as text. */
function streamed(services: readonly Service[], record: (service: Service) => OpenReferralRecord): Response {
  const bytes = new TextEncoder();
  let at = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const part = services.slice(at, at + 100);
      at += part.length;
      if (part.length === 0) controller.close();
      else controller.enqueue(bytes.encode(part.map((service) => `${JSON.stringify(record(service))}\n`).join('')));
    },
  });
  return new Response(body, { headers: { ...open, 'content-type': 'application/x-ndjson; charset=utf-8' } });
}

function description(address: string): object {
  const answers = (text: string) => ({
    '200': { description: text, content: { 'application/json': { schema: { type: 'object' } } } },
  });
  const get = (summary: string, text: string, parameters?: readonly object[]) => ({
    get: { summary, ...(parameters && { parameters }), responses: answers(text) },
  });
  return {
    openapi: '3.1.0',
    info: { title: 'Open Referral UK 3.0, read only', version: '3.0' },
    servers: [{ url: address }],
    paths: {
      '/': get('What this is', 'version, profile and openapi_url'),
      '/services': get(
        'Services, in pages',
        'total_items, total_pages, page_number, size, first_page, last_page, empty, contents',
        listParameters.map(({ name, description, schema }) => ({ name, in: 'query', description, schema })),
      ),
      '/services/{id}': get('One service', 'a service with all its lists', [
        { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
      ]),
    },
  };
}
