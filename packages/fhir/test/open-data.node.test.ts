import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readText, refusal } from './read-bundle.js';

// Examples that are not all ours to ship: the variable names where they are.
const folder = process.env.EVERYCONTACT_OPEN_DATA;
const examples = folder === undefined ? undefined : join(folder, 'fhir');
const there = examples !== undefined && existsSync(examples);
if (!there) {
  console.info(
    `Not run: the example resources. Set EVERYCONTACT_OPEN_DATA to a folder that holds fhir/ (found: ${folder ?? 'nothing'}).`,
  );
}
const textOf = (file: string): string => readFileSync(join(examples ?? '', file), 'utf8');
const files = there ? readdirSync(examples).filter((file) => file.endsWith('.json')) : [];
const holdService = (file: string): boolean => textOf(file).includes('"resourceType": "HealthcareService"');

describe.runIf(there)('the example resources', () => {
  it('are all there', () => {
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter(holdService)).toEqual(['own-contact-accepted.json']);
  });
  it('give the service out of the record of a contact, and nothing of the person in it', async () => {
    const text = textOf('own-contact-accepted.json');
    const records = await readText(text);
    const services = records.flatMap((record) => ('service' in record ? [record.service] : []));
    expect(services).toMatchObject([
      {
        id: 'northfield-stop-smoking',
        state: 'open',
        needs: [{ need: 'stop-smoking', how: 'wording' }],
        phone: '01632 960123',
        url: 'https://stopsmoking.northfield.example/',
        languages: ['en'],
        access: { self: 'unknown', professional: 'yes' },
        hours: [1, 2, 3, 4, 5].map((day) => ({ day, opens: '09:00', closes: '17:00' })),
      },
    ]);
    expect(records).toHaveLength((JSON.parse(text) as { entry: unknown[] }).entry.length);
    expect(JSON.stringify(records)).not.toMatch(/9999999468|p-4711/);
  });
  it.each(files.filter((file) => !holdService(file)))('refuse %s: it holds no service', async (file) => {
    expect(await refusal(textOf(file))).toContain('[everycontact/feed-no-services]');
  });
});
