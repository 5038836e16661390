import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeForms } from './check-digits.js';
import { type CodeMap, codeMaps, codesFor, conceptsOf } from './code-map.js';
import { readCodeMap } from './read-code-map.js';

const codesOf = (concept: string, place: string, marks?: NonNullable<Parameters<typeof codesFor>[2]>['marks']) =>
  codesFor(concept, place, marks ? { marks } : {}).map(({ code }) => code);
const own = (concepts: CodeMap['concepts'], jurisdiction = 'international'): CodeMap => ({
  schema: 'everycontact/code-map@1',
  jurisdiction,
  concepts,
});
const [international] = codeMaps;
const smoker = international?.concepts['answer.smoking.smokes=yes']?.[0];

describe('our code maps', () => {
  it('are read without a finding', () => {
    for (const map of codeMaps) expect(readCodeMap(map)).toEqual({ map, problems: [] });
  });
  it('claim of no code that a release was looked at', () => {
    const codes = codeMaps.flatMap(({ concepts }) => Object.values(concepts).flat());
    expect(codes.length).toBeGreaterThan(40);
    expect(codes.filter(({ statusChecked }) => statusChecked !== null)).toEqual([]);
  });
  it('hold none of the codes that stand for something else', () => {
    const codes = new Set(
      codeMaps.flatMap(({ concepts }) =>
        Object.values(concepts)
          .flat()
          .map(({ code }) => code),
      ),
    );
    for (const banned of ['506491000000102', '394873005', '68518-0', '68519-8', '68520-6'])
      expect(codes).not.toContain(banned);
  });
});

describe('codes to read', () => {
  const meant = (concept: string, marks?: NonNullable<Parameters<typeof conceptsOf>[1]>['marks']) => {
    const [one] = codeMaps.flatMap(({ concepts }) => concepts[concept] ?? []);
    return conceptsOf(one ?? {}, marks ? { marks } : {}).map((found) => found.concept);
  };
  const all = codeMaps.flatMap(({ concepts }) => Object.entries(concepts));
  const marked = (mark: string) => all.find(([, codes]) => codes.length === 1 && codes[0]?.mark === mark)?.[0] ?? '';

  it('are those of every mark: what others wrote is understood, though we would not write it', () => {
    for (const mark of ['verified', 'second-hand', 'to-confirm']) expect(meant(marked(mark))).toContain(marked(mark));
  });
  it('are of no mark that a host does not take', () => {
    expect(meant(marked('to-confirm'), ['verified'])).toEqual([]);
    expect(meant(marked('verified'), ['verified'])).toContain(marked('verified'));
  });
});

describe('codes to write', () => {
  it('are those of the place of the record, international ones first', () => {
    expect(codesOf('referral.stop-smoking', 'england')).toEqual(['395700008', '871661000000106']);
    expect(codesOf('referral.stop-smoking', 'sweden')).toEqual(['395700008']);
  });
  it('are verified ones unless others are asked for', () => {
    expect(codesOf('referral-declined.stop-smoking', 'england')).toEqual([]);
    expect(codesOf('referral-declined.stop-smoking', 'england', ['to-confirm'])).toEqual(['871641000000105']);
  });
  it('are never one that is known only when it is met', () => {
    expect(codesOf('answer.smoking.smokes=unknown', 'england', ['verified'])).toEqual([]);
    expect(codesOf('score.audit-c', 'england')).toEqual(['763256006']);
  });
  it.each(['nicotine-only', 'rather-not-say'])('are none for "%s"', (value) => {
    expect(codesOf(`answer.smoking.smokes=${value}`, 'england', ['verified', 'second-hand', 'to-confirm'])).toEqual([]);
  });
  it('are the later map’s where a deployer replaces a concept, and none where that is said', () => {
    if (!smoker) throw new Error('no code for a smoker');
    const maps = [
      ...codeMaps,
      own({ 'answer.smoking.smokes=yes': [{ ...smoker, code: '8517006' }], 'score.audit-c': [] }),
    ];
    expect(codesFor('answer.smoking.smokes=yes', 'england', { maps }).map(({ code }) => code)).toEqual(['8517006']);
    expect(codesFor('score.audit-c', 'england', { maps })).toEqual([]);
    expect(codesFor('score.audit', 'england', { maps })).toHaveLength(1);
  });
});

it('a coding is known again, whichever place it came from', () => {
  expect(conceptsOf({ system: 'http://snomed.info/sct', code: '77176002' }).map(({ concept }) => concept)).toEqual([
    'answer.smoking.smokes=yes',
  ]);
  expect(conceptsOf({ system: 'http://snomed.info/sct', code: '266927001' })).toMatchObject([
    { concept: 'answer.smoking.smokes=unknown', jurisdiction: 'international' },
  ]);
  expect(conceptsOf({ system: 'http://loinc.org', code: '77176002' })).toEqual([]);
  expect(conceptsOf({})).toEqual([]);
});

describe('reading a code map', () => {
  const finding = (json: unknown) => readCodeMap(json).problems.map(({ code, where }) => [code, where]);
  it.each([
    ['another schema', { ...own({}), schema: 'everycontact/code-map@2' }, 'code-map-schema', 'schema'],
    ['nothing at all', null, 'code-map-shape', ''],
    ['a concept that means nothing here', own({ smoker: [] }), 'code-map-concept', 'concepts.smoker'],
    ['a key it does not know', { ...own({}), codes: [] }, 'code-map-shape', 'codes'],
  ])('refuses %s', (_, json, code, where) => {
    expect(finding(json)).toEqual([[code, where]]);
    expect(readCodeMap(json).map).toBeUndefined();
  });
  it('refuses that a release was looked at on a day that is in no calendar', () => {
    const looked = (statusChecked: string) =>
      finding(own({ 'answer.smoking.smokes=yes': [{ ...smoker, statusChecked } as never] }));
    expect(looked('2026-11-22')).toEqual([]);
    expect(looked('2026-02-30')).toEqual([['code-map-shape', 'concepts.answer.smoking.smokes=yes.0.statusChecked']]);
  });
  it('finds a mistyped digit and says where', () => {
    const typo = { ...smoker, code: '77176012' };
    expect(readCodeMap(own({ 'answer.smoking.smokes=yes': [typo as never] })).problems).toMatchObject([
      {
        code: 'code-invalid',
        where: 'concepts.answer.smoking.smokes=yes.0.code',
        message: expect.stringContaining('"77176012"') as string,
      },
    ]);
  });
  it('lets a system it cannot check pass with a warning', () => {
    const sks = { ...smoker, system: 'urn:oid:1.2.208.176.2.4.12', code: 'BQFS01' };
    const { map, problems } = readCodeMap(own({ 'advice.smoking': [sks as never] }));
    expect(map).toBeDefined();
    expect(problems).toMatchObject([{ code: 'code-system-unknown', severity: 'warning' }]);
  });
  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.jsonValue({ maxDepth: 3 }), (json, concepts) => {
        expect(readCodeMap(json).problems.length).toBeGreaterThan(0);
        const read = readCodeMap({ schema: 'everycontact/code-map@1', jurisdiction: 'x', concepts });
        for (const { where, message } of read.problems) expect(typeof where + message).toContain('Expected');
      }),
      { numRuns: 200 },
    );
  });
});

it.each(['http://snomed.info/sct', 'http://loinc.org'])(
  'every change of one digit of a code of %s is found',
  (system) => {
    const codes = codeMaps
      .flatMap(({ concepts }) => Object.values(concepts).flat())
      .filter((one) => one.system === system)
      .map(({ code }) => code);
    for (const code of new Set(codes)) {
      for (const [place, was] of Array.from(code).entries())
        for (let digit = 0; digit < 10 && was !== '-'; digit++)
          if (String(digit) !== was)
            expect(codeForms[system]?.fits(code.slice(0, place) + String(digit) + code.slice(place + 1))).toBe(false);
    }
  },
);
