import type * as r4 from 'fhir/r4.js';
import type { RecordSystem } from './record-system.js';

/** Somebody who is here today, as the list shows them. */
export interface Visitor {
  readonly patient: r4.Patient & { readonly id: string };
  readonly encounter: r4.Encounter & { readonly id: string };
}

export const nameOf = ({ patient: { name = [] } }: Visitor): string =>
  [...(name[0]?.given ?? []), name[0]?.family].filter(Boolean).join(' ');

/** `09:10`, as the appointment was written. */
export const timeOf = ({ encounter }: Visitor): string => encounter.period?.start?.slice(11, 16) ?? '';

export async function visitorsOf(system: RecordSystem): Promise<readonly Visitor[]> {
  const encounters = await system.search<Visitor['encounter']>('Encounter?status=arrived');
  return Promise.all(
    encounters.map(async (encounter) => ({
      encounter,
      patient: await system.read<Visitor['patient']>(encounter.subject?.reference ?? ''),
    })),
  );
}

/** What the open record shows. */
export interface Chart {
  readonly allergies: readonly r4.AllergyIntolerance[];
  readonly problems: readonly r4.Condition[];
  readonly medicines: readonly r4.MedicationStatement[];
  readonly measurements: readonly r4.Observation[];
  readonly visits: readonly r4.Encounter[];
}

export async function chartOf(system: RecordSystem, { patient: { id } }: Visitor): Promise<Chart> {
  const of = `patient=${id}`;
  const [allergies, problems, medicines, measurements, visits] = await Promise.all([
    system.search<r4.AllergyIntolerance>(`AllergyIntolerance?${of}`),
    system.search<r4.Condition>(`Condition?${of}&clinical-status=active`),
    system.search<r4.MedicationStatement>(`MedicationStatement?${of}&status=active`),
    system.search<r4.Observation>(`Observation?${of}&category=vital-signs`),
    system.search<r4.Encounter>(`Encounter?${of}&status=finished`),
  ]);
  return { allergies, problems, medicines, measurements, visits };
}

/** What a prompt may know: asked for as any clinical system would be asked, each with what it is about. */
export async function resourcesOf(system: RecordSystem, { patient: { id } }: Visitor): Promise<readonly unknown[]> {
  const of = `patient=${id}`;
  const queries = [
    `Patient/${id}`,
    `Observation?${of}&code=http://loinc.org|72166-2&_sort=-date&_count=1`,
    `Observation?${of}&code=http://loinc.org|82810-3&_sort=-date&_count=1`,
    `Condition?${of}`,
    `Procedure?${of}&_sort=-date&_count=20`,
    `ServiceRequest?${of}&_sort=-date&_count=20`,
    `QuestionnaireResponse?${of}&_sort=-date&_count=20`,
  ];
  return Promise.all(queries.map((query) => system.read(query)));
}
