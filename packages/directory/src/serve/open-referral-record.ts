import type { Area, Location, Opening, Opens, Service } from '@everycontact/core';
import { present } from '../present.js';
import { asUuid, madeId } from './made-id.js';

/** A record of Open Referral UK 3.0, as JSON has it. */
export type OpenReferralRecord = Readonly<Record<string, unknown>>;

const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const status: Readonly<Record<Service['state'], string | undefined>> = {
  open: 'active',
  paused: 'temporarily closed',
  closed: 'inactive',
  // The standard has no word for it, and "active" would say more than is known.
  unknown: undefined,
};

/**
 * The fields of a service that hold one value, as the list of an Open Referral UK 3.0 API has them.
 *
 * A `last_modified` or `updated` of which only the day is known is given as its midnight in UTC.
 */
export function toOpenReferralItem(service: Service): OpenReferralRecord {
  const { id, name, summary, text, organization, cost } = service;
  const organizationId = asUuid(organization.id ?? organization.name, 'organization');
  const described = text?.startsWith((summary ?? '').replace(/[….]+$/, ''))
    ? text
    : [summary, text].filter(Boolean).join('\n\n') || undefined;
  return present({
    id,
    name,
    description: described,
    url: service.url,
    email: service.email,
    status: status[service.state],
    fees: { free: 'Free', paid: 'Paid', mixed: 'Mixed: free for some', unknown: undefined }[cost],
    application_process: service.howTo,
    interpretation_services: { yes: 'Interpreters can be had', no: 'No interpreters', unknown: undefined }[
      service.interpreter
    ],
    minimum_age: service.minimumAge,
    maximum_age: service.maximumAge,
    assured_date: service.assuredOn,
    alert: service.alert,
    last_modified: service.changedOn && midnight(service.changedOn),
    organization_id: organization.name ? organizationId : undefined,
    organization: organization.name
      ? { id: organizationId, name: organization.name, description: organization.name }
      : undefined,
  });
}

/**
 * A service as a whole record of Open Referral UK 3.0, every list it has among its fields. What the profile has no field
 * for goes into fields of HSDS 3.1 that it leaves out (names of languages, interpreters, how to apply, capacity) and into
 * `attributes`: needs, whom it is for, how to get in, how it reaches people.
 *
 * Left behind: who answers for the entry, pins, follow-on services, capacity other than "full", warnings, provenance,
 * and a "no" that is not said in words of `who` or `access` (`drop-in: no`).
 */
export function toOpenReferral(service: Service): OpenReferralRecord {
  const { id, phone, cost, capacity } = service;
  const some = <T>(list: readonly T[]): readonly T[] | undefined => (list.length > 0 ? list : undefined);
  return present({
    ...toOpenReferralItem(service),
    contacts: phone === undefined ? undefined : [{ id: madeId(id, 'contact'), phones: [phoneOf(id, phone)] }],
    cost_options: cost === 'free' ? [{ id: madeId(id, 'cost'), option: 'Free', amount: 0 }] : undefined,
    languages: some(service.languages.map((code) => ({ id: madeId(id, 'language', code), code, name: code }))),
    service_areas: some(areasOf(id, service.area)),
    service_at_locations: some(service.locations.map((location) => placeOf(id, location))),
    schedules: some(schedulesOf(service)),
    attributes: some(attributesOf(service)),
    capacities:
      capacity?.state === 'full'
        ? [
            {
              id: madeId(id, 'capacity'),
              unit: { id: madeId('unit', 'place'), name: 'place' },
              available: 0,
              updated: midnight(capacity.asOf),
            },
          ]
        : undefined,
  });
}

const midnight = (day: string): string => `${day}T00:00:00Z`;
const phoneOf = (id: string, number: string) => ({ id: madeId(id, 'phone'), number });

function areasOf(id: string, area: Area): readonly object[] {
  const named = (name: string, extent?: string) =>
    present({ id: madeId(id, 'area', name), name, service_area: name, extent, extent_type: extent && 'text' });
  switch (area.kind) {
    case 'national':
      return [named('National')];
    case 'codes':
      // A bare number of four digits would be read as a postal code.
      return area.codes.map((code) => (/^[1-9]\d*$/.test(code) ? named(`Municipality ${code}`) : named(code, code)));
    case 'prefixes':
      return area.codes.map((code) => named(code, code));
    case 'text':
      return [named(area.text)];
    case 'unknown':
      return [];
  }
}

function placeOf(service: string, place: Location): object {
  const id = asUuid(place.id, service, 'location');
  const access = { yes: 'Step-free access', no: 'No step-free access', unknown: undefined }[place.stepFree];
  return {
    id: madeId(service, id),
    location: present({
      id,
      location_type: 'physical',
      name: place.name,
      latitude: place.latitude,
      longitude: place.longitude,
      addresses: place.address === undefined ? undefined : [addressOf(id, place.address)],
      accessibility:
        access === undefined
          ? undefined
          : [{ id: madeId(id, 'accessibility'), description: access, accessibility: access }],
    }),
  };
}

const postcode = /^(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|\d{3} ?\d{2}|\d{4})$/i;

/** An address is one line with us: its end is told apart where it is a postcode. What the standard wants and we lack is empty. */
function addressOf(location: string, address: string): object {
  const parts = address.split(/\s*,\s*/);
  const postal_code = postcode.test(parts.at(-1) ?? '') ? parts.pop() : undefined;
  const city = postal_code !== undefined && parts.length > 1 ? parts.pop() : undefined;
  return {
    id: madeId(location, 'address'),
    address_1: parts.join(', '),
    city: city ?? '',
    state_province: '',
    postal_code: postal_code ?? '',
    country: '',
    address_type: 'physical',
  };
}

/** The timetable, or the weekly hours where there is none; hours in words and days on which it is closed as descriptions. */
function schedulesOf({ id, hours, timetable, hoursText, closures, hoursConfirmedUntil }: Service): readonly object[] {
  const rules = timetable?.map(ruleOf) ?? weekly(hours ?? []);
  const told = [
    ...(hoursText === undefined ? [] : [hoursText]),
    ...(closures ?? []).map(({ from, to, why }) => `Closed ${from} to ${to}${why === undefined ? '' : `: ${why}`}`),
  ].map((description) => ({ description }));
  return [...rules, ...told].map((rule, at) =>
    present({ id: madeId(id, 'schedule', String(at)), ...rule, valid_to: hoursConfirmedUntil }),
  );
}

function weekly(hours: readonly Opening[]): readonly object[] {
  const byTimes = new Map<string, Opening[]>();
  for (const opening of hours) {
    const times = `${opening.opens} ${opening.closes}`;
    byTimes.set(times, [...(byTimes.get(times) ?? []), opening]);
  }
  return [...byTimes.values()].map((same) => ({
    freq: 'WEEKLY',
    byday: same.map(({ day }) => days[day - 1]).join(','),
    opens_at: same[0]?.opens,
    closes_at: same[0]?.closes,
  }));
}

function ruleOf(opening: Opens): object {
  const { weeksOfMonth, daysOfMonth, everyWeeks, since, from } = opening;
  const names = (opening.days ?? [1, 2, 3, 4, 5, 6, 7]).map((day) => days[day - 1]);
  const byday = weeksOfMonth ? weeksOfMonth.flatMap((week) => names.map((name) => `${week}${name ?? ''}`)) : names;
  return present({
    freq: (weeksOfMonth ?? daysOfMonth) ? 'MONTHLY' : 'WEEKLY',
    interval: everyWeeks,
    dtstart: since ?? from,
    until: opening.until,
    byday: daysOfMonth && !opening.days && !weeksOfMonth ? undefined : byday.join(','),
    bymonthday: daysOfMonth?.join(','),
    opens_at: opening.opens,
    closes_at: opening.closes,
  });
}

/** Facts of ours as terms of four small taxonomies of our own. */
function attributesOf(service: Service): readonly object[] {
  const { id, needs, who, access, delivery } = service;
  const terms: readonly (readonly [taxonomy: string, name: string])[] = [
    ...needs.map(({ need, how }) => ['needs', how === 'main' ? need : `${need} > ${how}`] as const),
    ...whoTerms(who).map((name) => ['who', name] as const),
    ...accessTerms(access).map((name) => ['access', name] as const),
    ...delivery.map((way) => ['delivery', way] as const),
  ];
  return terms.map(([taxonomy, name]) => ({
    id: madeId(id, taxonomy, name),
    link_type: 'service',
    taxonomy_term_id: termId(taxonomy, name),
    taxonomy_term: {
      id: termId(taxonomy, name),
      name,
      term: name,
      description: name,
      taxonomy: `everycontact ${taxonomy}`,
      taxonomy_id: madeId('taxonomy', taxonomy),
    },
  }));
}

const termId = (taxonomy: string, name: string): string => madeId('term', taxonomy, name);

function whoTerms(who: Service['who']): readonly string[] {
  const only: readonly (readonly [boolean, string])[] = [
    [who.men === 'no', 'women only'],
    [who.women === 'no', 'men only'],
    [who.notPregnant === 'no', 'pregnant women only'],
    [who.others === 'no', 'staff only'],
    [who.pregnant === 'no', 'not for pregnant women'],
  ];
  const open = ['women', 'men', 'pregnant', 'staff', 'volunteers', 'carers'].filter((group) => who[group] === 'yes');
  return [...open.map((group) => `for ${group}`), ...only.filter(([holds]) => holds).map(([, name]) => name)];
}

function accessTerms({ self, professional, appointment, 'drop-in': dropIn }: Service['access']): readonly string[] {
  const told: readonly (readonly [boolean, string])[] = [
    [self === 'yes', 'self'],
    [professional === 'yes', self === 'no' ? 'professional only' : 'professional'],
    [appointment === 'yes', 'appointment'],
    [dropIn === 'yes', appointment === 'no' ? 'no appointment' : 'drop-in'],
  ];
  return told.filter(([holds]) => holds).map(([, name]) => name);
}
