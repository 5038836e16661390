import { randomId } from '@everycontact/core';
import { isObject } from '../json.js';
import { Refusal } from './refusal.js';

/** A resource as it came in: its type, and anything else. */
export interface Resource {
  readonly resourceType: string;
  readonly id?: string;
  readonly [element: string]: unknown;
}
/** A resource that has a place: `Type/id`. */
export interface Stored extends Resource {
  readonly id: string;
}

/** What the endpoint holds. A change is made on a copy and kept whole or not at all. */
export type Store = ReadonlyMap<string, Stored>;

/** All that one endpoint holds at a time: enough for a test or a demo, never a sink. */
const most = 10_000;

export const keyOf = ({ resourceType, id }: Stored): string => `${resourceType}/${id}`;

/** @throws Refusal 400, where it is no resource */
export function resourceIn(value: unknown, at: string): Resource {
  if (isObject(value) && typeof value.resourceType === 'string' && /^[A-Z][A-Za-z]{1,60}$/.test(value.resourceType)) {
    return value as Resource;
  }
  throw new Refusal(400, 'structure', `${at}: expected a resource with a "resourceType", found something else.`);
}

/** The resource as the endpoint keeps it, under an id of its own. */
export function withId(resource: Resource, at: string, id: string = randomId()): Stored {
  const meta = isObject(resource.meta) ? resource.meta : {};
  return { ...resource, id, meta: { ...meta, versionId: '1', lastUpdated: at } };
}

/** @throws Refusal 507, where the endpoint is full */
export function put(store: Map<string, Stored>, resource: Stored): void {
  if (store.size >= most) {
    throw new Refusal(507, 'too-costly', `This endpoint keeps at most ${most} resources and is full.`);
  }
  store.set(keyOf(resource), resource);
}
