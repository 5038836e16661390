import { isObject } from '../json.js';
import { Refusal } from './refusal.js';
import type { Store, Stored } from './store.js';

// The few search parameters that this house's own requests use; any other is refused, so that a test notices it.

/** `token`: system|code. `reference`: Type/id, or the id alone. Each with the elements it looks at. */
const parameters = new Map<string, { readonly kind: 'token' | 'reference'; readonly elements: readonly string[] }>([
  ['_id', { kind: 'token', elements: ['id'] }],
  ['identifier', { kind: 'token', elements: ['identifier'] }],
  ['code', { kind: 'token', elements: ['code'] }],
  ['category', { kind: 'token', elements: ['category'] }],
  ['status', { kind: 'token', elements: ['status'] }],
  ['clinical-status', { kind: 'token', elements: ['clinicalStatus'] }],
  ['patient', { kind: 'reference', elements: ['subject', 'patient'] }],
  ['subject', { kind: 'reference', elements: ['subject'] }],
  ['encounter', { kind: 'reference', elements: ['encounter'] }],
  ['target', { kind: 'reference', elements: ['target'] }],
]);
/** Where the date of a resource stands, by which `date` sorts. */
const dates = ['effectiveDateTime', 'performedDateTime', 'authoredOn', 'authored', 'onsetDateTime', 'recordedDate'];
const mostParts = 50;

export interface Found {
  readonly total: number;
  readonly page: readonly Stored[];
  /** Where the next page begins, if there is one. */
  readonly next?: number;
}

/**
 * @param query search parameters as in a URL; `_count`, `_offset` and `_sort` (date, _lastUpdated) shape the page
 * @throws Refusal 400, for a parameter or a value it does not know
 */
export function search(store: Store, type: string, query: URLSearchParams): Found {
  const criteria = [...query].filter(([name]) => !['_count', '_offset', '_sort', '_format'].includes(name));
  if (criteria.length > mostParts) throw new Refusal(400, 'too-costly', `More than ${mostParts} search parameters.`);
  const matches = [...store.values()].filter(
    (one) => one.resourceType === type && criteria.every(([name, value]) => meets(one, name, value)),
  );
  // What is not held is a question too: a parameter nobody knows is refused, however little there is to search.
  for (const [name] of criteria) known(name);
  const sorted = sortedBy(matches, query.get('_sort'));
  const offset = numberIn(query, '_offset') ?? 0;
  const count = numberIn(query, '_count') ?? 100;
  const end = offset + count;
  return {
    total: sorted.length,
    page: sorted.slice(offset, end),
    ...(count > 0 && end < sorted.length && { next: end }),
  };
}

function known(name: string) {
  const parameter = parameters.get(name);
  if (parameter) return parameter;
  const names = [...parameters.keys()].join(', ');
  throw new Refusal(
    400,
    'not-supported',
    `This endpoint cannot search by "${name.slice(0, 60)}": it knows ${names}, _count, _offset and _sort.`,
  );
}

function meets(resource: Stored, name: string, wanted: string): boolean {
  const { kind, elements } = known(name);
  const values = elements.flatMap((element) => (Object.hasOwn(resource, element) ? listed(resource[element]) : []));
  const alternatives = wanted.split(',');
  return kind === 'token'
    ? values.flatMap(tokensOf).some((token) => alternatives.some((one) => isToken(token, one)))
    : values.some((value) => alternatives.some((one) => refersTo(value, one, name === 'patient' ? 'Patient' : '')));
}

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : [value]);

interface Token {
  readonly system: string;
  readonly code: string;
}

/** Of a code, an identifier or a concept. */
function tokensOf(value: unknown): readonly Token[] {
  if (typeof value === 'string') return [{ system: '', code: value }];
  if (!isObject(value)) return [];
  const { system, code, value: identifier } = value;
  const own = code ?? identifier;
  return [
    ...(typeof own === 'string' ? [{ system: typeof system === 'string' ? system : '', code: own }] : []),
    ...('coding' in value ? listed(value.coding).flatMap(tokensOf) : []),
  ];
}

function isToken({ system, code }: Token, wanted: string): boolean {
  const bar = wanted.indexOf('|');
  if (bar < 0) return code === wanted;
  const [wantedSystem, wantedCode] = [wanted.slice(0, bar), wanted.slice(bar + 1)];
  return system === wantedSystem && (wantedCode === '' || code === wantedCode);
}

function refersTo(value: unknown, wanted: string, type: string): boolean {
  const reference = isObject(value) ? value.reference : undefined;
  if (typeof reference !== 'string') return false;
  const of = wanted.includes('/') || type === '' ? wanted : `${type}/${wanted}`;
  return reference === of || reference.endsWith(`/${of}`);
}

function sortedBy(resources: readonly Stored[], sort: string | null): readonly Stored[] {
  if (sort === null) return resources;
  const [, descending, by] = /^(-?)(date|_lastUpdated)$/.exec(sort) ?? [];
  if (by === undefined) {
    throw new Refusal(
      400,
      'not-supported',
      `This endpoint cannot sort by "${sort.slice(0, 60)}": it knows date, _lastUpdated.`,
    );
  }
  const time = by === 'date' ? dateOf : lastUpdated;
  const sign = descending ? -1 : 1;
  return [...resources].sort((a, b) => sign * (time(a) - time(b)));
}

function dateOf(resource: Stored): number {
  const written = dates.map((name) => resource[name]).find((value) => typeof value === 'string');
  return timeOf(written);
}
const lastUpdated = ({ meta }: Stored): number => timeOf(isObject(meta) ? meta.lastUpdated : undefined);
const timeOf = (written: unknown): number => (typeof written === 'string' && Date.parse(written)) || 0;

function numberIn(query: URLSearchParams, name: string): number | undefined {
  const written = query.get(name);
  if (written === null) return undefined;
  if (/^\d{1,6}$/.test(written)) return Number(written);
  throw new Refusal(400, 'value', `"${name}" must be a whole number, found "${written.slice(0, 60)}".`);
}
