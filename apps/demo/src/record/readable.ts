import type * as r4 from 'fhir/r4.js';

/** One resource in a line of words, as somebody reads it who does not read JSON. */
export function readable(resource: r4.FhirResource): string {
  switch (resource.resourceType) {
    case 'QuestionnaireResponse':
      return (resource.item ?? []).map(answered).filter(Boolean).join('; ');
    case 'Observation':
      return `${concept(resource.code).replace(/\?$/, '')}: ${value(resource)}`;
    case 'Procedure':
      return [concept(resource.code), resource.statusReason && concept(resource.statusReason)]
        .filter(Boolean)
        .join(': ');
    case 'ServiceRequest':
      return [concept(resource.code), ...(resource.performer ?? []).map(({ display }) => display)]
        .filter(Boolean)
        .join(', ');
    case 'HealthcareService':
      return resource.name ?? '';
    case 'Communication':
      return (resource.payload ?? [])
        .map(({ contentString, contentAttachment }) => contentString ?? contentAttachment?.title ?? '')
        .join('; ');
    case 'Provenance':
      return resource.agent.map(({ who }) => who.display ?? who.reference ?? '').join(', ');
    default:
      return '';
  }
}

const concept = ({ text, coding }: r4.CodeableConcept = {}): string =>
  text ?? coding?.[0]?.display ?? coding?.[0]?.code ?? '';

function value({ valueCodeableConcept, valueQuantity, valueInteger, valueString }: r4.Observation): string {
  if (valueQuantity) return `${valueQuantity.value ?? ''} ${valueQuantity.unit ?? ''}`.trim();
  return valueString ?? valueInteger?.toString() ?? concept(valueCodeableConcept);
}

function answered({ text, linkId, answer = [], item = [] }: r4.QuestionnaireResponseItem): string {
  const said = answer.map(({ valueCoding, valueInteger, valueDecimal, valueBoolean }) =>
    String(valueCoding?.display ?? valueCoding?.code ?? valueInteger ?? valueDecimal ?? valueBoolean),
  );
  return [...(said.length ? [`${text ?? linkId} ${said.join(', ')}`] : []), ...item.map(answered)].join('; ');
}
