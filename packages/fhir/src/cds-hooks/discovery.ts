import type { CodeMap } from '../codes/code-map.js';
import { prefetchTemplates, type Templates } from './prefetch.js';
import { hooks, type Hook } from './request.js';

/** One id for both hooks: so a client knows that a new answer replaces the card that stands. */
export const serviceId = 'brief-advice';

export interface CdsService {
  readonly id: string;
  readonly hook: Hook;
  readonly title: string;
  readonly description: string;
  readonly prefetch: Templates;
  readonly usageRequirements: string;
}

/**
 * What `GET /cds-services` answers.
 *
 * @param place the place of the pack: only codes that are used there are asked for
 * @param maps the code maps of the deployer; ours by default
 */
export function discovery(place: string, maps?: readonly CodeMap[]): { readonly services: readonly CdsService[] } {
  const prefetch = prefetchTemplates(place, maps);
  return { services: hooks.map((hook) => ({ id: serviceId, hook, title, description, prefetch, usageRequirements })) };
}

const title = 'Brief advice';
const description =
  'At most one quiet card: a chance for a short conversation about a health behaviour, with local services to go on to. Never an alarm.';
const usageRequirements =
  'FHIR R4. The patient is needed, by prefetch or from a FHIR server that the service may ask; each other prefetch is done without where it is not sent.';
