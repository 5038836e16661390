import type * as r4 from 'fhir/r4.js';
import { baseOf } from '../canonical.js';
import { type Draft, organisationOf } from './draft.js';
import { formOf } from './questionnaire-response.js';

/** By whom and with what: the pack, its version and the digest of its content. */
export function addProvenance(draft: Draft): void {
  const { record, options, author, entries } = draft;
  const organisation = organisationOf(options);
  const onBehalfOf = organisation && { onBehalfOf: organisation };
  const own = entries.filter(({ resource }) => resource.resourceType !== 'HealthcareService');
  const base = baseOf(options.canonical);
  draft.add('provenance', {
    resourceType: 'Provenance',
    target: own.map(({ fullUrl }) => ({ reference: fullUrl })),
    occurredDateTime: draft.at,
    recorded: options.now,
    activity: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-DataOperation', code: 'CREATE' }] },
    agent: [
      ...(author ? [{ type: participant('author'), who: author, ...onBehalfOf }] : []),
      { type: participant('assembler'), who: { display: 'everycontact' }, ...(author ? {} : onBehalfOf) },
    ],
    entity: [
      {
        role: 'source',
        what: {
          identifier: { system: `${base}/NamingSystem/pack-digest`, value: record.pack.digest },
          display: `${record.pack.id}@${record.pack.version}, ${formOf(draft)}`,
        },
      },
    ],
  });
}

const participant = (code: string): r4.CodeableConcept => ({
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/provenance-participant-type', code }],
});
