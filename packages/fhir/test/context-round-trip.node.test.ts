import { england } from '@everycontact/content';
import { examples } from '@everycontact/content/examples';
import { memoryDirectory } from '@everycontact/core/directory';
import { toContactRecord } from '@everycontact/core/record';
import { walkExample, type Example } from '@everycontact/core/testing';
import { describe, expect, it } from 'vitest';
import { contextFromFhir, toBundle } from '../src/index.js';
import { memoryFhir } from '../src/testing.js';
import { patient } from './record-of-a-person.js';

// What a contact wrote into a record is what the next one reads out of it.

const canonical = 'https://health.example/fhir';
const directory = memoryDirectory([], '2026-11-22T09:00:00.000Z');

/** What the record knows of a contact after it was written: what happened, by script. */
async function readBack(example: Example): Promise<readonly (readonly [script: string, happened: string])[]> {
  const session = await walkExample(england, example, 'en-GB', directory);
  const record = toContactRecord(session.log);
  const fhir = memoryFhir({ resources: [patient] });
  const now = new Date(Date.parse(record.endedAt ?? record.startedAt) + 60_000).toISOString();
  const bundle = toBundle(record, { canonical, demo: true, now, subject: { reference: 'Patient/w7' }, pack: england });
  const sent = await fhir(new Request(canonical, { method: 'POST', body: JSON.stringify(bundle) }));
  expect(sent.status).toBe(200);
  const types = ['Observation', 'Procedure', 'ServiceRequest', 'QuestionnaireResponse'];
  const searches = ['Patient?_id=w7', ...types.map((type) => `${type}?patient=w7`)];
  const answers = await Promise.all(searches.map((query) => fhir(new Request(`${canonical}/${query}`))));
  const resources = await Promise.all(answers.map((answer) => answer.json()));
  const { history } = contextFromFhir(resources, { pack: england, now, canonical });
  return history.entries.map(({ script, happened }) => [script, happened]);
}

const all = examples.england.filter(({ occasion }) => occasion.setting !== 'staff');
const ending = (...outcomes: readonly string[]) =>
  all.filter(({ expect: { outcome } }) => outcomes.includes(outcome)).map((example) => [example.id, example] as const);

describe('a contact that was written', () => {
  it.each(ending('advised', 'told', 'sent', 'referred', 'declined'))(
    'is known by its script: %s',
    async (_, example) => {
      const [[script, happened] = [], ...others] = await readBack(example);
      expect([script, others]).toEqual([example.script, []]);
      const known = example.expect.outcome === 'declined' ? ['declined', 'advised'] : ['advised', 'referred', 'shown'];
      expect(known).toContain(happened);
    },
  );
  it.each(ending('urgent-help-shown', 'not-now', 'not-appropriate', 'already-supported'))(
    'says that it was, and not how it ended: %s',
    async (_, example) => {
      const [[script, happened] = []] = await readBack(example);
      expect(script).toBe(example.script);
      expect(['shown', 'advised', 'not-relevant']).toContain(happened);
    },
  );
  it('has been tried in each way to end that the examples know', () => {
    expect(ending('advised', 'told', 'sent', 'referred').length).toBeGreaterThan(10);
    expect(ending('declined').length).toBeGreaterThan(3);
  });
});
