import type { Format } from '@everycontact/directory';
import { holdingsOf } from './bundle.js';
import { ownNote } from './findings.js';
import { recordsOf } from './records.js';

/**
 * Service directories in FHIR R4, as JSON: a bundle of any type (search, collection, batch), its pages one after another, a list
 * of resources, or one resource a line. Reads HealthcareService with the Location and Organization resources it points to.
 */
export const fhirFormat: Format = {
  name: 'FHIR service bundle',
  detect: (beginning) =>
    /^\ufeff?\s*[[{]/.test(beginning)
      ? /"resourceType"\s*:\s*"[A-Z][A-Za-z]+"/.test(beginning)
      : /^\ufeff?\s*<(?:[^>]*>\s*<)?[A-Z]\w+[^>]*\sxmlns="http:\/\/hl7\.org\/fhir"/.test(beginning),
  async *read(text, given) {
    const { held, next } = await holdingsOf(text, given.feed);
    const records = recordsOf(held, given);
    const lastService = records.reduce((found, record, at) => ('service' in record ? at : found), -1);
    for (const [at, record] of records.entries()) {
      yield next !== undefined && at === lastService && 'service' in record
        ? { ...record, notes: [...(record.notes ?? []), ownNote('page-missing', 'link.next', next)] }
        : record;
    }
  },
};
