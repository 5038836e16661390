/** What the versions call a table: HSDS 1.1 and 2.0.1 name some differently, and files are singular or plural. */
const names: Readonly<Record<string, readonly string[]>> = {
  services: ['service'],
  organizations: ['organization', 'organisation', 'organisations'],
  service_at_location: ['service_at_locations', 'services_at_location', 'services_at_locations'],
  locations: ['location'],
  addresses: ['address', 'physical_address', 'physical_addresses'],
  postal_addresses: ['postal_address'],
  accessibility: ['accessibility_for_disabilities', 'accessibilities'],
  phones: ['phone'],
  schedules: ['schedule', 'regular_schedule', 'regular_schedules'],
  holiday_schedules: ['holiday_schedule'],
  service_areas: ['service_area'],
  cost_options: ['cost_option'],
  languages: ['language'],
  attributes: [
    'attribute',
    'service_attribute',
    'service_attributes',
    'other_attribute',
    'other_attributes',
    'service_taxonomy',
    'service_taxonomys',
    'service_taxonomies',
  ],
  taxonomy_terms: ['taxonomy_term'],
  taxonomies: ['taxonomy', 'taxonomys'],
  contacts: ['contact'],
  service_capacity: ['service_capacities'],
  units: ['unit'],
  url: ['urls'],
  funding: ['fundings'],
  programs: ['program'],
  required_documents: ['required_document'],
  organization_identifiers: ['organization_identifier'],
  metadata: [],
  meta_table_descriptions: ['meta_table_description'],
  eligibility: ['eligibilities', 'eligibilitys'],
  payments_accepted: ['payment_accepted'],
};

const plain = new Map(Object.entries(names).flatMap(([name, others]) => [name, ...others].map((one) => [one, name])));

/** `regular_schedule.csv` and `schedules` are one table; nothing where no version has a table of that name. */
export const tableName = (written: string): string | undefined =>
  plain.get(
    written
      .trim()
      .toLowerCase()
      .replace(/\.csv$/, '')
      .replace(/[\s-]+/g, '_'),
  );
