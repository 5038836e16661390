import type * as r4 from 'fhir/r4.js';
import { codesFor } from '../codes/code-map.js';
import type { Draft } from './draft.js';
import quantities from './quantities.json';

/** An answer that is none. */
const unsaid = 'rather-not-say';

/** What the person said of a behaviour, where the question has a code. @returns references, for reasons */
export function addStatuses(draft: Draft, response: r4.Reference): readonly r4.Reference[] {
  const { record, options } = draft;
  return record.answers.flatMap(({ step, item, value, question, answer }): readonly r4.Reference[] => {
    const concept = `answer.${record.behaviour}.${step}`;
    const isStatus = item === undefined && typeof value === 'string' && value !== unsaid;
    if (!isStatus || !codesFor(concept, record.place, options.codes).length) return [];
    return [
      draft.add(`observation.${step}`, {
        ...observed(draft, 'social-history'),
        code: draft.concept([concept], question),
        valueCodeableConcept: draft.concept([`${concept}=${value}`], answer),
        derivedFrom: [response],
      }),
    ];
  });
}

/** Sums and measures that were certain, each with its unit and how it was worked out. */
export function addResults(draft: Draft, response: r4.Reference): void {
  const last = new Map(draft.record.results.map((result) => [result.of, result]));
  for (const { of, value, algorithm, band } of last.values()) {
    const { category, unit, code } = quantityOf(of);
    const said = draft.concept([of], draft.name(of));
    draft.add(
      `observation.${of}`,
      {
        ...observed(draft, category),
        code: said,
        valueQuantity: { value, unit, system: 'http://unitsofmeasure.org', code },
        ...(band.text && { interpretation: [{ text: band.text }] }),
        method: { text: algorithm },
        derivedFrom: [response],
      },
      draft.meta('Observation', profileOf(draft, of, said)),
    );
  }
}

/** A refusal that has a code of its own, which general practice searches for. */
export function addRefusal(draft: Draft, concept: string, response: r4.Reference): void {
  const code = draft.concept([concept], '');
  if (code.coding) draft.add(concept, { ...observed(draft), code, derivedFrom: [response] });
}

function observed({ about, at, author }: Draft, category?: string) {
  const system = 'http://terminology.hl7.org/CodeSystem/observation-category';
  return {
    resourceType: 'Observation' as const,
    status: 'final' as const,
    ...(category && { category: [{ coding: [{ system, code: category }] }] }),
    ...about,
    effectiveDateTime: at,
    ...(author && { performer: [author] }),
  };
}

type Quantity = (typeof quantities)['score'];

const quantityOf = (of: string): Quantity => (quantities as Readonly<Record<string, Quantity>>)[of] ?? quantities.score;

/** R4 asks of every body mass index that it follow the vital signs profile of that name. */
function profileOf({ profile }: Draft, of: string, { coding = [] }: r4.CodeableConcept): readonly string[] | undefined {
  const has = (system: string) => coding.some((one) => one.system === system);
  if (of !== 'measure.bmi' || !has('http://loinc.org')) return profile.meta['Observation'];
  if (profile.bmi !== undefined && has('http://snomed.info/sct')) return [profile.bmi];
  return [...(profile.meta['Observation'] ?? []), 'http://hl7.org/fhir/StructureDefinition/bmi'];
}
