import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aRecord } from '../testing/record.js';
import { readTallyRow } from './read-tally-row.js';
import { toTallyRow } from './tally-row.js';

const released = JSON.parse(
  readFileSync(new URL('../../test/schemas/tally@1.json', import.meta.url), 'utf8'),
) as Record<string, unknown>;
const where = { timeZone: 'Europe/London', unit: 'Ward 3' };
const problems = (json: unknown) => readTallyRow(json, where).problems?.map((one) => `${one.where}: ${one.message}`);

describe('a row that was written down', () => {
  it('is read as it is', () => {
    expect(readTallyRow(released, where)).toEqual({ row: released });
  });

  it('is made of a record, of which nothing else is kept', () => {
    const record = aRecord({
      signposts: [
        { need: 'stop-smoking', because: 'b', services: [], chosen: [{ service: 's', name: 'S', how: 'told' }] },
      ],
    });
    expect(readTallyRow(JSON.parse(JSON.stringify(record)), where)).toEqual({ row: toTallyRow(record, where) });
  });

  it('says every problem at once, each with its place', () => {
    const told = problems({
      ...released,
      week: '2026-W54',
      setting: 'ward',
      outcome: 'fine',
      unit: '',
      signposts: [{ need: 'n', services: 's' }],
      name: 'Jo',
    });
    expect(told?.map((one) => one.split(':')[0])).toEqual([
      'name',
      'week',
      'setting',
      'outcome',
      'signposts.0.services',
      'unit',
    ]);
    expect(told?.[1]).toBe('week: expected a week such as "2026-W47", found "2026-W54": correct it');
  });

  it('refuses a record that lacks what is counted', () => {
    expect(problems({ ...aRecord(), startedAt: 'yesterday', signposts: undefined })).toEqual([
      'startedAt: expected an instant such as 2026-11-22T09:30:00Z, found "yesterday": correct it',
      'signposts: expected a list, found nothing: correct it',
    ]);
  });

  it.each([
    ['a newer row', 'everycontact/tally@2', 'tally'],
    ['a newer record', 'everycontact/record@2', 'record'],
    ['another kind', 'everycontact/pack@1', 'tally'],
  ])('refuses %s', (_, schema, kind) => {
    expect(problems({ ...released, schema })?.[0]).toContain(`expected "everycontact/${kind}@1", found "${schema}"`);
  });

  it('takes a schema that is no text for none', () => {
    expect(problems({ schema: Object.create(null) as unknown })?.[0]).toContain('found no text');
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.anything(), (json) => {
        const { row, problems = [] } = readTallyRow(json, where);
        expect(row === undefined).toBe(problems.length > 0);
      }),
    );
  });
});
