import reads from './reads.json' with { type: 'json' };
import { covers } from './scopes.js';
import type { SmartIssuer } from './smart-options.js';

/** One search of the record, and what it needs. */
export interface Read {
  readonly name: string;
  readonly scope: string;
  /** Below the address of the endpoint; `{patient}` stands for the id. */
  readonly path: string;
}

/** What a bundle of a contact is made of and a patient's scope can be for. */
const written = ['QuestionnaireResponse', 'Observation', 'Procedure', 'ServiceRequest', 'Communication'];

/** The least that is of use: who it is, what is recorded of habits, and leave to write a contact down. */
const least: readonly string[] = [
  ...reads.filter(({ onlyIfAsked }) => !onlyIfAsked).map(({ scope }) => scope),
  ...written.map((type) => `patient/${type}.c`),
];

const askedOf = ({ scopes }: SmartIssuer): readonly string[] => scopes ?? least;

/**
 * What a launch asks for.
 *
 * @param launched by the record, which says who is there; else the server lets the worker choose
 * @param knowsUsers the server can say who the worker is
 */
export function scopeFor(issuer: SmartIssuer, launched: boolean, knowsUsers: boolean): string {
  const user = knowsUsers ? ['openid', 'fhirUser'] : [];
  return [launched ? 'launch' : 'launch/patient', ...user, ...askedOf(issuer)].join(' ');
}

/** What was granted of what was asked for: the searches to make, and the names of what goes without. */
export function granted(issuer: SmartIssuer, scope: string): { reads: readonly Read[]; missing: readonly string[] } {
  const asked = askedOf(issuer).join(' ');
  const wanted = reads.filter((read) => covers(asked, read.scope));
  const unwritten = written.some((type) => covers(asked, `patient/${type}.c`) && !covers(scope, `patient/${type}.c`));
  return {
    reads: wanted.filter((read) => covers(scope, read.scope)),
    missing: [
      ...wanted.filter((read) => !covers(scope, read.scope)).map(({ name }) => name),
      ...(unwritten ? ['writing'] : []),
    ],
  };
}
