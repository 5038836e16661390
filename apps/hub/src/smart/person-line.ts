import type * as r4 from 'fhir/r4.js';

/** Who is there, as a banner needs it: nothing where the record gives no name. */
export interface PersonLine {
  readonly name: string;
  /** As the record writes it. */
  readonly birthDate?: string;
}

/** @param resource whatever the record answered */
export function personLine(resource: unknown): PersonLine | undefined {
  const { resourceType, name: names, birthDate } = Object(resource) as Partial<r4.Patient>;
  if (resourceType !== 'Patient' || !Array.isArray(names)) return undefined;
  const of = (use: string) => names.find((one) => (Object(one) as r4.HumanName).use === use);
  const line = lineOf(of('usual') ?? of('official') ?? names[0]);
  if (line === undefined) return undefined;
  return { name: line, ...(typeof birthDate === 'string' && { birthDate: birthDate.slice(0, 10) }) };
}

function lineOf(name: unknown): string | undefined {
  const { text, given, family } = Object(name) as Partial<r4.HumanName>;
  const parts = [...(Array.isArray(given) ? given : []), family].filter((part) => typeof part === 'string');
  const line = typeof text === 'string' && text.trim() !== '' ? text : parts.join(' ');
  return line.trim() === '' ? undefined : line.trim().slice(0, 200);
}
