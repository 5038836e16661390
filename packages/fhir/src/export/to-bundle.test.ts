import type { ContactRecord, EveryContactError } from '@everycontact/core';
import { aRecord } from '@everycontact/core/testing';
import fc from 'fast-check';
import type * as r4 from 'fhir/r4.js';
import { describe, expect, it } from 'vitest';
import type { BundleOptions } from './options.js';
import { toBundle } from './to-bundle.js';

const source: ContactRecord['advice'][number]['source'] = {
  title: 'Advice',
  publisher: 'Wexmarsh (invented)',
  url: 'https://advice.example/',
  standing: 'verified',
  checkedOn: '2026-11-22',
  reviewBy: '2027-05-21',
};
const answer = (step: string, value: string | number, more: object = {}) => ({
  step,
  value,
  question: `The words of ${step}`,
  answer: `The words of ${value}`,
  ...more,
});
const hub = {
  service: 'hub',
  name: 'Wexmarsh Hub (invented)',
  organization: 'Wexmarsh',
  eligible: 'eligible' as const,
};
const signposted = (how?: 'told' | 'sent' | 'referred'): ContactRecord['signposts'] => [
  {
    need: 'stop-smoking',
    because: 'you answered “Yes”',
    services: [{ ...hub, reasons: [], cost: 'free', phone: '01632 960123' }],
    chosen: how ? [{ service: 'hub', name: hub.name, how }] : [],
  },
];
const record = aRecord({
  outcome: 'referred',
  answers: [answer('smokes', 'yes')],
  advice: [{ step: 'advise', text: 'The best way to stop', source }],
  signposts: signposted('referred'),
});
const options: BundleOptions = {
  canonical: 'https://packs.wexmarsh.uk/fhir/',
  now: '2026-11-22T09:40:00.000Z',
  subject: { reference: 'Patient/1', display: 'Margaret Hartley', identifier: { system: 'urn:ours', value: '9' } },
};
const bundle = (changes: Partial<ContactRecord> = {}, more: Partial<BundleOptions> = {}): r4.Bundle =>
  toBundle({ ...record, ...changes }, { ...options, ...more });
const types = (one: r4.Bundle) => (one.entry ?? []).map(({ resource }) => resource?.resourceType);
function all<T extends r4.FhirResource['resourceType']>(one: r4.Bundle, type: T) {
  type Found = Extract<r4.FhirResource, { resourceType: T }>;
  const resources = (one.entry ?? []).map(({ resource }) => resource);
  return resources.filter((resource) => resource?.resourceType === type) as readonly unknown[] as readonly Found[];
}
const smoker = 'http://snomed.info/sct|77176002';
const codings = (one: r4.Bundle): readonly string[] =>
  Array.from(
    JSON.stringify(one).matchAll(/"system":"([^"]+)","code":"([^"]+)"/g),
    ([, system, code]) => `${system}|${code}`,
  );
const refused = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    return (error as EveryContactError).code;
  }
  return 'none';
};

describe('an accepted referral', () => {
  it('is a response, a status, advice, an order to a service, and who wrote it', () => {
    expect(types(bundle())).toEqual([
      'QuestionnaireResponse',
      'Observation',
      'Procedure',
      'HealthcareService',
      'ServiceRequest',
      'Provenance',
    ]);
  });
  it('carries the codes of its place and the text that was shown', () => {
    const [order] = all(bundle(), 'ServiceRequest');
    expect(order?.code).toEqual({
      coding: [
        expect.objectContaining({ code: '395700008' }),
        expect.objectContaining({ code: '871661000000106' }),
      ] as unknown,
      text: 'Referral: Wexmarsh Hub (invented)',
    });
    expect(all(bundle(), 'Observation')[0]?.valueCodeableConcept?.text).toBe('The words of yes');
  });
  it('to a national line has no code: that names another kind of service', () => {
    const one = bundle({
      signposts: [{ ...signposted()[0]!, chosen: [{ service: 'line', name: 'A line', how: 'referred' }] }],
    });
    expect(all(one, 'ServiceRequest')[0]).toMatchObject({
      code: { text: 'Referral: A line' },
      performer: [{ display: 'A line' }],
    });
    expect(all(one, 'ServiceRequest')[0]?.code).not.toHaveProperty('coding');
    expect(types(one)).not.toContain('HealthcareService');
  });
  it('has the municipal codes in Denmark, and they stand on the order only', () => {
    const one = bundle({ place: 'denmark' }, { profile: 'dk-core' });
    expect(all(one, 'ServiceRequest')[0]?.reasonCode?.[0]?.coding?.[0]).toMatchObject({
      system: 'urn:oid:1.2.208.176.2.21',
      display: 'Tobak og nikotin',
    });
    expect(codings(one).filter((code) => code.includes('176.2.21'))).toHaveLength(2);
  });
  it('has a permission only where contact details leave', () => {
    expect(types(bundle())).not.toContain('Consent');
    const one = bundle({}, { contactDetailsLeave: true });
    expect(all(one, 'Consent')[0]?.provision?.actor?.map(({ reference }) => reference)).toEqual([
      { display: hub.name },
    ]);
    expect(types(bundle({ signposts: signposted('told') }, { contactDetailsLeave: true }))).not.toContain('Consent');
  });
});

describe('what is ours to name', () => {
  const named = (locale: string) => {
    const one = bundle({ locale });
    return [all(one, 'Procedure')[0]?.code?.text, all(one, 'ServiceRequest')[0]?.code?.text];
  };

  it('stands in the language of the contact, for the person reads the record', () => {
    expect(named('da-DK')).toEqual(['Meget kort rådgivning om rygning', 'Henvisning: Wexmarsh Hub (invented)']);
    expect(named('sv')).toEqual(['Mycket kort rådgivning om rökning', 'Remiss: Wexmarsh Hub (invented)']);
    expect(named('en-GB')).toEqual(['Very brief advice on smoking', 'Referral: Wexmarsh Hub (invented)']);
  });

  it('stands in English where there is no name in that language', () => {
    expect(named('ar')).toEqual(named('en-GB'));
    const names = ['score.audit-c', 'score.phq-2'].map((of) => {
      const result = { of, algorithm: 'x', value: 1, band: { text: '', lang: 'da' }, source };
      const one = bundle({ locale: 'da-DK', results: [result as ContactRecord['results'][number]] });
      return all(one, 'Observation').at(-1)?.code.text;
    });
    expect(names).toEqual(['AUDIT-C score', 'PHQ-2 score']);
  });
});

describe('what was handed over or declined', () => {
  it.each(['told', 'sent'] as const)('is information that was given when it was %s', (how) => {
    const one = bundle({ outcome: how, signposts: signposted(how) });
    expect(all(one, 'Communication')).toMatchObject([
      { status: 'completed', payload: [{ contentString: 'Wexmarsh Hub (invented), 01632 960123' }] },
    ]);
    expect(types(one)).not.toContain('ServiceRequest');
  });
  it('is advice that was not given, with the reason, when the person did not want any', () => {
    const one = bundle({
      outcome: 'declined',
      reached: { asked: true, advised: false, offered: false },
      signposts: [],
    });
    expect(all(one, 'Procedure')).toMatchObject([
      {
        status: 'not-done',
        statusReason: { coding: [{ code: '105480006' }] },
        code: { coding: [{ code: '225323000' }] },
      },
    ]);
    expect(types(one)).not.toContain('Communication');
  });
  it('is information that was declined, and a referral only where one was on offer', () => {
    const declined = { outcome: 'declined', signposts: signposted() } as const;
    const one = bundle(declined);
    expect(all(one, 'Communication')).toMatchObject([
      { status: 'not-done', statusReason: { coding: [{ code: 'patient-objection' }] } },
    ]);
    expect(all(one, 'Procedure').map(({ status }) => status)).toEqual(['completed']);
    const referral = all(bundle(declined, { who: { mayRefer: true } }), 'Procedure');
    expect(referral.map(({ status }) => status)).toEqual(['completed', 'not-done']);
  });
  it('is never an order that was revoked, nor a code for not being interested', () => {
    const one = bundle({ outcome: 'declined', signposts: signposted() }, { who: { mayRefer: true } });
    expect(types(one)).not.toContain('ServiceRequest');
    expect(JSON.stringify(one)).not.toContain('394873005');
  });
  it('has the code that general practice searches for once a deployer has confirmed it', () => {
    const codes = { marks: ['verified', 'to-confirm'] } as const;
    const one = bundle({ outcome: 'declined', signposts: signposted() }, { who: { mayRefer: true }, codes });
    expect(codings(one)).toContain('http://snomed.info/sct|871641000000105');
    const unadvised = {
      outcome: 'declined',
      reached: { asked: true, advised: false, offered: false },
      signposts: [],
    } as const;
    const refusal = 'http://snomed.info/sct|527151000000107';
    expect(codings(bundle(unadvised, { codes }))).toContain(refusal);
    expect(codings(bundle(unadvised))).not.toContain(refusal);
  });
});

describe('what the person said', () => {
  it('has the smoker’s code for a smoker alone', () => {
    expect(codings(bundle())).toContain(smoker);
    for (const value of ['used-to', 'never', 'nicotine-only', 'rather-not-say'])
      expect(codings(bundle({ answers: [answer('smokes', value)] }))).not.toContain(smoker);
  });
  it('is text alone where somebody only vapes or uses snus', () => {
    const [status] = all(bundle({ answers: [answer('smokes', 'nicotine-only')] }), 'Observation');
    expect(status?.valueCodeableConcept).toEqual({ text: 'The words of nicotine-only' });
  });
  it('is nothing where they would rather not say, skipped it, or took it back', () => {
    for (const one of [
      answer('smokes', 'rather-not-say'),
      answer('smokes', 'skipped'),
      answer('smokes', 'yes', { setAside: true }),
    ])
      expect(types(bundle({ answers: [one] }))).not.toContain('Observation');
    expect(JSON.stringify(bundle({ answers: [answer('smokes', 'yes', { setAside: true })] }))).not.toContain(
      'The words of',
    );
    expect(all(bundle({ answers: [answer('smokes', 'skipped')] }), 'QuestionnaireResponse')[0]).not.toHaveProperty(
      'item',
    );
  });
  it('is a sum with its unit and the way it was worked out, never a code of one item', () => {
    const one = bundle({
      behaviour: 'alcohol',
      script: 'alcohol.brief',
      method: 'brief',
      sensitive: true,
      answers: [answer('consumption', 'never', { item: 'how-often' })],
      results: [
        {
          of: 'score.audit-c',
          algorithm: 'audit-c.uk-units',
          value: 7,
          band: { text: 'Increasing risk', lang: 'en-GB' },
          source,
        },
      ],
    });
    expect(all(one, 'Observation')).toMatchObject([
      {
        category: [{ coding: [{ code: 'survey' }] }],
        code: { coding: [{ code: '763256006' }], text: 'AUDIT-C score' },
        valueQuantity: { value: 7, code: '{score}' },
        interpretation: [{ text: 'Increasing risk' }],
        method: { text: 'audit-c.uk-units' },
      },
    ]);
    expect(all(one, 'QuestionnaireResponse')[0]?.item).toMatchObject([
      { linkId: 'consumption', item: [{ linkId: 'consumption.how-often' }] },
    ]);
    expect(codings(one).filter((code) => code.startsWith('http://loinc.org'))).toEqual([]);
  });
  it('follows the vital signs profile for a body mass index', () => {
    const results = [
      { of: 'measure.bmi' as const, algorithm: 'bmi', value: 27.4, band: { text: '', lang: 'en-GB' }, source },
    ];
    const profile = (one: r4.Bundle) => all(one, 'Observation').at(-1)?.meta?.profile;
    expect(profile(bundle({ results }))).toEqual(['http://hl7.org/fhir/StructureDefinition/bmi']);
    expect(profile(bundle({ results }, { profile: 'uk-core' }))).toEqual([
      'https://fhir.hl7.org.uk/StructureDefinition/UKCore-Observation-VitalSigns-BMI',
    ]);
  });
  it('is whole or not as the form has it, and permission stands where the pack asked for it', () => {
    const scripts = {
      'smoking.vba': {
        steps: {
          ask: { kind: 'permission', next: 'weight' },
          weight: { kind: 'ask', answer: { type: 'number', unit: 'kg', min: 1, max: 300, by: 0.1 }, next: 'x' },
        },
      },
    } as never;
    const pack = { id: 'england', version: '1.2.0', scripts };
    const changes = { answers: [answer('weight', 80)], permission: 'given' } as const;
    expect(all(bundle(changes, { pack }), 'QuestionnaireResponse')[0]?.item).toMatchObject([
      { linkId: 'ask', answer: [{ valueCoding: { code: 'yes' } }] },
      { linkId: 'weight', answer: [{ valueDecimal: 80 }] },
    ]);
    expect(all(bundle(changes), 'QuestionnaireResponse')[0]?.item).toMatchObject([{ answer: [{ valueInteger: 80 }] }]);
  });
});

describe('what never leaves', () => {
  const notices = [{ flag: 'alcohol-dependence', text: 'Do not stop suddenly' }];
  it('are notices, advice in words, the person’s name, and anything a host has added', () => {
    const told = JSON.stringify(bundle({ notices, ...{ note: 'Ring her sister 07700 900123' } }));
    for (const secret of ['Margaret', 'dependence', 'suddenly', 'The best way to stop', '07700', 'you answered'])
      expect(told).not.toContain(secret);
  });
  it('is that urgent help was shown: the bundle is that of a contact stopped before the first answer', () => {
    const urgent = bundle({ outcome: 'urgent-help-shown', answers: [answer('feeling', 'end-life')], notices });
    const stopped = bundle({
      outcome: 'stopped',
      answers: [],
      signposts: [],
      reached: { asked: true, advised: false, offered: false },
    });
    expect(urgent).toEqual(stopped);
    expect(types(urgent)).toEqual(['QuestionnaireResponse', 'Provenance']);
  });
  it.each(['not-asked', 'not-appropriate', 'not-now', 'already-supported', 'not-relevant'] as const)(
    'is "%s": nothing is claimed of a person who was not advised',
    (outcome) => {
      const one = bundle({
        outcome,
        answers: [],
        signposts: [],
        reached: { asked: false, advised: false, offered: false },
      });
      expect(types(one)).toEqual(['QuestionnaireResponse', 'Provenance']);
      expect(JSON.stringify(one)).not.toContain(outcome);
    },
  );
  it('is a conversation with a member of staff, whoever asks and however', () => {
    for (const more of [{}, { type: 'collection' as const, subject: undefined }])
      expect(refused(() => bundle({ setting: 'staff' }, more as Partial<BundleOptions>))).toBe('export-staff');
  });
});

describe('whose record it is', () => {
  const { subject: _, ...nobody } = options;
  it('must be said, and the refusal names the row that names nobody', () => {
    expect(() => toBundle(record, nobody)).toThrow(/export-no-subject.*toTallyRow/);
  });
  it('may stay open in a collection, which then claims nothing that needs a person', () => {
    const one = toBundle(record, { ...nobody, type: 'collection' });
    expect(types(one)).toEqual(['QuestionnaireResponse', 'Observation', 'Provenance']);
    expect(JSON.stringify(one)).not.toMatch(/"subject"|"request"|"recipient"/);
    expect(refused(() => toBundle(record, { ...nobody, type: 'collection', profile: 'uk-core' }))).toBe(
      'export-no-subject',
    );
  });
  it.each(['Group/1', 'Practitioner/1', 'Patient/', 'javascript:Patient/1', 'https://x.example/Patient/1?a=b'])(
    'is no "%s"',
    (reference) => {
      expect(refused(() => bundle({}, { subject: { reference } }))).toBe('export-subject');
    },
  );
  it.each(['Patient/1', 'https://records.wexmarsh.uk/r4/Patient/a-1', 'urn:uuid:7d1f2c00-0000-4000-8000-000000000002'])(
    'can be "%s"',
    (reference) => {
      expect(all(bundle({}, { subject: { reference } }), 'Procedure')[0]?.subject).toEqual({ reference });
    },
  );
});

it('says of a service only what was shown of it, and leaves nothing empty', () => {
  const service = (more: object) => {
    const services = [{ ...hub, organization: '', reasons: [], cost: 'unknown' as const, ...more }];
    return all(bundle({ signposts: [{ ...signposted('referred')[0]!, services }] }), 'HealthcareService')[0]!;
  };
  const { identifier: _, ...bare } = service({});
  expect(bare).toEqual({ resourceType: 'HealthcareService', active: true, name: hub.name });
  const told = { phone: '01632 960123', cost: 'free', hours: [{ day: 1, opens: '09:00', closes: '17:00' }] };
  expect(service(told)).toMatchObject({
    telecom: [{ system: 'phone', value: '01632 960123' }],
    serviceProvisionCode: [{ coding: [{ code: 'free' }] }],
    availableTime: [{ daysOfWeek: ['mon'], availableStartTime: '09:00:00', availableEndTime: '17:00:00' }],
  });
});

it('is written on behalf of the organisation, by whoever led the contact or by the program', () => {
  const organisation = { reference: 'Organization/north' };
  const agents = (more: Partial<BundleOptions>) =>
    all(bundle({}, { organisation, ...more }), 'Provenance')[0]!.agent.map(({ who, onBehalfOf }) => [
      who.reference ?? who.display,
      onBehalfOf?.reference,
    ]);
  expect(agents({})).toEqual([['everycontact', 'Organization/north']]);
  expect(agents({ author: { reference: 'PractitionerRole/pr-42' } })).toEqual([
    ['PractitionerRole/pr-42', 'Organization/north'],
    ['everycontact', undefined],
  ]);
});

it('a sensitive contact is labelled wherever it says something of the person', () => {
  const one = bundle({ sensitive: true }, { contactDetailsLeave: true });
  const labelled = (one.entry ?? []).filter(({ resource }) =>
    resource?.meta?.security?.some(({ code }) => code === 'R'),
  );
  expect(labelled).toHaveLength((one.entry ?? []).length - 1);
  expect(all(one, 'HealthcareService')[0]).not.toHaveProperty('meta');
  expect(JSON.stringify(bundle())).not.toContain('v3-Confidentiality');
  const noticed = bundle({ notices: [{ flag: 'diet-eating', text: 'We leave food and weight alone' }] });
  expect(all(noticed, 'QuestionnaireResponse')[0]?.meta?.security).toMatchObject([{ code: 'R' }]);
});

describe('an address of the pack', () => {
  it.each(['https://health.example/fhir', 'http://localhost:8080/fhir', 'https://example.org/x', 'https://a.test'])(
    'is not the example %s, but in a demo, which is labelled as test data throughout',
    (canonical) => {
      expect(refused(() => bundle({}, { canonical }))).toBe('export-example-address');
      const one = bundle({}, { canonical, demo: true });
      for (const { resource } of one.entry ?? [])
        expect(resource?.meta?.security?.map(({ code }) => code)).toEqual(['HTEST']);
    },
  );
  it.each(['', 'everycontact', 'ftp://x.uk/', 'https://x.uk/|1'])('is not "%s"', (canonical) => {
    expect(refused(() => bundle({}, { canonical }))).toBe('export-canonical');
  });
  it('stands in the response with the version of the pack', () => {
    expect(all(bundle(), 'QuestionnaireResponse')[0]?.questionnaire).toBe(
      'https://packs.wexmarsh.uk/fhir/Questionnaire/smoking.vba|1.2.0',
    );
  });
});

describe('sending it again', () => {
  it('gives the same ids, which a server knows again', () => {
    const [one, again] = [bundle(), bundle({}, { now: '2026-11-23T10:00:00Z' })];
    expect(one.entry?.map(({ fullUrl }) => fullUrl)).toEqual(again.entry?.map(({ fullUrl }) => fullUrl));
    for (const { fullUrl = '', resource, request } of one.entry ?? [])
      if (resource?.resourceType !== 'Provenance' && resource?.resourceType !== 'HealthcareService')
        expect(request?.ifNoneExist).toBe(`identifier=urn:ietf:rfc:3986|${fullUrl}`);
  });
  it('leaves out who wrote it, of which a server could not tell a second one', () => {
    expect(types(bundle({}, { retry: true }))).toEqual(types(bundle()).slice(0, -1));
  });
  it('makes no second service for a second contact', () => {
    const service = (one: r4.Bundle) =>
      one.entry?.find(({ resource }) => resource?.resourceType === 'HealthcareService');
    const other = service(bundle({ recordId: 'another' }));
    expect(service(bundle())?.request).toEqual(other?.request);
    expect(other?.request?.ifNoneExist).toBe('identifier=https://packs.wexmarsh.uk/fhir/NamingSystem/service|hub');
  });
  it('keeps the signs of an id from meaning something in a search', () => {
    const services = [{ ...hub, service: 'a,b|c&d', reasons: [], cost: 'free' as const }];
    const chosen = [{ service: 'a,b|c&d', name: 'A', how: 'referred' as const }];
    const one = bundle({ signposts: [{ need: 'stop-smoking', because: '', services, chosen }] });
    expect(JSON.stringify(one)).toContain(String.raw`NamingSystem/service|a%5C%2Cb%5C%7Cc%26d`);
  });
});

it('is frozen, and leaves the host’s own objects as they were', () => {
  const subject = { reference: 'Patient/1', identifier: { value: '9' } };
  const one = bundle({}, { subject });
  expect(Object.isFrozen(one.entry?.[0]?.resource)).toBe(true);
  expect(Object.isFrozen(subject.identifier)).toBe(false);
});

describe('a record that may be anything', () => {
  it.each<[string, unknown]>([
    ['nothing', null],
    ['another schema', { ...record, schema: 'everycontact/record@2' }],
    ['an answer without words', { ...record, answers: [{ step: 'a', value: 'b' }] }],
    ['a time that is none', { ...record, endedAt: 'today' }],
  ])('is refused in words: %s', (_, json) => {
    expect(refused(() => toBundle(json as ContactRecord, options))).toBe('export-record');
  });
  it.each([
    ['09:00', '17:00', 'none'],
    ['00:00', '24:00', 'none'],
    ['18:00', '24:00', 'none'],
    ['24:00', '24:00', 'export-record'],
    ['9:00', '17:00', 'export-record'],
    ['09:00', '25:00', 'export-record'],
  ])('reads of a service that it is open from %s to %s: %s', (opens, closes, code) => {
    const services = [{ ...signposted()[0]!.services[0]!, hours: [{ day: 1 as const, opens, closes }] }];
    expect(refused(() => bundle({ signposts: [{ ...signposted('referred')[0]!, services }] }))).toBe(code);
  });
  it.each(['name', 'phone', 'email', 'url', 'summary', 'organization', 'hoursText', 'alert'])(
    'is refused where the %s of a service is no text',
    (name) => {
      const services = [{ ...signposted()[0]!.services[0]!, [name]: 7 }];
      expect(refused(() => bundle({ signposts: [{ ...signposted('referred')[0]!, services }] }))).toBe('export-record');
    },
  );
  it('is refused where its setting is none: a misspelt "staff" never passes for a patient', () => {
    for (const setting of ['Staff', 'employee', 'staff '])
      expect(refused(() => bundle({ setting: setting as 'staff' }))).toBe('export-record');
  });

  it('is a transaction or a collection, and nothing else', () => {
    expect(refused(() => bundle({}, { type: 'batch' as 'collection' }))).toBe('export-type');
  });

  it('takes for not told what a host calls null', () => {
    const nothing = Object.fromEntries(
      ['type', 'profile', 'encounter', 'author', 'organisation', 'who', 'codes', 'pack', 'retry', 'demo'].map(
        (name) => [name, null],
      ),
    );
    expect(toBundle(record, { ...options, ...nothing })).toEqual(toBundle(record, options));
    expect(refused(() => bundle({}, { subject: null } as unknown as BundleOptions))).toBe('export-no-subject');
  });

  it('is refused while it has not ended', () => {
    const { outcome: __, ...open } = record;
    expect(refused(() => toBundle(open, options))).toBe('export-unfinished');
  });
  it('gives a bundle or an error of ours, whatever stands in a service', () => {
    const names = ['service', 'name', 'phone', 'url', 'hours', 'cost', 'summary', 'organization', 'hoursText', 'alert'];
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.jsonValue({ maxDepth: 3 }), (name, value) => {
        const services = [{ ...signposted()[0]!.services[0]!, [name]: value }];
        const signposts = [{ ...signposted('referred')[0]!, services }];
        expect(['none', 'export-record']).toContain(refused(() => bundle({ signposts })));
      }),
      { numRuns: 300 },
    );
  });
  it('gives a bundle or an error of ours, and no digit that only the host knows', () => {
    const keys = Object.keys(record) as (keyof ContactRecord)[];
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.jsonValue({ maxDepth: 3 }), (key, value) => {
        try {
          const told = JSON.stringify(toBundle({ ...record, [key]: value, ...{ phone: '07700 900123' } }, options));
          expect(told).not.toContain('07700');
        } catch (error) {
          expect((error as EveryContactError).message).toMatch(/^\[everycontact\/export-/);
        }
      }),
      { numRuns: 300 },
    );
  });
});
