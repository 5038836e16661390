import type { Finding } from '@everycontact/core';
import { isObject, isUuid, kindOf, memberOf, type Json } from '../json.js';
import { otherPeopleIn } from './people.js';

/** Those that the service is listed for. */
export const hooks = ['patient-view', 'encounter-start'] as const;
export type Hook = (typeof hooks)[number];

/** What both hooks tell: ids of the record the client has open. */
export interface CdsContext {
  /** `Practitioner/abc`, also PractitionerRole, Patient or RelatedPerson. */
  readonly userId: string;
  readonly patientId: string;
  readonly encounterId?: string;
}

export interface CdsRequest {
  readonly hook: Hook;
  readonly hookInstance: string;
  readonly context: CdsContext;
  readonly fhirServer?: string;
  /** The bearer token for `fhirServer`. Never logged, never kept. */
  readonly token?: string;
  /** By key of the templates: a resource, a Bundle, an OperationOutcome, or null. A key that was not honoured is absent. */
  readonly prefetch: Readonly<Record<string, unknown>>;
}

export type ReadRequest =
  | { readonly request: CdsRequest; readonly findings?: undefined }
  | { readonly request?: undefined; readonly findings: readonly Finding[] };

/**
 * A call of a service from JSON that may be anything: every problem at once, nothing is thrown, and no value of the
 * request is repeated. A call in which two people are mixed is refused.
 */
export function readRequest(json: unknown): ReadRequest {
  const findings: Finding[] = [];
  const call = isObject(json) ? json : {};
  const tell: Tell = (code, where, expected, found) => {
    findings.push({ code, where, message: `Expected ${expected}, found ${found}.` });
  };
  const check: Check = (within, where, name, expected, fits) => {
    const value = memberOf(within, name);
    if (typeof value === 'string' && fits(value)) return value;
    tell('cds-request-shape', where ? `${where}.${name}` : name, expected, kindOf(value));
    return '';
  };
  if (!isObject(json)) tell('cds-request-shape', '', 'an object', kindOf(json));
  const hook = check(call, '', 'hook', `one of ${hooks.join(', ')}`, (text) => hooks.includes(text as Hook)) as Hook;
  const hookInstance = check(call, '', 'hookInstance', 'a UUID', isUuid);
  const context = contextIn(memberOf(call, 'context'), hook, check, tell);
  const server = serverIn(call, context.patientId, check, tell);
  const prefetch = prefetchIn(memberOf(call, 'prefetch'), tell);
  const others = otherPeopleIn(prefetch, context.patientId);
  for (const where of others) tell('cds-request-two-people', where, 'the patient of the context', 'somebody else');
  return findings.length ? { findings } : { request: { hook, hookInstance, context, ...server, prefetch } };
}

type Tell = (code: string, where: string, expected: string, found: string) => void;
type Check = (within: Json, where: string, name: string, expected: string, fits: (text: string) => boolean) => string;

/** Dots alone would be a step up in an address. */
const id = /^(?!\.+$)[A-Za-z\d.-]{1,64}$/;
const user = /^(Practitioner|PractitionerRole|Patient|RelatedPerson)\/[A-Za-z\d.-]{1,64}$/;

function contextIn(given: unknown, hook: Hook, check: Check, tell: Tell): CdsContext {
  if (!isObject(given)) {
    tell('cds-request-shape', 'context', 'an object', kindOf(given));
    return { userId: '', patientId: '' };
  }
  const isId = (text: string) => id.test(text);
  const userId = check(given, 'context', 'userId', 'a reference such as Practitioner/abc', (text) => user.test(text));
  const patientId = check(given, 'context', 'patientId', 'an id of FHIR', isId);
  if (hook !== 'encounter-start' && memberOf(given, 'encounterId') === undefined) return { userId, patientId };
  return { userId, patientId, encounterId: check(given, 'context', 'encounterId', 'an id of FHIR', isId) };
}

/** The server and the token for it; a token that is for another patient is refused. */
function serverIn(call: Json, patientId: string, check: Check, tell: Tell) {
  const authorization = memberOf(call, 'fhirAuthorization');
  if (authorization === undefined && memberOf(call, 'fhirServer') === undefined) return {};
  const fhirServer = check(call, '', 'fhirServer', 'a web address', isWebAddress);
  if (authorization === undefined) return { fhirServer };
  const where = 'fhirAuthorization';
  if (!isObject(authorization)) {
    tell('cds-request-shape', where, 'an object', kindOf(authorization));
    return { fhirServer };
  }
  check(authorization, where, 'token_type', '"Bearer"', (text) => text.toLowerCase() === 'bearer');
  const token = check(authorization, where, 'access_token', 'a token', (text) => /^[\x21-\x7e]{1,8000}$/.test(text));
  const patient = memberOf(authorization, 'patient');
  if (patient !== undefined && patient !== patientId)
    tell('cds-request-two-people', `${where}.patient`, 'the patient of the context', 'somebody else');
  return { fhirServer, token };
}

function isWebAddress(text: string): boolean {
  try {
    const { protocol, username, password, search, hash } = new URL(text);
    return /^https?:$/.test(protocol) && `${username}${password}${search}${hash}` === '';
  } catch {
    return false;
  }
}

function prefetchIn(given: unknown, tell: Tell): Readonly<Record<string, unknown>> {
  if (given === undefined) return {};
  if (!isObject(given)) {
    tell('cds-request-shape', 'prefetch', 'an object', kindOf(given));
    return {};
  }
  for (const [key, value] of Object.entries(given)) {
    const isResource = isObject(value) && typeof memberOf(value, 'resourceType') === 'string';
    if (value === null || isResource) continue;
    tell('cds-request-shape', `prefetch.${key.slice(0, 40)}`, 'a resource or null', kindOf(value));
  }
  return given;
}
