import type { ContextFacts, Instant, Locale, Match } from '@everycontact/core';
import { decide, factsOf, lastRaised, type Decision, type HistoryEntry } from '@everycontact/core/prompting';
import { contextFromFhir, type FhirContext } from '@everycontact/fhir';
import { cardFor, prefetchState, type Card, type CdsRequest } from '@everycontact/fhir/cds-hooks';
import type { HubOptions } from '../hub-options.js';
import type { CdsOptions } from './cds-options.js';

/** A request with all that was sent along or asked for, and what is known of earlier prompts. */
export interface Asked {
  readonly request: CdsRequest;
  readonly resources: readonly unknown[];
  /** Those of them that tell of earlier contacts, with the patient. */
  readonly earlier: readonly unknown[];
  readonly prompts: readonly HistoryEntry[];
  readonly contactId: string;
  readonly locale: Locale;
  readonly now: Instant;
  readonly canonical: string;
  /** How long to wait for the directory. */
  readonly signal: AbortSignal;
}

export interface Guidance {
  readonly card: Card;
  readonly script: string;
}

/** The one card for a person, or nothing: what the record and earlier prompts say, judged by the policy. */
export async function guidanceFor(asked: Asked, hub: HubOptions, cds: CdsOptions): Promise<Guidance | undefined> {
  const { request, now, locale, canonical, contactId } = asked;
  const { pack, policy, worker = {} } = hub;
  const codes = cds.codes && { codes: cds.codes };
  const read = (resources: readonly unknown[]) => contextFromFhir(resources, { pack, now, canonical, ...codes });
  const context = read(asked.resources);
  const facts = { ...context.forPolicy, ...factsOf({ setting: 'patient', ...worker }), ...hub.facts };
  const history = { ...context.history, entries: [...context.history.entries, ...asked.prompts] };
  const decisions = decide(pack, policy, history, facts, now, contactId);
  const decision = decisions.find(({ show }) => show);
  if (!decision) return undefined;
  const raised = lastRaised(pack, history, decision.behaviour);
  const launch = cds.launch ?? (hub.smart && `${hub.address}/launch`);
  const services = await servicesFor(decision, facts, context, asked, hub);
  const card = cardFor(decisions, {
    pack,
    locale,
    hookInstance: request.hookInstance,
    context: request.context,
    canonical,
    source: cds.source ?? { label: 'everycontact' },
    ...(launch !== undefined && { launch }),
    preview: policy.preview === true,
    services,
    mayRefer: worker.mayRefer === true,
    ...codes,
    ...(raised !== undefined && { lastRaised: raised }),
    // Of all together it cannot be told which answer failed: a weight that may not be read is no earlier contact.
    unread: asked.earlier.some(isUnread) || (isHistoryUnread(context) && isHistoryUnread(read(asked.earlier))),
  });
  return card && { card, script: decision.script };
}

const isUnread = (value: unknown) => prefetchState(value) === 'unreadable';
const isHistoryUnread = ({ open }: FhirContext) =>
  open.some(({ fact, why }) => fact === 'history' && why === 'unreadable');

/** How many services a card names. */
const limit = 2;

/** The best local services for the topic; none where the topic is sensitive, and none where the directory is slow or fails. */
async function servicesFor(
  { behaviour }: Decision,
  facts: ContextFacts,
  { near }: FhirContext,
  { locale, now, signal }: Asked,
  { pack, directory, worker }: HubOptions,
): Promise<readonly Match[]> {
  const { need, sensitive } = pack.behaviours[behaviour] ?? {};
  if (!directory || need === undefined || sensitive) return [];
  const query = {
    need,
    facts,
    reader: { locale, audience: 'worker' },
    occasion: { setting: 'patient', ...worker, ...(near && { near }) },
    at: now,
    timeZone: pack.place.timeZone,
    limit,
  } as const;
  return directory.find(query, { signal }).then(
    ({ matches }) => matches,
    () => [],
  );
}
