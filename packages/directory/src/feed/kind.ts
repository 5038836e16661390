import type { Raw } from '../source.js';

/** What a record is, told by the fields it has: declared versions and profiles are often wrong. */
export type Kind =
  | 'service'
  | 'service at location'
  | 'organization'
  | 'location'
  | 'taxonomy or taxonomy term'
  | 'part of a service (a schedule, phone, area or the like)'
  | 'API root'
  | 'record of another kind';

const words = (text: string): readonly string[] => text.split(' ');

const onlyServices = words(
  'organization application_process minimum_age maximum_age eligibility eligibilitys eligibility_description assured_date ' +
    'service_areas service_at_locations cost_options fees fees_description interpretation_services wait_time accreditations ' +
    'topics service_taxonomys capacities deliverable_type regular_schedules status state',
);
const alsoServices = words(
  'url email phone phones website address postcode hours schedules contacts languages summary latitude cost access delivery',
);
const onlyTerms = words('taxonomy taxonomy_id taxonomy_detail taxonomy_terms term_uri parent_id vocabulary');
const onlyOrganizations = words(
  'legal_status tax_status tax_id year_incorporated organization_identifiers parent_organization_id identifier_type',
);
const owners = words('service_id link_id resource_id phone_id contact_id service_at_location_id');

/** Judges by field names only, so that the header of a CSV can be asked the same question. */
export function kindOf(raw: Raw): Kind {
  const has = (name: string): boolean => Object.hasOwn(raw, name) && raw[name] !== null && raw[name] !== undefined;
  const any = (names: readonly string[]): boolean => names.some(has);

  if (typeof raw.service === 'object' && raw.service !== null && has('service')) return 'service at location';
  if (has('openapi_url')) return 'API root';
  if (has('location_type')) return 'location';
  if (has('identifier_type')) return 'organization';
  const strong = any(onlyServices);
  if (Array.isArray(raw.services) && has('services') && (has('name') || has('id')) && !has('service_at_locations')) {
    return 'organization';
  }
  if (strong && (has('name') || has('id'))) return 'service';
  if (
    has('service_id') &&
    (has('location_id') || has('location')) &&
    !any(words('name number freq document currency'))
  ) {
    return has('opens_at') || has('byday')
      ? 'part of a service (a schedule, phone, area or the like)'
      : 'service at location';
  }
  if (any(owners)) return 'part of a service (a schedule, phone, area or the like)';
  if (any(onlyTerms)) return 'taxonomy or taxonomy term';
  if (any(onlyOrganizations)) return 'organization';
  if (has('name') && any(alsoServices)) return 'service';
  if (has('name') && has('id') && Object.keys(raw).every((name) => termFields.has(name)))
    return 'taxonomy or taxonomy term';
  return 'record of another kind';
}

const termFields = new Set(words('id name description uri version code'));
