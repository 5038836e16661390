import { denmark, england, sweden } from '@everycontact/content';
import { policy } from '@everycontact/content/policies/default';
import { EveryContactError, type Pack } from '@everycontact/core';
import { decide } from '@everycontact/core/prompting';
import { describe, expect, it } from 'vitest';
import { codeMaps, contextFromFhir, type ContextOptions, type FhirContext } from '../src/index.js';
import {
  auditC,
  bmi,
  observation,
  patient,
  pregnancyProblem,
  pregnancyStatus,
  procedure,
  refused,
  searchset,
  smokingStatus,
} from './record-of-a-person.js';

const now = '2026-11-22T09:30:00.000Z';
const read = (resources: readonly unknown[], more: Partial<ContextOptions> = {}): FhirContext =>
  contextFromFhir(resources, { pack: england, now, ...more });
const value = ({ told }: FhirContext, fact: string): unknown => told.find((one) => one.fact === fact)?.value;
const why = ({ open }: FhirContext, fact: string): string | undefined => open.find((one) => one.fact === fact)?.why;
const born = (birthDate: string | undefined, pack?: Pack): FhirContext =>
  read([{ ...patient, birthDate }], pack && { pack });

describe('a whole record', () => {
  const status = smokingStatus('77176002', '2026-01-09');
  const context = read([
    searchset('Patient?_id=w7', patient),
    null,
    searchset('Observation?patient=w7&code=http://loinc.org|72166-2', status),
    bmi(27.4, '2025-06-01T08:00:00Z'),
    auditC({ valueInteger: 3 }, '2025-02-01'),
    procedure('225323000', '2025-03-04'),
  ]);

  it('gives the facts that the pack asks for, and no others', () => {
    expect(context.facts).toEqual({
      'context.age': 67,
      'context.ageBand': '65-120',
      'context.under18': false,
    });
  });
  it('tells everything with where it stands and when it was so', () => {
    expect(Object.fromEntries(context.told.map(({ fact, value }) => [fact, value]))).toEqual({
      ...context.facts,
      'context.language': 'en',
      'context.smokingStatus': 'yes',
      'context.lastAuditC': 3,
      'context.lastBmi': 27.4,
      near: 'ZX1',
    });
    expect(context.told.find(({ fact }) => fact === 'context.smokingStatus')?.from).toEqual({
      reference: `Observation/${(status as { id: string }).id}`,
      path: 'valueCodeableConcept',
      date: '2026-01-09',
    });
    expect(context.near).toEqual({ area: 'ZX1' });
    expect(context.language).toBe('en');
  });
  it('knows of advice that was given, for the rules on when to ask again', () => {
    expect(context.history.entries).toMatchObject([
      { script: 'smoking.vba', happened: 'advised', at: '2025-03-04T12:00:00.000Z' },
    ]);
  });
  it('holds no name, street or number of the person', () => {
    expect(JSON.stringify(context)).not.toMatch(/Hartley|Margaret|Quay|4QR|1959/);
  });
  it('leaves open what nobody recorded, pregnancy above all', () => {
    expect(context.open).toEqual([{ fact: 'context.pregnant', why: 'unknown' }]);
  });
  it('refuses a time that is none', () => {
    expect(() => read([patient], { now: 'today' })).toThrow(EveryContactError);
    expect(() => read([patient], { now: 'today' })).toThrow('[everycontact/context-now]');
  });
});

describe('age', () => {
  it.each([
    ['1959-11-22', 67],
    ['1959-11-23', 66],
    ['2008-02-29', 18],
    ['2026-11-22', 0],
  ])('born %s, is %i years today', (birthDate, years) => {
    expect(born(birthDate).facts['context.age']).toBe(years);
  });
  it('is judged by the day at the place', () => {
    const late = { now: '2026-11-22T23:30:00Z' };
    expect(read([{ ...patient, birthDate: '1959-11-23' }], late).facts['context.age']).toBe(66);
    expect(read([{ ...patient, birthDate: '1959-11-23' }], { ...late, pack: denmark }).facts['context.age']).toBe(67);
  });
  it('of a year alone says only what holds on any day of it', () => {
    expect(born('1990').facts).toMatchObject({ 'context.ageBand': '25-44', 'context.under18': false });
    expect(born('1990').facts).not.toHaveProperty(['context.age']);
    expect(why(born('1990'), 'context.age')).toBe('unknown');
    expect(born('2008').facts).not.toHaveProperty(['context.under18']);
    expect(born('2008-12').facts).toMatchObject({ 'context.age': 17, 'context.under18': true });
    expect(born('2010').facts).toMatchObject({ 'context.under18': true });
    expect(born('2001-11').facts).not.toHaveProperty(['context.age']);
  });
  it.each(['2027-01-01', '1890', '1959-13-01', '1959-02-30', '14/03/1959', '19590314', '1959-03-14T00:00:00Z'])(
    'is unreadable where the birth date is %s',
    (birthDate) => {
      expect(why(born(birthDate), 'context.age')).toBe('unreadable');
      expect(born(birthDate).facts).toEqual({});
    },
  );
  it('is unknown without a birth date or a Patient', () => {
    expect(why(born(undefined), 'context.age')).toBe('unknown');
    expect(why(read([]), 'context.age')).toBe('unknown');
  });
});

describe('pregnancy', () => {
  const pregnant = (...resources: readonly unknown[]) => read([patient, ...resources]);
  it.each([
    ['a status of this year', [pregnancyStatus('LA15173-0', '2026-08-01')]],
    ['an active problem', [pregnancyProblem('active', { onsetDateTime: '2026-07-01' })]],
    ['an active problem without a date', [pregnancyProblem('active')]],
    [
      'a status after another that was none',
      [pregnancyStatus('LA26683-5', '2026-01-01'), pregnancyStatus('LA15173-0', '2026-10-01')],
    ],
    [
      'two statuses of one day, of which one says so',
      [pregnancyStatus('LA15173-0', '2026-11-22'), pregnancyStatus('LA26683-5', '2026-11-22')],
    ],
    [
      'a new one after one that is over',
      [
        pregnancyProblem('resolved', { abatementDateTime: '2024-05-01' }),
        pregnancyProblem('active', { onsetDateTime: '2026-09-01' }),
      ],
    ],
  ])('is known from %s', (_, resources) => {
    expect(pregnant(...resources).facts).toHaveProperty(['context.pregnant'], true);
  });
  it('is known not to be on the day on which that was said', () => {
    expect(pregnant(pregnancyStatus('LA26683-5', '2026-11-22T08:00:00Z')).facts).toHaveProperty(
      ['context.pregnant'],
      false,
    );
  });
  it.each([
    ['nothing is recorded', []],
    ['it was denied on an earlier day', [pregnancyStatus('LA26683-5', '2026-11-21')]],
    ['it was denied on no day', [pregnancyStatus('LA26683-5', undefined)]],
    ['it was so on no day', [pregnancyStatus('LA15173-0', undefined)]],
    ['it is recorded as unknown', [pregnancyStatus('LA4489-6', '2026-11-22')]],
    ['it was recorded longer ago than it lasts', [pregnancyStatus('LA15173-0', '2025-12-01')]],
    ['a problem that nobody closed is as old', [pregnancyProblem('active', { onsetDateTime: '2019-01-01' })]],
    ['it is over', [pregnancyProblem('resolved', { abatementDateTime: '2026-10-01' })]],
    [
      'it was so, and is over since',
      [pregnancyStatus('LA15173-0', '2026-05-01'), pregnancyProblem('resolved', { abatementDateTime: '2026-10-01' })],
    ],
    ['it is suspected', [pregnancyProblem('active', { onsetDateTime: '2026-10-01' }, 'provisional')]],
    ['it was refuted', [pregnancyProblem('active', { onsetDateTime: '2026-10-01' }, 'refuted')]],
    ['it was entered in error', [pregnancyStatus('LA15173-0', '2026-10-01', { status: 'entered-in-error' })]],
    ['it is dated in the future', [pregnancyStatus('LA15173-0', '2027-01-01')]],
  ])('is unknown, which is no "no", where %s', (_, resources) => {
    const context = pregnant(...resources);
    expect(context.facts).not.toHaveProperty(['context.pregnant']);
    expect(why(context, 'context.pregnant')).toBe('unknown');
  });
  it.each([
    ['a code that is not known', [pregnancyStatus('LA9999-9', '2026-11-22')]],
    ['a status that is not final', [pregnancyStatus('LA15173-0', '2026-11-22', { status: 'preliminary' })]],
    ['a problem without a clinical status', [pregnancyProblem('', { onsetDateTime: '2026-10-01' })]],
  ])('is unreadable where it stands in %s', (_, resources) => {
    expect(why(pregnant(...resources), 'context.pregnant')).toBe('unreadable');
  });
  it('is never read out of gender, age or a name', () => {
    for (const gender of ['female', 'male', 'other', 'unknown'])
      expect(why(read([{ ...patient, gender, birthDate: '1996-01-01' }]), 'context.pregnant')).toBe('unknown');
  });
});

describe('smoking status', () => {
  const smokes = (...resources: readonly unknown[]) => read([patient, ...resources]);
  it.each([
    ['77176002', 'yes'],
    ['449868002', 'yes'],
    ['8517006', 'used-to'],
    ['266919005', 'never'],
  ])('%s is "%s"', (code, status) => {
    expect(value(smokes(smokingStatus(code, '2026-01-01')), 'context.smokingStatus')).toBe(status);
  });
  it('is read where the finding itself is the code of the observation', () => {
    const bare = observation({ coding: [{ system: 'http://snomed.info/sct', code: '8517006' }] }, {}, '2026-01-01');
    expect(value(smokes(bare), 'context.smokingStatus')).toBe('used-to');
  });
  it('is not read out of a finding that is denied, or that has a value of its own', () => {
    const smoker = { coding: [{ system: 'http://snomed.info/sct', code: '77176002' }] };
    for (const said of [{ valueBoolean: false }, { valueInteger: 0 }])
      expect(value(smokes(observation(smoker, said, '2026-01-01')), 'context.smokingStatus')).toBeUndefined();
  });
  it('is the last one', () => {
    const both = smokes(
      smokingStatus('77176002', '2026-01-01T10:00:00Z'),
      smokingStatus('8517006', '2026-01-01T10:30:00Z'),
    );
    expect(value(both, 'context.smokingStatus')).toBe('used-to');
  });
  it('is unknown where the record says so: 266927001', () => {
    expect(why(smokes(smokingStatus('266927001', '2026-01-01')), 'context.smokingStatus')).toBe('unknown');
  });
  it.each([
    ['another code', smokingStatus('722499006', '2026-01-01')],
    [
      'a code of another system',
      observation(
        { coding: [{ system: 'http://loinc.org', code: '72166-2' }] },
        { valueCodeableConcept: { coding: [{ code: '8517006' }] } },
        '2026-01-01',
      ),
    ],
    [
      'words',
      observation(
        { coding: [{ system: 'http://loinc.org', code: '72166-2' }] },
        { valueString: 'never' },
        '2026-01-01',
      ),
    ],
    ['a date in the future', smokingStatus('8517006', '2027-01-01')],
  ])('is unreadable with %s, and nothing older stands for it', (_, resource) => {
    const context = smokes(smokingStatus('266919005', '2020-01-01'), resource);
    expect(why(context, 'context.smokingStatus')).toBe('unreadable');
  });
  it('of two that nothing tells apart in time is unreadable where they differ', () => {
    const context = smokes(smokingStatus('8517006', '2026-01-01'), smokingStatus('77176002', '2026-01-01'));
    expect(why(context, 'context.smokingStatus')).toBe('unreadable');
  });
  it('keeps a prompt away for as long as the rules say after "not relevant", and the topic open to whoever raises it', () => {
    const { facts, history } = smokes(smokingStatus('266919005', '2026-06-01'));
    const [smoking] = decide(england, { ...policy, preview: true }, history, facts, now).filter(
      ({ script }) => script === 'smoking.vba',
    );
    expect(smoking).toMatchObject({ show: false, mayOpen: true });
    const old = smokes(smokingStatus('266919005', '2024-06-01'));
    const again = decide(england, { ...policy, preview: true }, old.history, old.facts, now).find(
      ({ script }) => script === 'smoking.vba',
    );
    expect(again?.show).toBe(true);
  });
});

describe('the last AUDIT-C and body mass index', () => {
  const last = (...resources: readonly unknown[]) => read([patient, ...resources]);
  it('are the newest, as they were recorded', () => {
    const context = last(
      bmi(31, '2020-01-01'),
      bmi(22.94, '2026-01-01'),
      auditC({ valueQuantity: { value: 7, unit: '{score}' } }, '2026-01-01'),
    );
    expect([value(context, 'context.lastBmi'), value(context, 'context.lastAuditC')]).toEqual([22.94, 7]);
  });
  it.each([
    ['another unit', bmi(22.9, '2026-01-01', { code: 'lb/in2' })],
    ['no unit', bmi(22.9, '2026-01-01', { unit: undefined, code: undefined })],
    ['a comparator', bmi(40, '2026-01-01', { comparator: '>' })],
    ['a slipped point', bmi(2294, '2026-01-01')],
    ['a number as a text', bmi('22' as never, '2026-01-01')],
    ['two values of one time', [bmi(22, '2026-01-01'), bmi(27, '2026-01-01')]],
  ])('are unreadable with %s', (_, resource) => {
    expect(why(last(...[resource].flat()), 'context.lastBmi')).toBe('unreadable');
  });
  it.each([{ valueInteger: 13 }, { valueInteger: -1 }, { valueQuantity: { value: 3.5 } }, { valueString: '3' }])(
    'a score of %o is unreadable',
    (score) => {
      expect(why(last(auditC(score, '2026-01-01')), 'context.lastAuditC')).toBe('unreadable');
    },
  );
});

describe('unknown, none and unreadable are three things', () => {
  const failed = {
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'error', code: 'forbidden', diagnostics: 'not yours' }],
  };
  const url = 'https://record.example/fhir/Observation?patient=w7&code=http://loinc.org|39156-5';
  const searched = searchset(url);
  it('a search that found nothing says that there is none', () => {
    expect(why(read([patient, searched]), 'context.lastBmi')).toBe('none');
    expect(why(read([patient, searched]), 'context.lastAuditC')).toBe('unknown');
    expect(
      why(read([patient, searchset('Procedure?patient=w7&code=http://snomed.info/sct|225323000')]), 'history'),
    ).toBe('none');
  });
  it('a page of counts, or one with more behind it, does not say that there is none', () => {
    const link = [
      { relation: 'self', url },
      { relation: 'next', url: `${url}&page=2` },
    ];
    for (const page of [
      { ...searched, total: 3 },
      { ...searched, link },
    ])
      expect(why(read([patient, page]), 'context.lastBmi')).toBe('unknown');
    expect(why(read([patient, { ...searched, total: null }]), 'context.lastBmi')).toBe('none');
  });
  it('what a server tells beside its answer is no failure', () => {
    const told = {
      ...failed,
      issue: [{ severity: 'information', code: 'informational', diagnostics: 'found quickly' }],
    };
    expect(why(read([patient, searched, told]), 'context.lastBmi')).toBe('none');
    expect(why(read([patient, searched, { ...failed, issue: [] }]), 'context.lastBmi')).toBe('unreadable');
  });
  it('a bundle that is handed in without a list is read, and null is nothing', () => {
    const loose = (resources: unknown) => read(resources as readonly unknown[]);
    expect(why(loose(searched), 'context.lastBmi')).toBe('none');
    expect(why(loose(null), 'context.lastBmi')).toBe('unknown');
  });
  it('a search that failed says nothing, and that it failed', () => {
    const context = read([patient, failed]);
    expect(context.open.find(({ fact }) => fact === 'context.lastBmi')).toMatchObject({
      why: 'unreadable',
      message: expect.stringContaining('not yours') as string,
    });
    expect(why(context, 'context.pregnant')).toBe('unreadable');
  });
  it.each([
    ['not-applicable', 'none'],
    ['asked-declined', 'unknown'],
    ['error', 'unreadable'],
  ])('a value that is absent for the reason "%s" is %s', (code, expected) => {
    const coding = [{ system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason', code }];
    const absent = observation(
      { coding: [{ system: 'http://loinc.org', code: '39156-5' }] },
      { dataAbsentReason: { coding } },
      '2026-01-01',
    );
    expect(why(read([patient, absent]), 'context.lastBmi')).toBe(expected);
  });
  it('a modifier that nobody here knows makes a resource unreadable', () => {
    const turned = smokingStatus('266919005', '2026-01-01', {
      modifierExtension: [{ url: 'https://record.example/not', valueBoolean: true }],
    });
    expect(why(read([patient, turned]), 'context.smokingStatus')).toBe('unreadable');
  });
});

describe('whose record it is', () => {
  it('is nobody’s where two people are in it', () => {
    const context = read([
      patient,
      { ...patient, id: 'x9', birthDate: '2015-01-01' },
      smokingStatus('77176002', '2026-01-01'),
    ]);
    expect(context).toMatchObject({ facts: {}, told: [], history: { entries: [] } });
    expect(new Set(context.open.map((one) => one.why))).toEqual(new Set(['unreadable']));
  });
  it('leaves out what is about somebody else, or does not say about whom it is', () => {
    for (const subject of [
      { reference: 'Patient/x9' },
      { reference: 'Group/w7' },
      { display: 'Margaret Hartley' },
      undefined,
    ])
      expect(why(read([patient, smokingStatus('77176002', '2026-01-01', { subject })]), 'context.smokingStatus')).toBe(
        'unknown',
      );
  });
  it('leaves out what has somebody else in focus, a parent or an unborn child', () => {
    const focus = [{ reference: 'RelatedPerson/mother' }];
    const [hers, own] = [smokingStatus('77176002', '2026-02-01', { focus }), smokingStatus('266919005', '2026-01-01')];
    expect(value(read([patient, hers, own]), 'context.smokingStatus')).toBe('never');
    expect(why(read([hers]), 'context.smokingStatus')).toBe('unknown');
  });
  it.each([
    ['in full', { reference: 'https://record.example/fhir/Patient/w7' }],
    ['with a version', { reference: 'Patient/w7/_history/3' }],
  ])('knows the person by a reference %s', (_, subject) => {
    expect(value(read([patient, smokingStatus('77176002', '2026-01-01', { subject })]), 'context.smokingStatus')).toBe(
      'yes',
    );
  });
  it('knows the person by the address in a bundle, and by an identifier', () => {
    const identifier = [{ system: 'urn:example:record', value: '7' }];
    const known = { resourceType: 'Patient', birthDate: '1990-01-01', identifier };
    const status = (subject: object) => ({ resource: smokingStatus('77176002', '2026-01-01', { subject }) });
    for (const subject of [{ reference: 'urn:uuid:a' }, { identifier: identifier[0] }]) {
      const bundle = {
        resourceType: 'Bundle',
        type: 'collection',
        entry: [{ fullUrl: 'urn:uuid:a', resource: known }, status(subject)],
      };
      expect(value(read([bundle]), 'context.smokingStatus')).toBe('yes');
    }
  });
  it('is read without a Patient where all of it is about one person', () => {
    const status = smokingStatus('77176002', '2026-01-01');
    expect(value(read([status]), 'context.smokingStatus')).toBe('yes');
    expect(
      value(
        read([status, smokingStatus('77176002', '2026-01-01', { subject: { reference: 'Patient/x9' } })]),
        'context.smokingStatus',
      ),
    ).toBeUndefined();
  });
  it.each([
    { deceasedBoolean: true },
    { deceasedDateTime: '2026-10-01' },
    { _deceasedDateTime: { extension: [{ url: 'https://record.example/why', valueCode: 'unknown' }] } },
    { active: false },
    { link: [{ other: { reference: 'Patient/x9' }, type: 'replaced-by' }] },
  ])('prompts for nothing where the Patient is %o', (more) => {
    const { facts, history, near } = read([{ ...patient, ...more }, smokingStatus('77176002', '2026-01-01')]);
    expect([facts, near]).toEqual([{}, undefined]);
    expect(decide(england, { ...policy, preview: true }, history, facts, now).filter(({ show }) => show)).toEqual([]);
  });
});

describe('language', () => {
  const speaks = (...communication: readonly object[]) => read([{ ...patient, communication }]);
  const tongue = (code: string, preferred?: boolean) => ({
    language: { coding: [{ system: 'urn:ietf:bcp:47', code }] },
    ...(preferred !== undefined && { preferred }),
  });
  it('is the preferred one, or the only one', () => {
    expect(speaks(tongue('en'), tongue('ar', true)).language).toBe('ar');
    expect(speaks(tongue('so')).facts).toHaveProperty(['context.language'], 'so');
    // What everybody speaks here no service need be asked for.
    expect(speaks(tongue('en-US')).facts).not.toHaveProperty(['context.language']);
    expect(speaks(tongue('en-US')).language).toBe('en-US');
  });
  it('is unknown of several without a preference, and unreadable in words', () => {
    expect(why(speaks(tongue('en'), tongue('ar')), 'context.language')).toBe('unknown');
    expect(why(speaks({ language: { text: 'English' } }), 'context.language')).toBe('unreadable');
    expect(why(speaks(), 'context.language')).toBe('unknown');
  });
  const british = (code: string) => ({
    coding: [{ system: 'https://fhir.hl7.org.uk/CodeSystem/UKCore-HumanLanguage', code }],
  });
  it('is read from the codes that were used in the United Kingdom before', () => {
    expect(speaks({ language: british('pa') }).language).toBe('pa');
    expect(speaks({ language: british('q4') }).language).toBe('bfi');
  });
  it('is not Braille or Makaton, and no code of a system that nobody here knows', () => {
    expect(why(speaks({ language: british('q1') }), 'context.language')).toBe('unreadable');
    expect(why(speaks({ language: british('q5') }), 'context.language')).toBe('unreadable');
    const unknown = { coding: [{ system: 'https://record.example/languages', code: 'so' }] };
    expect(why(speaks({ language: unknown }), 'context.language')).toBe('unreadable');
  });
  it('is read from the extension that stood for it in the United Kingdom before, unless the element says it', () => {
    const extension = [
      {
        url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSCommunication',
        extension: [
          { url: 'language', valueCodeableConcept: british('fr') },
          { url: 'interpreterRequired', valueBoolean: true },
        ],
      },
    ];
    expect(read([{ ...patient, communication: [], extension }]).language).toBe('fr');
    expect(read([{ ...patient, extension, communication: [tongue('so')] }]).language).toBe('so');
    expect(why(read([{ ...patient, communication: [], extension: [{ url: 'language' }] }]), 'context.language')).toBe(
      'unknown',
    );
  });
});

describe('postal district', () => {
  const lives = (address: object, pack: Pack = england, more: object = {}) =>
    read([{ ...patient, ...more, address: [address] }], { pack }).near;
  it.each([
    [england, 'ZX1 4QR', 'ZX1'],
    [england, 'zx14qr', 'ZX1'],
    [england, 'ZX1', 'ZX1'],
    [england, 'EC1A 1BB', 'EC1A'],
    [denmark, '9999', '9999'],
    [sweden, '123 45', '12345'],
  ])('of %# is as much of the code as a service needs', (pack, postalCode, area) => {
    expect(lives({ use: 'home', postalCode }, pack)).toEqual({ area });
  });
  it.each(['9999', 'nowhere', 'ZX1 4QR, Wexmarsh'])('is unreadable in England from "%s"', (postalCode) => {
    expect(lives({ use: 'home', postalCode })).toBeUndefined();
  });
  it('is unknown, and nobody’s mistake, in a place whose postal codes are not known here', () => {
    const elsewhere: Pack = { ...england, place: { ...england.place, id: 'elsewhere' } };
    const { near, open } = read([{ ...patient, address: [{ use: 'home', postalCode: '1234 AB' }] }], {
      pack: elsewhere,
    });
    expect([near, open.find(({ fact }) => fact === 'near')?.why]).toEqual([undefined, 'unknown']);
  });
  it('is unknown of people without a home, whose postcode stands for no place: every area is to be checked', () => {
    const { near, open } = read([{ ...patient, address: [{ use: 'home', postalCode: 'ZZ99 3VZ' }] }]);
    expect([near, open.find(({ fact }) => fact === 'near')?.why]).toEqual([undefined, 'unknown']);
  });
  it('is not that of a former home, an office, a box for letters, or one to come', () => {
    for (const address of [
      { use: 'old' },
      { use: 'work' },
      { type: 'postal' },
      { period: { end: '2020-01-01' } },
      { period: { start: '2027' } },
    ])
      expect(lives({ postalCode: 'ZX1 4QR', ...address })).toBeUndefined();
  });
  it.each([
    { system: 'http://hl7.se/fhir/ig/base/CodeSystem/SecurityLabel', code: 'sekretessmarkering' },
    { system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'R' },
    { system: 'https://record.example/labels', code: 'anything' },
  ])('is nobody’s to know where the identity is protected: %o', (label) => {
    const { near, told, open } = read([{ ...patient, meta: { security: [label] } }]);
    expect([near, told.filter(({ fact }) => fact === 'near')]).toEqual([undefined, []]);
    expect(JSON.stringify(open)).not.toContain('ZX1');
  });
});

describe('the history of prompts', () => {
  const past = (...resources: readonly unknown[]) =>
    read([patient, ...resources], { canonical: 'https://advice.example.org/fhir' }).history.entries;
  const vba = {
    code: { text: 'Very brief advice' },
    instantiatesCanonical: ['https://advice.example.org/fhir/Questionnaire/alcohol.very-brief|0.1.0'],
  };
  it.each([
    ['advice', procedure('225323000', '2026-01-02'), { script: 'smoking.vba', happened: 'advised' }],
    ['advice by a method', procedure('771155005', '2026-01-02'), { script: 'smoking.brief', happened: 'advised' }],
    [
      'a referral that was refused',
      procedure('395700008', '2026-01-02', refused),
      { script: 'smoking.vba', happened: 'declined' },
    ],
    [
      'a code that says so',
      observation({ coding: [{ system: 'http://snomed.info/sct', code: '527151000000107' }] }, {}, '2026-01-02'),
      { script: 'smoking.vba', happened: 'declined' },
    ],
    ['our own contact', procedure('0', '2026-01-02', vba), { script: 'alcohol.very-brief', happened: 'advised' }],
  ])('knows %s', (_, resource, entry) => {
    expect(past(resource)).toMatchObject([{ ...entry, at: '2026-01-02T12:00:00.000Z' }]);
  });
  it('says once what one contact wrote twice, and what it came to', () => {
    const at = '2026-01-02T10:00:00Z';
    const contact = [smokingStatus('8517006', at), procedure('395700008', at, refused), procedure('771155005', at)];
    expect(past(...contact)).toMatchObject([{ script: 'smoking.brief', happened: 'advised' }]);
    expect(past(...contact, procedure('771155005', '2026-03-02'))).toHaveLength(2);
  });
  it('does not take for a refusal what was not done for another reason', () => {
    expect(past(procedure('225323000', '2026-01-02', { status: 'not-done' }))).toEqual([]);
    expect(past(procedure('225323000', '2026-01-02', { status: 'entered-in-error' }))).toEqual([]);
    expect(past(procedure('225323000', '2026-01-02', { status: 'preparation' }))).toEqual([]);
  });
  it('of a month takes its last day, and of no day tells that it cannot be read', () => {
    expect(past(procedure('225323000', '2026-01'))).toMatchObject([{ at: '2026-01-31T12:00:00.000Z' }]);
    expect(past(procedure('225323000', '2026'))).toMatchObject([{ at: '2026-11-22T12:00:00.000Z' }]);
    expect(why(read([patient, procedure('225323000', undefined)]), 'history')).toBe('unreadable');
  });
  it('knows of an order of ours, which a draft or one that was withdrawn is not, and of our form that was filled', () => {
    const address = 'https://advice.example.org/fhir/Questionnaire/smoking.vba';
    const order = (status: string) => ({
      ...procedure('0', undefined, { status, authoredOn: '2026-01-02', instantiatesUri: [`${address}|0.1.0`] }),
      resourceType: 'ServiceRequest',
    });
    const form = (questionnaire: string) => ({
      ...procedure('0', undefined, { authored: '2026-01-02', questionnaire }),
      resourceType: 'QuestionnaireResponse',
    });
    expect(past(order('active'), form(address))).toMatchObject([{ script: 'smoking.vba', happened: 'referred' }]);
    expect(past(order('draft'), order('revoked'))).toEqual([]);
    expect(past(form(address))).toMatchObject([{ script: 'smoking.vba', happened: 'shown' }]);
    expect(past(form('https://other.example.org/Questionnaire/smoking.vba'))).toEqual([]);
  });
  it('understands the codes of a deployer instead of ours', () => {
    const own = {
      system: 'urn:oid:1.2.208.176.2.4.12',
      code: 'BQFS01',
      display: 'x',
      source: 'y',
      mark: 'verified',
      statusChecked: null,
    } as const;
    const maps = [
      ...codeMaps,
      { schema: 'everycontact/code-map@1', jurisdiction: 'here', concepts: { 'advice.smoking': [own] } } as const,
    ];
    const resource = procedure('0', '2026-01-02', { code: { coding: [own] } });
    expect(read([patient, resource], { codes: { maps } }).history.entries).toHaveLength(1);
    expect(read([patient, resource]).history.entries).toEqual([]);
  });
});

describe('what a policy is told', () => {
  const shown = (resources: readonly unknown[]) =>
    decide(england, { ...policy, preview: true }, read(resources).history, read(resources).forPolicy, now)
      .filter(({ show }) => show)
      .map(({ behaviour }) => behaviour);
  const adult = { ...patient, birthDate: '1980-01-01' };

  it('is that somebody never smoked, who is then not asked about it', () => {
    expect(shown([adult, smokingStatus('77176002', '2026-01-09')])).toContain('smoking');
    expect(shown([adult, smokingStatus('266919005', '2026-01-09')])).not.toContain('smoking');
    expect(read([adult, smokingStatus('266919005', '2026-01-09')]).facts).not.toHaveProperty(['context.smokingStatus']);
  });

  it.each([null, ''])('is not that somebody has died, where the date of it is %o', (deceasedDateTime) => {
    expect(read([{ ...adult, deceasedBoolean: false, deceasedDateTime }]).forPolicy).not.toHaveProperty([
      'context.deceased',
    ]);
  });
  it('is that somebody has died, of whom nothing is asked', () => {
    expect(shown([{ ...adult, deceasedBoolean: true }])).toEqual([]);
    expect(read([{ ...adult, deceasedDateTime: '2026-01-01' }]).forPolicy).toEqual({ 'context.deceased': true });
  });
});
