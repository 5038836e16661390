import { EveryContactError } from '@everycontact/core';
import { note, type FormatGiven, type FormatRecord } from '@everycontact/directory';
import { plainText, slugOf } from '@everycontact/directory/reading';
import { openAccount } from './account.js';
import type { Held } from './bundle.js';
import { ownNote, type OwnCode } from './findings.js';
import { referencesAmong, type References } from './references.js';
import { isObject } from '../json.js';
import { unreadable, type Resource } from './resource.js';
import { toService } from './service.js';

/**
 * Every service of a feed, and what became of everything else in it: a place or an organisation that a service points to is part of
 * that service; one that none points to, and every other kind of resource, is dropped.
 *
 * @throws EveryContactError `feed-no-services`
 */
export function recordsOf(held: readonly Held[], given: FormatGiven): readonly FormatRecord[] {
  const all = held.flatMap((one) => ('resource' in one ? [one.resource] : []));
  const refused = new Map<Resource, OwnCode>();
  for (const resource of all) {
    const why = unreadable(resource);
    if (why !== undefined) refused.set(resource, why);
  }
  const resources = all.filter((resource) => !refused.has(resource));
  if (!all.some(({ type }) => type === 'HealthcareService')) throw noServices(held, given.feed);
  const among = referencesAmong(resources);
  const idOf = idsOf();
  const services = new Map<Resource, FormatRecord>();
  for (const resource of resources) {
    if (resource.type === 'HealthcareService') services.set(resource, recordOf(resource, idOf(resource), among, given));
  }
  return held.flatMap((one): readonly FormatRecord[] => {
    if (!('resource' in one)) return [{ dropped: one.dropped }];
    const { resource } = one;
    const service = services.get(resource);
    if (service !== undefined) return [service];
    const why = refused.get(resource);
    if (why !== undefined) return [{ dropped: ownNote(why, 'resource', resource.type), ...ofPlaceOrService(resource) }];
    if (among.isPointedTo(resource)) return [];
    return [{ dropped: ownNote('not-pointed-to', 'resource', resource.type), ...ofPlaceOrService(resource) }];
  });
}

function recordOf(resource: Resource, id: string | undefined, among: References, given: FormatGiven): FormatRecord {
  const { name: written } = resource.raw;
  const name = typeof written === 'string' ? plainText(written).text : '';
  if (name === '') return { dropped: note('nameless', 'name', written), ...(id === undefined ? {} : { id }) };
  const account = openAccount();
  const made = id ?? slugOf(name);
  if (id === undefined) account.notes.repaired('id-made', 'id', undefined, made);
  const service = toService(resource, made, among, given, account);
  return { service, notes: account.written, notCarried: account.notCarried };
}

/**
 * The id of a service: its own, else its first identifier, else its address. The same id on two servers is two services: the
 * second is called by its address. An address that only its bundle made up (`urn:uuid:`) names nothing for long.
 */
function idsOf(): (resource: Resource) => string | undefined {
  const taken = new Map<string, string | undefined>();
  return (resource) => {
    const { id = identifierOf(resource), fullUrl = '' } = resource;
    const address = /^https?:/i.test(fullUrl) ? fullUrl : undefined;
    if (id === undefined) return address;
    if (!taken.has(id)) taken.set(id, address);
    return address === undefined || taken.get(id) === address ? id : address;
  };
}

function identifierOf({ raw: { identifier } }: Resource): string | undefined {
  const values: readonly unknown[] = Array.isArray(identifier) ? identifier : [];
  return values
    .map((one) => (isObject(one) && typeof one.value === 'string' ? one.value.trim() : ''))
    .find((value) => value !== '');
}

const ofPlaceOrService = ({ id, raw }: Resource): { readonly id?: string; readonly name?: string } => ({
  ...(id === undefined ? {} : { id }),
  ...(typeof raw.name === 'string' ? { name: raw.name } : {}),
});

function noServices(held: readonly Held[], feed: string): EveryContactError {
  const counts = new Map<string, number>();
  for (const one of held) {
    const kind = 'resource' in one ? one.resource.type : one.kind;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const found = [...counts].slice(0, 8).map(([kind, times]) => `${times} × ${kind.slice(0, 40)}`);
  return new EveryContactError(
    'feed-no-services',
    feed,
    `Feed "${feed}" holds no service: FHIR resources of type HealthcareService were expected, found ${found.join(', ')}. Ask the server for HealthcareService with _include=HealthcareService:location and _include=HealthcareService:organization.`,
  );
}
