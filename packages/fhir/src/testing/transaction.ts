import { isObject } from '../json.js';
import { Refusal } from './refusal.js';
import { search } from './search.js';
import { keyOf, put, resourceIn, withId, type Resource, type Store, type Stored } from './store.js';

/** What became of one resource that was sent. */
export interface Kept {
  readonly how: 'created' | 'existed';
  readonly resource: Stored;
}
interface Sent {
  readonly resource: Resource;
  readonly fullUrl?: string;
  readonly ifNoneExist?: string;
}

const mostEntries = 200;

/**
 * One resource that is created unless `ifNoneExist` finds it.
 *
 * @throws Refusal 412, where more than one is found
 */
export function create(store: Map<string, Stored>, { resource, ifNoneExist }: Sent, at: string): Kept {
  const existing = ifNoneExist === undefined ? undefined : onlyOne(store, resource.resourceType, ifNoneExist);
  if (existing) return { how: 'existed', resource: existing };
  const kept = withId(resource, at);
  put(store, kept);
  return { how: 'created', resource: kept };
}

/**
 * A transaction of creations: all of them, or none where one is refused. References between entries (`urn:uuid:`) become those of the
 * resources kept, found ones included.
 *
 * @returns what became of each entry, in its order, and the store as it is after all
 * @throws Refusal
 */
export function transact(before: Store, bundle: Resource, at: string): { kept: readonly Kept[]; after: Store } {
  const sent = entriesOf(bundle);
  const after = new Map(before);
  const places = new Map<string, string>();
  const first = sent.map((one): Kept => {
    const kept = create(after, one, at);
    if (one.fullUrl !== undefined) places.set(one.fullUrl, keyOf(kept.resource));
    return kept;
  });
  const kept = first.map((one): Kept => {
    if (one.how === 'existed') return one;
    const resource = pointed(one.resource, places) as Stored;
    after.set(keyOf(resource), resource);
    return { ...one, resource };
  });
  return { kept, after };
}

function entriesOf({ type, entry }: Resource): readonly Sent[] {
  if (type !== 'transaction') {
    throw new Refusal(400, 'not-supported', 'Only a Bundle of type "transaction" can be sent here.');
  }
  const entries: readonly unknown[] = Array.isArray(entry) ? entry : [];
  if (entries.length > mostEntries)
    throw new Refusal(413, 'too-long', `At most ${mostEntries} entries, found ${entries.length}.`);
  const seen = new Set<string>();
  return entries.map((one, index): Sent => {
    const where = `Bundle.entry[${index}]`;
    const { resource: value, request, fullUrl } = isObject(one) ? one : {};
    const resource = resourceIn(value, `${where}.resource`);
    if (!isObject(request) || request.method !== 'POST' || request.url !== resource.resourceType) {
      throw new Refusal(400, 'value', `${where}.request: expected method POST and url ${resource.resourceType}.`);
    }
    if (typeof fullUrl === 'string' && seen.has(fullUrl)) {
      throw new Refusal(400, 'duplicate', `${where}.fullUrl: the same address as an entry before it.`);
    }
    if (typeof fullUrl === 'string') seen.add(fullUrl);
    return {
      resource,
      ...(typeof fullUrl === 'string' && { fullUrl }),
      ...(typeof request.ifNoneExist === 'string' && { ifNoneExist: request.ifNoneExist }),
    };
  });
}

function onlyOne(store: Store, type: string, criteria: string): Stored | undefined {
  const query = new URLSearchParams(criteria.replace(/^[A-Za-z]*\?/, ''));
  if (query.size === 0) throw new Refusal(412, 'incomplete', 'ifNoneExist: expected search parameters, found none.');
  const { total, page } = search(store, type, query);
  if (total > 1)
    throw new Refusal(
      412,
      'multiple-matches',
      `ifNoneExist: ${total} resources of type ${type} match, expected one or none.`,
    );
  return page[0];
}

/** @throws Refusal 400, for a reference to an entry that is not there */
function pointed(value: unknown, places: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((one) => pointed(one, places));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => {
      if (name !== 'reference' || typeof part !== 'string' || !part.startsWith('urn:'))
        return [name, pointed(part, places)];
      const place = places.get(part);
      if (place === undefined)
        throw new Refusal(400, 'not-found', `A reference to "${part.slice(0, 80)}", which is no entry of this Bundle.`);
      return [name, place];
    }),
  );
}
