import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { england } from '@everycontact/content';
import { describe, expect, it } from 'vitest';
import { contextFromFhir } from '../src/index.js';

// Examples that are not all ours to ship: the variable names where they are.
const folder = process.env.EVERYCONTACT_OPEN_DATA;
const examples = folder === undefined ? '' : join(folder, 'fhir');
const there = examples !== '' && existsSync(examples);
if (!there) {
  console.info(
    `Not run: context from generated people. Set EVERYCONTACT_OPEN_DATA to a folder that holds fhir/ (found: ${folder ?? 'nothing'}).`,
  );
}
const files = there ? readdirSync(examples) : [];
const people = [...new Set(files.flatMap((file) => /^synthea-\d+/.exec(file)?.[0] ?? []))];
const resourcesOf = (person: string): { resourceType: string; birthDate?: string }[] =>
  files
    .filter((file) => file.startsWith(`${person}-`))
    .map(
      (file) => JSON.parse(readFileSync(join(examples, file), 'utf8')) as { resourceType: string; birthDate?: string },
    );

describe.runIf(there)('generated people', () => {
  it('are all there', () => {
    expect(people).toHaveLength(3);
  });
  it.each(people)('%s tells an age, a smoking status, a body mass index and a language, and no pregnancy', (person) => {
    const resources = resourcesOf(person);
    const { told, open } = contextFromFhir(resources, { pack: england, now: '2026-11-22T09:30:00.000Z' });
    const patient = resources.find(({ resourceType }) => resourceType === 'Patient');
    const says = (fact: string) => told.find((one) => one.fact === fact);
    const years = (Date.parse('2026-11-22') - Date.parse(patient?.birthDate ?? '')) / (365.2425 * 86_400_000);
    expect(Math.abs(Number(says('context.age')?.value) + 0.5 - years)).toBeLessThanOrEqual(0.51);
    expect(['yes', 'used-to', 'never']).toContain(says('context.smokingStatus')?.value);
    expect(says('context.lastBmi')).toMatchObject({
      from: { path: 'valueQuantity', date: expect.stringMatching(/^\d{4}-/) as string },
    });
    expect(says('context.language')?.value).toBe('en-US');
    expect(says('context.pregnant')).toBeUndefined();
    expect(open.map(({ fact }) => fact)).toContain('context.pregnant');
  });
  it('two of them together are nobody', () => {
    const [one = '', other = ''] = people;
    const { facts, told } = contextFromFhir([...resourcesOf(one), ...resourcesOf(other)], {
      pack: england,
      now: '2026-11-22T09:30:00.000Z',
    });
    expect([facts, told]).toEqual([{}, []]);
  });
});
