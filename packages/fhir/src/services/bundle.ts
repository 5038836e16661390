import { EveryContactError } from '@everycontact/core';
import { note, type Note } from '@everycontact/directory';
import { jsonReader, type Item } from '@everycontact/directory/reading';
import { ownNote } from './findings.js';
import { messageOf } from './operation-outcome.js';
import { isObject } from '../json.js';
import { resourceOf, type Resource } from './resource.js';

/** One thing a feed holds: a part of a directory, or what stands there instead. */
export type Held = { readonly resource: Resource } | { readonly dropped: Note; readonly kind: string };

export interface Holdings {
  readonly held: readonly Held[];
  /** The address of a page that follows the last one. */
  readonly next?: string;
}

/** All of it is held at once, because any service may point to any place: several times the largest directory we know. */
const largest = 200_000_000;

/**
 * Everything in a text that comes in pieces: bundles of any type, lists, lists of bundles, single resources, one after
 * another or one a line.
 *
 * @throws EveryContactError `feed-too-large`, `feed-empty`, `feed-not-json`
 */
export async function holdingsOf(pieces: AsyncIterable<string>, feed: string): Promise<Holdings> {
  const reader = jsonReader(feed);
  const held: Held[] = [];
  let read = 0;
  let next: string | undefined;
  const take = (item: Item): void => {
    if ('broken' in item) held.push({ dropped: item.broken, kind: 'unreadable line' });
    if (!('value' in item)) return;
    held.push(...heldIn(item.value));
    next = nextPage(item.value);
  };
  for await (const piece of pieces) {
    if (read === 0 && piece.trimStart().startsWith('<')) throw isXml(feed);
    read += piece.length;
    if (read > largest) throw tooLarge(feed);
    reader.push(piece, take);
  }
  reader.end(take);
  if (held.length === 0 && next === undefined) throw empty(feed);
  return { held, ...(next === undefined ? {} : { next }) };
}

const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : []);
const ofDirectory = new Set(['HealthcareService', 'Location', 'Organization']);
/** A bundle in a bundle is an answer to a batch; more levels than that are none. */
const deepest = 3;

/** What a document holds, with its bundles opened. */
export function heldIn(value: unknown, fullUrl?: unknown, depth = 0): readonly Held[] {
  const resource = resourceOf(value, fullUrl);
  if (resource === undefined)
    return [{ dropped: note('not-an-object', 'record', value), kind: 'value that is no resource' }];
  if (ofDirectory.has(resource.type)) return [{ resource }];
  if (resource.type !== 'Bundle' || depth === deepest) return [{ dropped: otherThan(resource), kind: resource.type }];
  return listIn(resource.raw.entry).flatMap((entry) =>
    isObject(entry) ? heldIn(entry.resource, entry.fullUrl, depth + 1) : heldIn(entry, undefined, depth + 1),
  );
}

/** The address of the page that follows a bundle, if it names one. */
export function nextPage(value: unknown): string | undefined {
  const resource = resourceOf(value);
  if (resource?.type !== 'Bundle') return undefined;
  const next = listIn(resource.raw.link).find((link) => isObject(link) && link.relation === 'next');
  return isObject(next) && typeof next.url === 'string' && next.url !== '' ? next.url : undefined;
}

/** What is no part of a directory may be about a person: neither its id nor anything it says is repeated. */
function otherThan({ type, raw }: Resource): Note {
  return type === 'OperationOutcome'
    ? ownNote('server-message', 'issue', messageOf(raw))
    : note('not-a-service', 'resource', type);
}

const tooLarge = (feed: string) =>
  new EveryContactError(
    'feed-too-large',
    feed,
    `Feed "${feed}" holds more than ${largest} characters; at most that many are read at once. Ask the server for one area at a time.`,
  );
const empty = (feed: string) =>
  new EveryContactError(
    'feed-empty',
    feed,
    `Feed "${feed}" is empty: FHIR resources as JSON were expected. Keep the last good copy and look at where it comes from.`,
  );
const isXml = (feed: string) =>
  new EveryContactError(
    'feed-not-json',
    feed,
    `Feed "${feed}" is XML: FHIR as JSON was expected. Ask the server with the header "Accept: application/fhir+json".`,
  );
