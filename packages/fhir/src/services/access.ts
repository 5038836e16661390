import type { Service } from '@everycontact/core';
import { accessOf, costOf, type Source } from '@everycontact/directory/reading';
import { conceptsOf, type Concept } from './concept.js';

/**
 * How to get in. A way for referrals to arrive says that professionals can refer, and nothing about referring oneself: the
 * standard has no word for that. Further words are read as in any other feed.
 *
 * @param said characteristics in words
 */
export function readAccess(service: Source, said: readonly string[]): Service['access'] {
  const methods = conceptsOf(service, 'referralMethod');
  const appointment = service.flag('appointmentRequired');
  const read = accessOf([...said, ...methods.flatMap(({ names }) => names)].join('; '));
  const coded = methods.some(({ codes }) => codes.some((code) => referralMethods.has(code.toLowerCase())));
  return {
    ...read,
    ...(coded ? { professional: 'yes' as const } : {}),
    ...(appointment === undefined ? {} : { appointment: appointment ? ('yes' as const) : ('no' as const) }),
  };
}

const referralMethods = new Set(['fax', 'phone', 'elec', 'semail', 'mail']);

/** `free`, `disc` (less for some) and `cost`; a provision of other words is read as a sentence on money. */
export function readCost(service: Source): Service['cost'] {
  const found = new Set(conceptsOf(service, 'serviceProvisionCode').map(costOfConcept));
  found.delete('unknown');
  const [only] = found;
  return found.size > 1 ? 'mixed' : (only ?? 'unknown');
}

const costs = new Map<string, Service['cost']>([
  ['free', 'free'],
  ['disc', 'mixed'],
  ['cost', 'paid'],
]);

const costOfConcept = ({ codes, names }: Concept): Service['cost'] =>
  codes.map((code) => costs.get(code.toLowerCase())).find((cost) => cost !== undefined) ?? costOf(names.join('. '));
