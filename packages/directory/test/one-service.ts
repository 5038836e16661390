import type { Service } from '@everycontact/core';
import { readServices, type ReadReport } from '@everycontact/directory';

export const read = { feed: 'test', fetchedAt: '2026-11-22T09:30:00.000Z' };

/** A record without a fault: what a test adds is all that the report can speak of. */
export const whole = {
  id: 'ac148810-d857-441c-9679-408f346de14b',
  name: 'Stop smoking',
  status: 'active',
  assured_date: '2026-10-01',
  organization: { name: 'Elderwick Health (invented)' },
  attributes: [{ taxonomy_term: { name: 'Stop smoking' } }],
};

/** One HSDS record read: the service, and the codes of all repairs. */
export function oneService(fields: object): { service: Service; codes: readonly string[]; report: ReadReport } {
  const { services, report } = readServices(JSON.stringify([{ ...whole, ...fields }]), read);
  const [service] = services;
  if (service === undefined) throw new Error(`No service came out: ${JSON.stringify(report)}`);
  return { service, codes: report.repaired.map(({ code }) => code), report };
}

/** The message of the error that reading this throws. */
export function refusal(input: string | Uint8Array): string {
  try {
    readServices(input, read);
  } catch (error) {
    return error instanceof Error ? error.message : 'no error';
  }
  return 'nothing was thrown';
}
