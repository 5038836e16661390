import { codeMaps, type CodeMap } from '../codes/code-map.js';
import { isObject } from '../json.js';
import type { CdsContext } from './request.js';

/** What we ask a client to send along. Only the patient is needed; each other one is done without. */
const asked: Readonly<Record<string, { readonly search: string; readonly concepts: RegExp; readonly count: number }>> =
  {
    smoking: { search: 'Observation', concepts: /^answer\.smoking\.smokes(=|$)/, count: 5 },
    alcohol: { search: 'Observation', concepts: /^score\.audit-c$/, count: 5 },
    bmi: { search: 'Observation', concepts: /^measure\.bmi$/, count: 5 },
    pregnancy: { search: 'Observation', concepts: /^context\.pregnant$/, count: 5 },
    pregnancies: { search: 'Condition', concepts: /^context\.pregnant=true$/, count: 20 },
    lastContact: { search: 'Procedure', concepts: /^(advice|referral|contact)\./, count: 20 },
    refusals: { search: 'Observation', concepts: /^(advice-declined|referral-declined|signposted)\./, count: 20 },
  };

export type Templates = Readonly<Record<string, string>>;

/**
 * Prefetch templates by key, with the codes of the maps: the newest of each kind first. A kind without a code is not asked for.
 *
 * @param place only maps that hold there are asked for
 * @param maps ours by default
 */
export function prefetchTemplates(place: string, maps: readonly CodeMap[] = codeMaps): Templates {
  const there = maps.filter(({ places }) => places === undefined || places.includes(place));
  const searches = Object.entries(asked).flatMap(([key, { search, concepts, count }]) => {
    const codes = codesOf(there, concepts);
    if (!codes.length) return [];
    const sort = search === 'Condition' ? '' : '&_sort=-date';
    return [[key, `${search}?patient={{context.patientId}}&code=${codes.join(',')}${sort}&_count=${count}`]];
  });
  return { patient: 'Patient/{{context.patientId}}', ...(Object.fromEntries(searches) as Templates) };
}

function codesOf(maps: readonly CodeMap[], wanted: RegExp): readonly string[] {
  const codes = maps
    .flatMap(({ concepts }) => Object.entries(concepts))
    .filter(([concept]) => wanted.test(concept))
    .flatMap(([, found]) => found)
    .filter(({ mark }) => mark !== 'recalled')
    .map(({ system, code }) => `${system}|${code}`);
  return [...new Set(codes)];
}

/** The address of a template below a FHIR server, its tokens filled in from the context of the request. */
export function filledIn(template: string, { patientId }: CdsContext): string {
  const [path = '', query] = template.replaceAll('{{context.patientId}}', patientId).split('?');
  if (query === undefined) return path;
  const parameters = query.split('&').map((part) => part.split('=') as [string, string]);
  return `${path}?${new URLSearchParams(parameters).toString()}`;
}

/**
 * What became of one template: `found`; `partial`, there are further pages; `nothing`, it was looked for and there is
 * none; `unreadable`, it could not be had; `absent`, the client did not look.
 */
export type PrefetchState = 'found' | 'partial' | 'nothing' | 'unreadable' | 'absent';

/** @param value of one key of `prefetch`; undefined where the key is not there */
export function prefetchState(value: unknown): PrefetchState {
  if (value === undefined) return 'absent';
  if (value === null) return 'nothing';
  const type = isObject(value) ? value['resourceType'] : undefined;
  if (!isObject(value) || typeof type !== 'string' || type === 'OperationOutcome') return 'unreadable';
  return type === 'Bundle' ? pageState(value) : 'found';
}

function pageState({ entry = [], link = [] }: Readonly<Record<string, unknown>>): PrefetchState {
  if (!Array.isArray(entry)) return 'unreadable';
  const states = entry.map((one: unknown) => prefetchState(isObject(one) ? (one['resource'] ?? {}) : {}));
  if (Array.isArray(link) && link.some((one: unknown) => isObject(one) && one['relation'] === 'next')) return 'partial';
  if (!states.length) return 'nothing';
  return states.every((state) => state === 'unreadable') ? 'unreadable' : 'found';
}
