import { isObject, type Json, memberOf, textAt } from '../json.js';
import type { Resource } from '../services/resource.js';

// Reading resources that may be anything: what is not there, or of another shape, is simply not there.

export type Raw = Json;
export { textAt };

export function recordAt(raw: Raw, name: string): Raw | undefined {
  const value = memberOf(raw, name);
  return isObject(value) ? value : undefined;
}

/** The objects of a list; one that stands alone where a list belongs is read as a list of one. */
export function recordsAt(raw: Raw, name: string): readonly Raw[] {
  const value = memberOf(raw, name);
  return (Array.isArray(value) ? (value as readonly unknown[]) : [value]).filter(isObject);
}

export function textsAt(raw: Raw, name: string): readonly string[] {
  const value = memberOf(raw, name);
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

export interface Coding {
  readonly system: string;
  readonly code: string;
}

/** The codings of a concept. Codes without a system mean nothing here. */
export function codingsAt(raw: Raw, name: string): readonly Coding[] {
  return recordsAt(raw, name).flatMap((concept) =>
    recordsAt(concept, 'coding').flatMap((coding): readonly Coding[] => {
      const [system, code] = [textAt(coding, 'system'), textAt(coding, 'code')];
      return system !== undefined && code !== undefined ? [{ system, code }] : [];
    }),
  );
}

/** Codes of a required binding: their system is fixed by the standard, so the codes alone are read. */
export const codesAt = (raw: Raw, name: string): readonly string[] =>
  recordsAt(raw, name).flatMap((concept) =>
    recordsAt(concept, 'coding').flatMap((coding) => textAt(coding, 'code') ?? []),
  );

export const referenceTo = ({ type, id }: Resource): string | undefined =>
  id === undefined ? undefined : `${type}/${id}`;
