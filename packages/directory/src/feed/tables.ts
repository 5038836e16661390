import type { Raw } from '../source.js';

/** The tables of a tabular package by their plain plural name: `services`, `service_at_location`, `phones`. */
export type Tables = ReadonlyMap<string, readonly Raw[]>;

const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);
const plural = new Map([
  ['address', 'addresses'],
  ['attribute', 'attributes'],
  ['schedule', 'schedules'],
  ['taxonomy', 'taxonomies'],
  ['service', 'services'],
  ['service_at_locations', 'service_at_location'],
]);
const onlyTables = ['organizations', 'locations', 'service_at_location', 'taxonomy_terms'];

/** An object whose members are tables (`services.csv` or `services` beside `organizations`), or nothing. */
export function tablesOf(value: Raw): Tables | undefined {
  const tables = new Map<string, readonly Raw[]>();
  let named = false;
  for (const [name, rows] of Object.entries(value)) {
    if (!Array.isArray(rows)) continue;
    named ||= name.endsWith('.csv');
    const bare = name.replace(/\.csv$/, '');
    tables.set(plural.get(bare) ?? bare, rows.filter(isRaw));
  }
  const beside = onlyTables.some((name) => tables.has(name));
  return tables.has('services') && (named || (beside && !Object.hasOwn(value, 'name'))) ? tables : undefined;
}

const carried = new Set(
  (
    'services organizations service_at_location locations addresses accessibility phones schedules service_areas ' +
    'cost_options languages attributes taxonomy_terms contacts service_capacity'
  ).split(' '),
);

/**
 * Tables joined into nested services, as the API would give them. A row that names several owners belongs to the nearest:
 * service at location, then service, then location.
 *
 * @returns `beside`: rows of tables that our service has no place for, counted by table
 */
export function joinTables(tables: Tables): {
  readonly services: readonly Raw[];
  readonly beside: ReadonlyMap<string, number>;
} {
  const rows = (name: string): readonly Raw[] => tables.get(name) ?? [];
  const by = (name: string, key: string, unless: readonly string[] = []) => {
    const found = new Map<string, Raw[]>();
    for (const row of rows(name)) {
      const owner = row[key];
      if (!Object.hasOwn(row, key) || !isId(owner) || unless.some((nearer) => isId(row[nearer]))) continue;
      const known = found.get(String(owner));
      if (known === undefined) found.set(String(owner), [row]);
      else known.push(row);
    }
    return (id: unknown): readonly Raw[] => (isId(id) ? (found.get(String(id)) ?? []) : []);
  };
  const near = 'service_at_location_id';
  const organization = by('organizations', 'id');
  const location = by('locations', 'id');
  const term = by('taxonomy_terms', 'id');
  const places = by('service_at_location', 'service_id');
  const addresses = by('addresses', 'location_id');
  const accessibility = by('accessibility', 'location_id');
  const attributes = by('attributes', 'link_id');
  const areas = by('service_areas', 'service_id');
  const costs = by('cost_options', 'service_id');
  const languages = by('languages', 'service_id');
  const contacts = by('contacts', 'service_id', [near]);
  const capacities = by('service_capacity', 'service_id');
  const phonesOf = owners(by, 'phones');
  const schedulesOf = owners(by, 'schedules');

  const services = rows('services').map((service) => ({
    ...service,
    ...some('organization', organization(service.organization_id)[0]),
    ...some('phones', phonesOf.service(service.id)),
    ...some('schedules', schedulesOf.service(service.id)),
    ...some('service_areas', areas(service.id)),
    ...some('cost_options', costs(service.id)),
    ...some('languages', languages(service.id)),
    ...some('contacts', contacts(service.id)),
    ...some('capacities', capacities(service.id)),
    ...some(
      'attributes',
      attributes(service.id).map((row) => ({ ...row, ...some('taxonomy_term', term(row.taxonomy_term_id)[0]) })),
    ),
    ...some(
      'service_at_locations',
      places(service.id).map((place) => ({
        ...place,
        ...some('phones', phonesOf.place(place.id)),
        ...some('schedules', schedulesOf.place(place.id)),
        ...some('location', joined(location(place.location_id)[0])),
      })),
    ),
  }));
  function joined(found: Raw | undefined): Raw | undefined {
    if (found === undefined) return undefined;
    return {
      ...found,
      ...some('addresses', addresses(found.id)),
      ...some('accessibility', accessibility(found.id)),
      ...some('schedules', schedulesOf.location(found.id)),
    };
  }
  const beside = [...tables].filter(([name, { length }]) => !carried.has(name) && length > 0);
  return { services, beside: new Map(beside.map(([name, { length }]) => [name, length])) };
}

const isId = (value: unknown): value is string | number =>
  (typeof value === 'string' && value !== '') || typeof value === 'number';

const some = (name: string, value: Raw | readonly Raw[] | undefined): Raw =>
  value === undefined || (Array.isArray(value) && value.length === 0) ? {} : { [name]: value };

type By = (name: string, key: string, unless?: readonly string[]) => (id: unknown) => readonly Raw[];

function owners(by: By, table: string) {
  const near = 'service_at_location_id';
  return {
    place: by(table, near),
    service: by(table, 'service_id', [near]),
    location: by(table, 'location_id', [near, 'service_id']),
  };
}
