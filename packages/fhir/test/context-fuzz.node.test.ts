import { denmark, england } from '@everycontact/content';
import { readHistory } from '@everycontact/core/prompting';
import {
  anything,
  assert,
  constantFrom,
  integer,
  jsonValue,
  oneof,
  property,
  record,
  string,
  array,
  option,
} from 'fast-check';
import { expect, it } from 'vitest';
import { contextFromFhir, type FhirContext } from '../src/index.js';
import {
  auditC,
  bmi,
  patient,
  pregnancyProblem,
  pregnancyStatus,
  procedure,
  searchset,
  smokingStatus,
} from './record-of-a-person.js';

const now = '2026-11-22T09:30:00.000Z';
const whole = [
  patient,
  smokingStatus('266919005', '2026-01-09'),
  pregnancyStatus('LA15173-0', '2026-10-01'),
  pregnancyProblem('active', { onsetDateTime: '2026-09-01' }),
  bmi(27.4, '2025-06-01T08:00:00Z'),
  auditC({ valueInteger: 3 }, '2025-02-01'),
  procedure('225323000', '2025-03-04'),
];

/** What holds of any answer: each fact once, told or open, and each told one out of a resource that was handed in. */
function isSound({ facts, told, open, history, near }: FhirContext, text: string): void {
  const names = [...told, ...open].map(({ fact }) => fact).filter((fact) => fact !== 'history');
  expect(new Set(names).size).toBe(names.length);
  for (const [fact, value] of Object.entries(facts)) {
    expect(told.filter((one) => one.fact === fact).map((one) => one.value)).toEqual([value]);
    expect(Object.keys(england.context)).toContain(fact);
  }
  for (const { from } of told) if (from.date !== undefined) expect(text).toContain(from.date);
  if (near) expect(Object.keys(near)).toEqual(['area']);
  expect(readHistory(history).problems).toBeUndefined();
}

it('whatever is handed in gives a context and never an error', () => {
  const resource = record(
    {
      resourceType: oneof(
        constantFrom('Patient', 'Observation', 'Condition', 'Procedure', 'Bundle', 'OperationOutcome'),
        string(),
      ),
      id: jsonValue(),
      status: oneof(constantFrom('final', 'completed', 'not-done'), jsonValue()),
      code: jsonValue(),
      subject: jsonValue(),
      birthDate: oneof(constantFrom('1990', '1990-02', '1990-02-30'), jsonValue()),
      communication: jsonValue(),
      address: jsonValue(),
      meta: jsonValue(),
      entry: jsonValue(),
      link: jsonValue(),
      effectiveDateTime: jsonValue(),
      valueQuantity: jsonValue(),
    },
    { requiredKeys: ['resourceType'] },
  );
  assert(
    property(array(oneof(resource, jsonValue(), anything()), { maxLength: 6 }), (resources) => {
      isSound(
        contextFromFhir(resources, { pack: england, now }),
        JSON.stringify(resources, (_, value: unknown) => (typeof value === 'bigint' ? '' : value)) ?? '',
      );
    }),
    { numRuns: 500 },
  );
});

it('what is changed anywhere in a record takes facts away or leaves them, and makes none up', () => {
  const text = JSON.stringify(whole);
  const spots = [...text.matchAll(/"(?:[^"\\]|\\.)*"(?=[,\]}])|\b\d+(?:\.\d+)?\b|\btrue\b/g)].map(
    ({ 0: found, index }) => ({ found, index }),
  );
  const before = contextFromFhir(whole, { pack: england, now });
  const kept = new Map(before.told.map(({ fact, value }) => [fact, value]));
  assert(
    property(
      integer({ min: 0, max: spots.length - 1 }),
      constantFrom('null', '""', '[]', '{}', '-1', '"x"', '["x"]'),
      (at, with_) => {
        const { found, index } = spots[at] ?? { found: '', index: 0 };
        const damaged = `${text.slice(0, index)}${with_}${text.slice(index + found.length)}`;
        const context = contextFromFhir(JSON.parse(damaged) as unknown[], { pack: england, now });
        isSound(context, damaged);
        for (const { fact, value } of context.told)
          if (value !== kept.get(fact)) expect([found, fact]).toEqual([found, 'context.deceased']);
      },
    ),
    { numRuns: 400 },
  );
});

it('the order of resources, bundles around them and other people’s between them change nothing', () => {
  const stranger = smokingStatus('77176002', '2026-11-01', { subject: { reference: 'Patient/x9' } });
  const before = contextFromFhir(whole, { pack: england, now });
  assert(
    property(
      array(integer(), { minLength: whole.length, maxLength: whole.length }),
      option(constantFrom(0, 3, 6)),
      (keys, at) => {
        const shuffled: unknown[] = whole
          .map((resource, index) => ({ resource, key: keys[index] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ resource }) => resource);
        if (at !== null) shuffled.splice(at, 0, stranger);
        const after = contextFromFhir([searchset('Anything', ...shuffled)], { pack: england, now });
        expect(after.facts).toEqual(before.facts);
        expect(new Set(after.told.map((one) => JSON.stringify(one)))).toEqual(
          new Set(before.told.map((one) => JSON.stringify(one))),
        );
        expect(after.history).toEqual(before.history);
      },
    ),
    { numRuns: 60 },
  );
});

it('what is very deep, very long or goes round in circles ends', () => {
  const circle: Record<string, unknown> = { resourceType: 'Observation' };
  circle.code = circle;
  const deep = JSON.parse(`${'[{"resourceType":"Bundle","entry":'.repeat(400)}[]${'}]'.repeat(400)}`) as unknown[];
  const many = Array.from({ length: 6000 }, (_, index) => ({
    ...smokingStatus('266919005', '2026-01-09'),
    id: String(index),
  }));
  const context = contextFromFhir([patient, circle, ...deep, ...many], { pack: denmark, now });
  expect(context.facts).toHaveProperty(['context.age'], 67);
  expect(context.open.find(({ fact }) => fact === 'context.pregnant')?.why).toBe('unreadable');
});
