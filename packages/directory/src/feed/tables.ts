import { isRaw, type Raw } from '../source.js';
import { tableName } from './table-names.js';

/** The tables of a tabular package by their plain plural name: `services`, `service_at_location`, `phones`. */
export type Tables = ReadonlyMap<string, readonly Raw[]>;

const onlyTables = ['organizations', 'locations', 'service_at_location', 'taxonomy_terms'];

/** An object whose members are tables (`services.csv` or `services` beside `organizations`), or nothing. */
export function tablesOf(value: Raw): Tables | undefined {
  const tables = new Map<string, Raw[]>();
  let named = false;
  for (const [name, rows] of Object.entries(value)) {
    if (!Array.isArray(rows)) continue;
    named ||= name.endsWith('.csv');
    addRows(tables, name, rows.filter(isRaw));
  }
  const beside = onlyTables.some((name) => tables.has(name));
  return tables.has('services') && (named || (beside && !Object.hasOwn(value, 'name'))) ? tables : undefined;
}

/** Adds the rows of one file to its table. A package may hold `address.csv` and `addresses.csv`: a row of an id is there once. */
export function addRows(tables: Map<string, Raw[]>, name: string, rows: readonly Raw[]): void {
  const table = tableName(name) ?? name.replace(/\.csv$/, '');
  const known = tables.get(table);
  if (known === undefined) {
    tables.set(table, [...rows]);
    return;
  }
  const ids = new Set(known.map(({ id }) => id).filter(isId));
  for (const row of rows) if (!isId(row.id) || !ids.has(row.id)) known.push(row);
}

const place = 'service_at_location_id';

/**
 * Tables joined into nested services, as the API would give them. A row that names several owners belongs to the nearest:
 * service at location, then service, then location, then organisation.
 *
 * @returns `beside`: rows that are not carried, counted by table: nothing of ours holds them, or they belong to no service
 */
export function joinTables(tables: Tables): {
  readonly services: readonly Raw[];
  readonly beside: ReadonlyMap<string, number>;
} {
  const used = new Set<Raw>();
  const by = (table: string, key: string, unless: readonly string[] = []) => {
    const found = new Map<string, Raw[]>();
    for (const row of tables.get(table) ?? []) {
      const owner = Object.hasOwn(row, key) ? row[key] : undefined;
      if (!isId(owner) || unless.some((nearer) => isId(row[nearer]))) continue;
      const known = found.get(String(owner));
      if (known === undefined) found.set(String(owner), [row]);
      else known.push(row);
    }
    return (id: unknown): readonly Raw[] => {
      const rows = isId(id) ? (found.get(String(id)) ?? []) : [];
      for (const row of rows) used.add(row);
      return rows;
    };
  };
  const of = (table: string) => ({
    place: by(table, place),
    service: by(table, 'service_id', [place]),
    location: by(table, 'location_id', [place, 'service_id']),
    organization: by(table, 'organization_id', [place, 'service_id', 'location_id', 'contact_id']),
    contact: by(table, 'contact_id', [place, 'service_id', 'location_id']),
  });
  const [phones, schedules, areas, contacts] = ['phones', 'schedules', 'service_areas', 'contacts'].map(of) as Owners;
  const costs = by('cost_options', 'service_id');
  const languages = by('languages', 'service_id');
  const capacities = by('service_capacity', 'service_id');
  const addresses = by('addresses', 'location_id');
  const accessibility = by('accessibility', 'location_id');
  const places = by('service_at_location', 'service_id');
  const attributes = [by('attributes', 'link_id'), by('attributes', 'service_id')];
  const organizations = by('organizations', 'id');
  const locations = by('locations', 'id');
  const terms = by('taxonomy_terms', 'id');
  const taxonomies = by('taxonomies', 'id');

  const withPhones = (contact: Raw): Raw => ({ ...contact, ...some('phones', phones.contact(contact.id)) });
  const withTerm = (row: Raw): Raw => ({
    ...row,
    ...some('taxonomy_term', terms(row.taxonomy_term_id)[0] ?? taxonomies(row.taxonomy_id)[0]),
  });
  const organization = ([found]: readonly Raw[]): Raw | undefined =>
    found && { ...found, ...some('phones', phones.organization(found.id)) };
  const location = ([found]: readonly Raw[]): Raw | undefined =>
    found && {
      ...found,
      ...some('addresses', addresses(found.id)),
      ...some('accessibility', accessibility(found.id)),
      ...some('schedules', schedules.location(found.id).map(withDays)),
    };
  const atPlace = (row: Raw): Raw => ({
    ...row,
    ...some('phones', phones.place(row.id)),
    ...some('schedules', schedules.place(row.id).map(withDays)),
    ...some('service_areas', areas.place(row.id)),
    ...some('location', location(locations(row.location_id))),
  });

  const services = (tables.get('services') ?? []).map((service) => ({
    ...service,
    ...some('organization', organization(organizations(service.organization_id))),
    ...some('phones', phones.service(service.id)),
    ...some('schedules', schedules.service(service.id).map(withDays)),
    ...some('service_areas', areas.service(service.id)),
    ...some('cost_options', costs(service.id)),
    ...some('languages', languages(service.id)),
    ...some('contacts', contacts.service(service.id).map(withPhones)),
    ...some('capacities', capacities(service.id)),
    ...some('attributes', [...new Set(attributes.flatMap((rows) => rows(service.id)))].map(withTerm)),
    ...some('service_at_locations', places(service.id).map(atPlace)),
  }));
  const beside = [...tables].flatMap(([name, rows]): [string, number][] => {
    const left = name === 'services' ? 0 : rows.filter((row) => !used.has(row)).length;
    if (left === 0) return [];
    return [[left === rows.length ? name : `${name} (of no service here)`, left]];
  });
  return { services, beside: new Map(beside) };
}

type Rows = (id: unknown) => readonly Raw[];
type Owner = Readonly<Record<'place' | 'service' | 'location' | 'organization' | 'contact', Rows>>;
type Owners = [Owner, Owner, Owner, Owner];

const isId = (value: unknown): value is string | number =>
  (typeof value === 'string' && value !== '') || typeof value === 'number';

const some = (name: string, value: Raw | readonly Raw[] | undefined): Raw =>
  value === undefined || (Array.isArray(value) && value.length === 0) ? {} : { [name]: value };

const weekdays = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'];

/** HSDS 1.1 says `weekday` where later versions say `freq` and `byday`. */
function withDays(schedule: Raw): Raw {
  const { weekday, ...rest } = schedule;
  const day = typeof weekday === 'string' ? weekday.trim().slice(0, 2).toLowerCase() : '';
  return weekdays.includes(day) && rest.byday === undefined
    ? { ...rest, freq: 'WEEKLY', byday: day.toUpperCase() }
    : schedule;
}
