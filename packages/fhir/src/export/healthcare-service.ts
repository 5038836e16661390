import type * as r4 from 'fhir/r4.js';
import type { Leaving } from './leaving.js';

type Match = Leaving['signposts'][number]['services'][number];

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** A local service as it was shown: an address, a number or hours that nobody saw are not in it. */
export function healthcareService(match: Match): r4.HealthcareService {
  const { name, organization, summary, phone, email, url, hours = [], hoursText, cost, alert } = match;
  const telecom = [...reach('phone', phone), ...reach('email', email), ...reach('url', url)];
  const availableTime = hours.flatMap(({ day, opens, closes }): readonly r4.HealthcareServiceAvailableTime[] => {
    const on = days[day - 1];
    if (!on || opens >= closes) return [];
    if (opens === '00:00' && closes === '24:00') return [{ daysOfWeek: [on], allDay: true }];
    return [{ daysOfWeek: [on], availableStartTime: `${opens}:00`, availableEndTime: `${endOf(closes)}:00` }];
  });
  return {
    resourceType: 'HealthcareService',
    active: true,
    ...(organization && { providedBy: { display: organization } }),
    name,
    ...(summary && { comment: summary }),
    ...(telecom.length && { telecom }),
    ...(cost === 'free' && { serviceProvisionCode: [{ coding: [free] }] }),
    ...(availableTime.length && { availableTime }),
    ...((alert ?? hoursText) && { availabilityExceptions: alert ?? hoursText }),
  };
}

/** A day of FHIR has no 24:00; whoever reads 23:59 takes it for the end of the day. */
const endOf = (closes: string) => (closes === '24:00' ? '23:59' : closes);

const free: r4.Coding = {
  system: 'http://terminology.hl7.org/CodeSystem/service-provision-conditions',
  code: 'free',
  display: 'Free',
};

const reach = (system: 'phone' | 'email' | 'url', value: string | undefined): readonly r4.ContactPoint[] =>
  value ? [{ system, value }] : [];
