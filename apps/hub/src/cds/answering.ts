import type { Context } from 'hono';
import {
  prefetchState,
  readRequest,
  type Card,
  type CdsRequest,
  type PrefetchState,
} from '@everycontact/fhir/cds-hooks';
import type { HubEnv } from '../hub-env.js';
import type { HubOptions } from '../hub-options.js';
import { askedOf, serverFor } from '../record/record-server.js';
import { Refusal } from '../refusal.js';
import type { CdsOptions } from './cds-options.js';
import { guidanceFor } from './guidance.js';
import { languageFor } from './language.js';
import type { Parts } from './parts.js';

/**
 * Answers one call of the service: at most one card, and none where there is no guidance.
 *
 * @throws Refusal `cds-request` (400), `cds-prefetch-missing` (412)
 */
export function answering(hub: HubOptions, cds: CdsOptions, parts: Parts) {
  const { history, tally, canonical, services, hash, limits, now, fetch: ask } = parts;
  const servers = cds.fhirServers ?? [];
  return async (json: unknown, c: Context<HubEnv>): Promise<{ readonly cards: readonly Card[] }> => {
    const request = requestIn(json);
    const templates = services.find(({ hook }) => hook === request.hook)?.prefetch ?? {};
    const patience = { servers, patience: limits.patience, fetch: ask };
    const all = { ...request.prefetch, ...(await askedOf(request, templates, patience)) };
    const had = Object.keys(templates).map((key) => [key, prefetchState(all[key])] as const);
    c.set('told', { ...c.get('told'), hook: request.hook, ...counted(had) });
    needed(request, had, servers);

    const { patientId, encounterId } = request.context;
    const record = [c.get('issuer'), request.fhirServer ?? ''];
    const person = hash(...record, 'person', patientId);
    const contactId = hash(...record, 'contact', encounterId ?? request.hookInstance);
    const instant = new Date(now()).toISOString();
    const asked = {
      request,
      resources: valuesOf(all, Object.keys(templates)),
      earlier: valuesOf(all, ['patient', 'lastContact', 'refusals']),
      prompts: await history.entriesOf(person, contactId),
      contactId,
      locale: languageFor(c.req.header('Accept-Language'), hub.pack.locales, hub.locale ?? hub.pack.locales[0] ?? 'en'),
      now: instant,
      canonical,
      signal: AbortSignal.timeout(limits.patience),
    };
    const guidance = await guidanceFor(asked, hub, cds);
    c.set('told', { ...c.get('told'), cards: Number(guidance !== undefined) });
    if (!guidance) return { cards: [] };
    const { card, script } = guidance;
    await history.given({ uuid: card.uuid, person, contactId, script, at: instant });
    tally.given(script);
    return { cards: [card] };
  };
}

function requestIn(json: unknown): CdsRequest {
  const { request, findings = [] } = readRequest(json);
  if (request) return request;
  const message = `Expected a call as CDS Hooks 2.0 has it, found something else: see "findings".`;
  throw new Refusal(400, 'cds-request', 'body', message, { findings });
}

/** Only the patient is needed; of whatever else is missing nothing is known. */
function needed(request: CdsRequest, had: readonly (readonly [string, PrefetchState])[], servers: readonly string[]) {
  const patient = had.find(([key]) => key === 'patient')?.[1];
  if (patient !== 'absent' && patient !== 'unreadable') return;
  const found = {
    absent: serverFor(request, servers) ? 'neither' : 'neither, nor a FHIR server that the hub may ask',
    unreadable: 'that it could not be read',
  };
  const message = `Expected the patient by prefetch or from the FHIR server of the call, found ${found[patient]}. Honour the prefetch "patient".`;
  throw new Refusal(412, 'cds-prefetch-missing', 'prefetch.patient', message);
}

/** Of keys that nobody asked for nothing is read. */
const valuesOf = (all: Readonly<Record<string, unknown>>, keys: readonly string[]): readonly unknown[] =>
  keys.flatMap((key) => (all[key] === undefined ? [] : [all[key]]));

/** `{ found: 3, absent: 2 }`: for the log, which learns nothing of what was found. */
function counted(had: readonly (readonly [string, PrefetchState])[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [, state] of had) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}
