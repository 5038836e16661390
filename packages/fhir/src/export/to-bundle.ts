import type { ContactRecord } from '@everycontact/core';
import type * as r4 from 'fhir/r4.js';
import { addAdvice } from './advice.js';
import { checkRecord } from './checked-record.js';
import { Draft, type Entry } from './draft.js';
import { addHandedOver } from './handed-over.js';
import { leaving } from './leaving.js';
import { addResults, addStatuses } from './observations.js';
import { type BundleOptions, checkOptions } from './options.js';
import { addProvenance } from './provenance.js';
import { addResponse } from './questionnaire-response.js';

/**
 * One contact as one FHIR R4 (4.0.1) bundle. The same record and options give the same bundle, to the letter.
 * What is in it and what never is: docs/what-is-exported.md.
 *
 * @returns frozen; a `transaction` whose entries a server that has them already leaves as they are
 * @throws EveryContactError `export-staff`, `export-no-subject`, `export-example-address` and others that begin with `export-`
 */
export function toBundle(record: ContactRecord, given: BundleOptions): r4.Bundle {
  checkRecord(record);
  const options = toldIn(given);
  checkOptions(options);
  const draft = new Draft(leaving(record), options);
  const response = addResponse(draft);
  const reasons = addStatuses(draft, response);
  addResults(draft, response);
  addAdvice(draft, response, reasons);
  addHandedOver(draft, { response, reasons });
  if (!options.retry) addProvenance(draft);
  const { type = 'transaction', now } = options;
  const entry = draft.entries.map(type === 'transaction' ? sent : filed);
  return frozen({ resourceType: 'Bundle', type, timestamp: now, entry });
}

/** What a host calls null is not told. */
const toldIn = (options: BundleOptions): BundleOptions =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== null)) as unknown as BundleOptions;

const filed = ({ fullUrl, resource }: Entry): r4.BundleEntry => ({ fullUrl, resource });

const sent = ({ fullUrl, resource, known }: Entry): r4.BundleEntry => ({
  fullUrl,
  resource,
  request: { method: 'POST', url: resource.resourceType, ...(known && { ifNoneExist: known }) },
});

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value))
    Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}
