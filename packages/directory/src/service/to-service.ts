import type { Day, Service } from '@everycontact/core';
import { needsOf, type Term, type TopicMap } from '../needs.js';
import { present } from '../present.js';
import { openSource, type Notes, type Raw, type Source } from '../source.js';
import { accessOf } from './access.js';
import { readAges } from './ages.js';
import { readArea } from './area.js';
import { readCapacity } from './capacity.js';
import { readEmail, readPhone, readUrl } from './contact.js';
import { readCost } from './cost.js';
import { monthsAfter, readDay } from './day.js';
import { deliveryOf } from './delivery.js';
import type { Holiday } from './holidays.js';
import { readHours } from './hours.js';
import { readInterpreter, readLanguages } from './languages.js';
import { readLocation } from './places.js';
import { firstSentence } from './plain-text.js';
import { readState } from './state.js';
import { isWho, whoOf } from './who.js';

export interface Mapping {
  readonly topics: TopicMap;
  /** The day the feed was read. */
  readonly today: Day;
  readonly provenance: Service['provenance'];
  /** Public holidays, where the organisation hands them in. */
  readonly holidays?: readonly Holiday[] | undefined;
  /** For a record without an id. */
  readonly makeId: (name: string, organization: string) => string;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/**
 * One record of any version of HSDS or Open Referral UK as our service: a field is read where it is present, whatever
 * version the feed declares. Everything changed, doubted or left behind goes to `notes`.
 *
 * @param uuids whether ids are expected to be UUIDs: in JSON and tabular packages, not in our own CSV
 */
export function toService(raw: Raw, uuids: boolean, mapping: Mapping, notes: Notes): Service {
  const { today, topics, provenance } = mapping;
  const source = openSource(raw, notes);
  const name = source.line('name') ?? '';
  const organization = source.record('organization');
  const organizationName = organization?.line('name');
  if (organizationName === undefined) notes.repaired('organization-missing', 'organization.name', undefined);

  const places = source.list('service_at_locations', 'service_at_location');
  const ownLocations = source.list('locations');
  const atPlaces = places.map((place) => place.record('location')).filter((place) => place !== undefined);
  const everywhere = [...atPlaces, ...ownLocations];
  const locations = everywhere
    .map((place, at) => readLocation(place, `place-${at + 1}`, notes))
    .filter((place) => place !== undefined);
  const virtual = everywhere.some((place) => place.exact('location_type') === 'virtual');

  const description = source.text('description');
  const stated = source.text('summary');
  const summary = stated ?? (description === undefined ? undefined : firstSentence(description));
  const text = description === summary ? undefined : description;
  const terms = readTerms(source);
  const { needs, unmapped } = needsOf(topics, terms, [name, summary].join('. '));
  for (const { need, how, by } of needs)
    if (how === 'wording') notes.repaired('need-by-wording', 'name', by, `"${need}"`);
  if (needs.length === 0) notes.repaired('need-missing', 'attributes', unmapped.join(', ') || undefined);
  for (const term of unmapped) notes.notCarried(`attributes "${term.slice(0, 60)}" (no need)`);

  const termNames = terms.flatMap((term) => term.names);
  const howTo = source.text('application_process');
  const attending = [source.line('attending_type'), ...list(source, 'attending_types')].filter(Boolean).join('. ');
  const attendingTimes = attendingTypes(source, places).filter(Boolean);
  const attendingAccess = [source.line('attending_access'), ...list(source, 'attending_accesses')];
  const eligibility = source.text('eligibility_description');
  const takes = source.line('who')?.split(/\s*;\s*/) ?? [];
  for (const cell of takes) if (!isWho(cell)) notes.repaired('who-unclear', 'who', cell);
  const { warnings, ...opening } = readHours(source, places, { today, holidays: mapping.holidays }, notes);
  const assuredOn = readDay(source, 'assured_date', notes, today);
  const changedOn = readDay(source, 'last_modified', notes);
  const assured =
    assuredOn === undefined ? 'assured-missing' : monthsAfter(assuredOn, 12) < today ? 'assured-old' : undefined;
  if (assured !== undefined) notes.repaired(assured, 'assured_date', assuredOn);

  const id = source.exact('id') ?? mapping.makeId(name, organizationName ?? '');
  if (source.exact('id') === undefined) notes.repaired('id-made', 'id', undefined, id);
  else if (uuids && !uuid.test(id)) notes.repaired('id-not-uuid', 'id', id);

  const service = present<{ [K in keyof Service]-?: Service[K] | undefined }>({
    id,
    name,
    summary,
    text,
    state: readState(source, notes),
    organization: present({
      name: organizationName ?? '',
      id: organization?.exact('id'),
      responsible: organization?.line('responsible'),
    }),
    needs: needs.map(({ need, how }) => ({ need, how })),
    delivery: deliveryOf(attending, [name, ...termNames, ...attendingTimes].join('. '), {
      toGo: locations.length > 0,
      virtual,
    }),
    locations: unique(locations),
    area: readArea([...source.list('service_areas'), ...places.flatMap((place) => place.list('service_areas'))]),
    ...ages(source, notes),
    who: whoOf(name, [...termNames, ...takes], eligibility, description ?? summary),
    languages: readLanguages(source, notes),
    interpreter: readInterpreter(source),
    cost: readCost(source, today, notes),
    access: accessOf([...attendingAccess, ...termNames, howTo].filter(Boolean).join('; ')),
    howTo,
    hours: opening.hours,
    hoursText: opening.hoursText,
    timetable: opening.timetable,
    closures: opening.closures,
    hoursConfirmedUntil: opening.hoursConfirmedUntil,
    capacity: readCapacity(source, today, changedOn ?? assuredOn, notes),
    phone: readPhone(source, places, organization, notes),
    email: readEmail(source, notes, 'email'),
    url: readUrl(source, notes, 'url'),
    alert: source.text('alert'),
    assuredOn,
    changedOn,
    pinned: undefined,
    next: undefined,
    nextNames: undefined,
    provenance,
    warnings: warningsOf([assured, organizationName === undefined ? 'organization-missing' : undefined, ...warnings]),
  });
  source.close();
  return service as Service;
}

const ages = (source: Source, notes: Notes) => {
  const { minimumAge, maximumAge } = readAges(source, notes);
  return { minimumAge, maximumAge };
};

const list = (source: Source, name: string): readonly (string | undefined)[] =>
  source.list(name).map((one) => one.line('name', 'attending_type', 'attending_access', 'value'));

const attendingTypes = (source: Source, places: readonly Source[]): readonly (string | undefined)[] =>
  [source, ...places].flatMap((owner) => owner.list('schedules')).map((schedule) => schedule.line('attending_type'));

const warningsOf = (found: readonly (string | undefined)[]): readonly string[] | undefined => {
  const warnings = found.filter((warning) => warning !== undefined);
  return warnings.length === 0 ? undefined : warnings;
};

const unique = <T extends { readonly id: string }>(things: readonly T[]): readonly T[] =>
  things.filter(({ id }, at) => things.findIndex((other) => other.id === id) === at);

/** Topics: HSDS 3 `attributes`, Open Referral UK 1.0 `service_taxonomys`. */
function readTerms(source: Source): readonly Term[] {
  return source.list('attributes', 'service_taxonomys', 'service_taxonomies').map((attribute) => {
    const term = attribute.record('taxonomy_term') ?? attribute.record('taxonomy');
    const ids = [term?.exact('id'), term?.exact('code'), term?.exact('term_uri'), attribute.exact('taxonomy_term_id')];
    const names = [term?.line('name', 'term'), attribute.line('label', 'name')];
    return { ids: ids.filter((id) => id !== undefined), names: names.filter((name) => name !== undefined) };
  });
}
