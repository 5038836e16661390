import type { Document } from './documents.js';
import { isRaw, resourceOf, type Resource } from './resource.js';

/** What a feed holds, piece by piece: a resource, or what stands where one belongs. */
export type Held = { readonly resource: Resource } | { readonly broken: string } | { readonly value: unknown };

/** A bundle in a bundle is an answer to a batch; more levels than that are none. */
const deepest = 3;

const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : []);

/** Opens bundles, whatever their type, lists, and lists of bundles; all else stands as it is. */
export function heldIn(document: Document): readonly Held[] {
  return 'broken' in document ? [document] : opened(document.value, undefined, 0);
}

function opened(value: unknown, fullUrl: unknown, depth: number): readonly Held[] {
  if (Array.isArray(value) && depth === 0) {
    return value.flatMap((item: unknown) => opened(item, undefined, 1));
  }
  const resource = resourceOf(value, fullUrl);
  if (resource?.type === 'Bundle' && depth < deepest) {
    return listIn(resource.raw.entry).flatMap((entry) =>
      isRaw(entry) ? opened(entry.resource, entry.fullUrl, depth + 1) : [{ value: entry }],
    );
  }
  return [resource === undefined ? { value } : { resource }];
}

/** The address of the page that follows a bundle, if it names one. */
export function nextPage(value: unknown): string | undefined {
  const resource = resourceOf(value);
  if (resource?.type !== 'Bundle') return undefined;
  const next = listIn(resource.raw.link).find((link) => isRaw(link) && link.relation === 'next');
  return isRaw(next) && typeof next.url === 'string' && next.url !== '' ? next.url : undefined;
}
