import { filledIn, otherPeopleIn, prefetchState, type CdsRequest, type Templates } from '@everycontact/fhir/cds-hooks';
import { boundedText } from './bounded-text.js';

/** A page of observations is far smaller. */
const largest = 1_000_000;

export interface RecordServers {
  /** Those that may be asked, by their base address; no other one ever is. */
  readonly servers: readonly string[];
  /** Milliseconds for all questions of one request together. */
  readonly patience: number;
  readonly fetch: typeof fetch;
}

/** The base address of the server that a request names, if it may be asked. */
export const serverFor = ({ fhirServer }: CdsRequest, servers: readonly string[]): string | undefined =>
  fhirServer !== undefined && servers.some((server) => base(server) === base(fhirServer))
    ? base(fhirServer)
    : undefined;

/**
 * What a client did not send along, asked of its own server with its own token, all at once: null where there is nothing,
 * an OperationOutcome where it could not be had, or where the answer is about somebody else. It never throws.
 */
export async function askedOf(
  request: CdsRequest,
  templates: Templates,
  { servers, patience, fetch: ask }: RecordServers,
): Promise<Readonly<Record<string, unknown>>> {
  const missing = Object.entries(templates).filter(([key]) => prefetchState(request.prefetch[key]) === 'absent');
  const server = serverFor(request, servers);
  if (!missing.length || server === undefined) return {};
  const signal = AbortSignal.timeout(patience);
  const headers = {
    Accept: 'application/fhir+json',
    ...(request.token !== undefined && { Authorization: `Bearer ${request.token}` }),
  };
  const read = async ([key, template]: readonly [string, string]): Promise<readonly [string, unknown]> => {
    const address = `${server}/${filledIn(template, request.context)}`;
    const value = await ask(address, { headers, redirect: 'error', signal })
      .then(resourceIn)
      .catch(() => unreadable);
    return [key, otherPeopleIn({ [key]: value }, request.context.patientId).length ? unreadable : value];
  };
  return Object.fromEntries(await Promise.all(missing.map(read)));
}

async function resourceIn(response: Response): Promise<unknown> {
  if (response.ok) return JSON.parse(await boundedText(response, largest)) as unknown;
  await response.body?.cancel();
  return response.status === 404 || response.status === 410 ? null : unreadable;
}

const unreadable = { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'processing' }] } as const;

const base = (address: string): string => new URL(address).href.replace(/\/+$/, '');
