import { EveryContactError, type Service } from '@everycontact/core';
import { importServices, type RemoteDirectory } from '@everycontact/directory';
import {
  ask,
  remoteDirectory,
  shownAddress,
  type Raw,
  type RemoteGiven,
  type RemoteOptions,
} from '@everycontact/directory/reading';
import { heldIn, nextPage } from './bundle.js';
import { fhirFormat } from './format.js';
import { messageOf } from './operation-outcome.js';
import { resourceOf } from './resource.js';

/**
 * The services of a FHIR R4 server as a directory. Only the whole list of HealthcareService is asked for, with its places, areas
 * and organisations, and always in the same way: the server never learns that somebody is in a conversation. When a list is read anew, what a
 * failure leaves behind, and what `adjust` is for, stands at `remoteDirectory`.
 *
 * @param options `url` with or without `/HealthcareService` at its end
 * @throws EveryContactError `remote-address`; from a look-up without a list, and from `refresh`, `remote-unreachable`,
 *   `remote-busy`, `remote-refused`, `remote-not-json`, `remote-not-services`, `remote-elsewhere`, `remote-empty`, `remote-too-large`,
 *   `remote-stopped`, and those of `importServices`
 */
export function fhirDirectory(options: RemoteOptions): RemoteDirectory {
  return remoteDirectory(options, 'HealthcareService', async (given, signal) => {
    const { bundles, holds, told } = await pagesOf(given, signal);
    const result = holds === 0 ? { services: [] } : await servicesIn(bundles, given);
    return { ...result, pages: bundles.length, short: 0, ...(told !== undefined && { told }) };
  });
}

async function servicesIn(bundles: readonly Raw[], { provenance, topics }: RemoteGiven) {
  const { feed, ...told } = provenance;
  const services: Service[] = [];
  const bytes = new TextEncoder();
  const file = {
    name: 'HealthcareService',
    async *read() {
      for (const bundle of bundles) yield await Promise.resolve(bytes.encode(`${JSON.stringify(bundle)}\n`));
    },
  };
  const { feeds } = await importServices([{ name: feed, files: [file] }], {
    ...told,
    topics,
    formats: [fhirFormat],
    onService: (service) => void services.push(service),
  });
  const [report] = feeds;
  return { services, ...(report && { report }) };
}

interface Pages {
  readonly bundles: readonly Raw[];
  /** Of anything, services or not. */
  readonly holds: number;
  readonly told?: number;
}

/** All pages of the search, by the links the server gives, as long as they stay on that server. */
async function pagesOf({ base, asking }: RemoteGiven, signal: AbortSignal): Promise<Pages> {
  const inFhir = { ...asking, accept: 'application/fhir+json, application/json;q=0.9', explain: messageOf };
  const { limits } = asking;
  const bundles: Raw[] = [];
  const seen = new Set<string>();
  let [holds, services] = [0, 0];
  let told: number | undefined;
  for (let url: URL | undefined = searchAt(base, limits.perPage); url !== undefined && !seen.has(url.href); ) {
    if (bundles.length >= limits.pages) throw tooMany(url, `${limits.pages} pages`);
    seen.add(url.href);
    const answered = await ask(url, inFhir, signal);
    if (!answered.ok) throw answered.error;
    const bundle = bundleOf(answered.json, shownAddress(url));
    const held = heldIn(bundle);
    holds += held.length;
    services += held.filter((one) => 'resource' in one && one.resource.type === 'HealthcareService').length;
    if (services > limits.services) throw tooMany(url, `${limits.services} services`);
    if (typeof bundle.total === 'number') told ??= bundle.total;
    bundles.push(bundle);
    url = following(bundle, url);
  }
  return { bundles, holds, ...(told !== undefined && { told }) };
}

function searchAt(base: URL, perPage: number): URL {
  const url = new URL(base);
  url.pathname = `${base.pathname.replace(/\/$/, '')}/HealthcareService`;
  for (const part of ['location', 'organization', 'coverage-area']) {
    url.searchParams.append('_include', `HealthcareService:${part}`);
  }
  url.searchParams.set('_count', String(perPage));
  return url;
}

function bundleOf(json: unknown, at: string): Raw {
  const resource = resourceOf(json);
  if (resource?.type === 'Bundle') return resource.raw;
  const said = messageOf(json);
  const found = resource === undefined ? 'other JSON' : `${resource.type}${said ? ` ("${said.slice(0, 200)}")` : ''}`;
  throw new EveryContactError(
    'remote-not-services',
    at,
    `The server at ${at} answered with JSON that is no list of services: a Bundle was expected, found ${found}. Check the address: /HealthcareService is put after it.`,
  );
}

function following(bundle: Raw, page: URL): URL | undefined {
  const written = nextPage(bundle);
  if (written === undefined) return undefined;
  const next = URL.canParse(written, page.href) ? new URL(written, page.href) : undefined;
  if (next?.origin === page.origin) return next;
  const at = shownAddress(page);
  throw new EveryContactError(
    'remote-elsewhere',
    at,
    `The server at ${at} says that its list goes on somewhere else: an address on ${page.origin} was expected, found ${next === undefined ? 'no address' : next.origin}. Ask who runs it to set the server's own address right.`,
  );
}

const tooMany = (url: URL, limit: string): EveryContactError =>
  new EveryContactError(
    'remote-too-large',
    shownAddress(url),
    `The server at ${shownAddress(url)} has more than ${limit}: that much is not read over the network. Read it from a file with "everycontact directory import", or raise the limit.`,
  );
