import type { Source } from '@everycontact/directory/reading';
import { isObject } from '../json.js';
import { keyOf, resourceOf, type Resource } from './resource.js';

/** Where the resources of a feed find each other. */
export interface References {
  /** What a reference written in `from` points to, if the feed holds it and it is of this type. It is remembered as pointed to. */
  find(reference: Source, type: string, from: Resource): Resource | undefined;
  isPointedTo(resource: Resource): boolean;
}

/**
 * Resolves a reference in the ways the standard knows: contained (`#place`), absolute or `urn:uuid:` (the address in the bundle),
 * relative to the server of the resource it stands in, relative without any server, by identifier or by a search for one
 * (`Location?identifier=system|value`). Where two servers have the same type and id and nothing tells them apart, nothing
 * is found. References are followed one step, so that a circle of them is no danger.
 */
export function referencesAmong(resources: readonly Resource[]): References {
  const byAddress = new Map<string, Resource>();
  const byTypeAndId = new Map<string, Resource | 'several'>();
  const byIdentifier = new Map<string, Resource>();
  const pointedTo = new Set<string>();
  for (const resource of resources) {
    const { fullUrl, type, id } = resource;
    if (fullUrl !== undefined && !byAddress.has(fullUrl)) byAddress.set(fullUrl, resource);
    if (id !== undefined) {
      const path = `${type}/${id}`;
      const known = byTypeAndId.get(path);
      const same = known === undefined || (known !== 'several' && keyOf(known) === keyOf(resource));
      byTypeAndId.set(path, same ? (known ?? resource) : 'several');
    }
    for (const token of tokensOf(resource)) if (!byIdentifier.has(token)) byIdentifier.set(token, resource);
  }
  const alone = (path: string): Resource | undefined => {
    const found = byTypeAndId.get(path);
    return found === 'several' ? undefined : found;
  };

  const byReference = (written: string, from: Resource): Resource | undefined => {
    const bare = written.replace(/\/_history\/[^/]*$/, '');
    const search = /^([A-Z]\w+)\?identifier=(.+)$/.exec(bare);
    if (search) return byIdentifier.get(`${search[1] ?? ''} ${search[2] ?? ''}`);
    const near = byAddress.get(bare) ?? byAddress.get(`${serverOf(from)}${bare}`);
    if (near !== undefined) return near;
    if (/^(?:urn:|#)/.test(bare)) return undefined;
    const tail = /(?:^|\/)([A-Z]\w+\/[^/]+)$/.exec(bare)?.[1] ?? '';
    const found = alone(tail);
    // The same type and id on another server is another resource.
    return tail !== bare && found?.fullUrl !== undefined ? undefined : found;
  };

  return {
    find(reference, type, from) {
      const written = reference.exact('reference');
      const identifier = reference.record('identifier');
      const value = identifier?.exact('value');
      const logical = value && byIdentifier.get(`${type} ${identifier?.exact('system') ?? ''}|${value}`);
      reference.exact('type');
      const found = (written && (containedIn(from, written) ?? byReference(written, from))) || logical || undefined;
      if (found?.type !== type) return undefined;
      const key = keyOf(found);
      if (key !== undefined && !written?.startsWith('#')) pointedTo.add(key);
      return found;
    },
    isPointedTo(resource) {
      const key = keyOf(resource);
      return key !== undefined && pointedTo.has(key);
    },
  };
}

/** `https://a.example/r4/` of a resource at `https://a.example/r4/Location/1`. */
const serverOf = ({ fullUrl = '', type, id }: Resource): string =>
  id !== undefined && fullUrl.endsWith(`/${type}/${id}`) ? fullUrl.slice(0, -`${type}/${id}`.length) : '';

function containedIn({ raw: { contained } }: Resource, written: string): Resource | undefined {
  if (!written.startsWith('#') || !Array.isArray(contained)) return undefined;
  return contained.map((value: unknown) => resourceOf(value)).find((resource) => resource?.id === written.slice(1));
}

function tokensOf({ type, raw }: Resource): readonly string[] {
  const { identifier } = raw;
  if (!Array.isArray(identifier)) return [];
  return identifier.flatMap((one: unknown) =>
    isObject(one) && typeof one.value === 'string'
      ? [`${type} ${typeof one.system === 'string' ? one.system : ''}|${one.value}`]
      : [],
  );
}
