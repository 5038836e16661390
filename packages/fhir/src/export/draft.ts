import type * as r4 from 'fhir/r4.js';
import { codesFor, type Concept } from '../codes/code-map.js';
import { nameBasedUuid } from '../name-based-uuid.js';
import type { Leaving } from './leaving.js';
import { names as namesAsData } from './names.json';
import type { BundleOptions } from './options.js';
import { type Profile, profiles } from './profiles.js';

/** The kinds of resource an export holds. */
export type Exported =
  | r4.QuestionnaireResponse
  | r4.Observation
  | r4.Procedure
  | r4.ServiceRequest
  | r4.HealthcareService
  | r4.Communication
  | r4.Consent
  | r4.Provenance;

export interface Entry {
  readonly fullUrl: string;
  readonly resource: Exported;
  /** The search by which a server knows that it has this already. */
  readonly known?: string;
}

/** By language. */
const names: Readonly<Record<string, Readonly<Record<string, string>>>> = namesAsData;

/** The UUIDs of what is exported are named under this one. */
const space = '15ea2f8c-0301-4b50-8512-6180df9350b9';

/** What every part of an export is written with. */
export class Draft {
  readonly profile: Profile;
  /** When it was: the end of the contact. */
  readonly at: string;
  readonly entries: Entry[] = [];

  constructor(
    readonly record: Leaving,
    readonly options: BundleOptions,
  ) {
    this.profile = profiles[options.profile ?? 'base'];
    this.at = record.endedAt ?? record.startedAt;
  }

  /** The person and the occasion, in the host's own references. */
  get about(): { readonly subject?: r4.Reference; readonly encounter?: r4.Reference } {
    const { subject, encounter } = this.options;
    return { ...(subject && { subject: bare(subject) }), ...(encounter && { encounter: bare(encounter) }) };
  }

  /** Whoever led the contact, with the name of the post as the host shows it. */
  get author(): r4.Reference | undefined {
    return this.options.author && titled(this.options.author);
  }

  /** The verified codings of a concept for this place, beside its text. */
  concept(concepts: readonly Concept[], text: string): r4.CodeableConcept {
    const found = concepts.flatMap((concept) => codesFor(concept, this.record.place, this.options.codes));
    const coding = found.map(({ system, code, display }): r4.Coding => ({ system, code, display }));
    return { ...(coding.length && { coding }), ...(text && { text }) };
  }

  /** What we call a thing, in the language of the contact: the person reads the record. Else in English, else its id. */
  name(id: string, parameters: Readonly<Record<string, string>> = {}): string {
    const own = names[this.record.locale.split('-')[0] ?? ''];
    const pattern = own?.[id] ?? names['en']?.[id] ?? id.replace(/^[^.]*\./, '');
    return pattern.replace(/\{(\w+)\}/g, (_, parameter: string) => parameters[parameter] ?? '');
  }

  /** The name by which this contact's resource of a role is found again. */
  uuid(role: string): string {
    return nameBasedUuid(space, this.record.recordId, role);
  }

  /** Adds a resource that this contact alone has, once. @returns a reference to it */
  add(
    role: string,
    resource: Exclude<Exported, r4.HealthcareService>,
    meta = this.meta(resource.resourceType),
  ): r4.Reference {
    const uuid = `urn:uuid:${this.uuid(role)}`;
    const identifier: r4.Identifier = { system: 'urn:ietf:rfc:3986', value: uuid };
    const { resourceType, ...rest } = resource;
    const named =
      resourceType === 'Provenance'
        ? {}
        : { identifier: resourceType === 'QuestionnaireResponse' ? identifier : [identifier] };
    this.push(
      uuid,
      { resourceType, ...(meta && { meta }), ...named, ...rest } as Exported,
      named.identifier && identifier,
    );
    return { reference: uuid };
  }

  /** Adds a service, which every contact that leads to it shares. */
  addService(service: r4.HealthcareService, identifier: r4.Identifier): r4.Reference {
    const uuid = `urn:uuid:${nameBasedUuid(space, 'service', identifier.system ?? '', identifier.value ?? '')}`;
    const { resourceType, ...rest } = service;
    const profile = this.profile.meta['HealthcareService'];
    const security = this.options.demo ? [testData] : [];
    const meta = { ...(profile && { profile: [...profile] }), ...(security.length && { security }) };
    const resource = { resourceType, ...(Object.keys(meta).length && { meta }), identifier: [identifier], ...rest };
    this.push(uuid, resource, identifier);
    return { reference: uuid };
  }

  /** Profile and labels; nothing where there is none. */
  meta(resourceType: string, profile = this.profile.meta[resourceType]): r4.Meta | undefined {
    const security = [...(this.record.sensitive ? [restricted] : []), ...(this.options.demo ? [testData] : [])];
    if (!profile && !security.length) return undefined;
    return { ...(profile && { profile: [...profile] }), ...(security.length && { security }) };
  }

  private push(fullUrl: string, resource: Exported, identifier?: r4.Identifier): void {
    if (this.entries.some((entry) => entry.fullUrl === fullUrl)) return;
    const known = identifier && `identifier=${identifier.system ?? ''}|${searched(identifier.value ?? '')}`;
    this.entries.push({ fullUrl, resource, ...(known && { known }) });
  }
}

/** A value in a search: a comma would mean "or", and so on. */
const searched = (value: string): string =>
  encodeURIComponent(value.replace(/[\\,$|]/g, String.raw`\$&`)).replace(/%(3A|2F)/g, decodeURIComponent);

const restricted: r4.Coding = {
  system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality',
  code: 'R',
  display: 'restricted',
};
const testData: r4.Coding = {
  system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason',
  code: 'HTEST',
  display: 'test health data',
};

/** A reference without the name of whom it points at. */
function bare({ reference, type, identifier: { system, value } = {} }: r4.Reference): r4.Reference {
  const identifier = value && { ...(system && { system }), value };
  return { ...(reference && { reference }), ...(type && { type }), ...(identifier && { identifier }) };
}

const titled = (one: r4.Reference): r4.Reference => ({ ...bare(one), ...(one.display && { display: one.display }) });

export const organisationOf = ({ organisation }: BundleOptions): r4.Reference | undefined =>
  organisation && titled(organisation);
