import { describe, expect, it } from 'vitest';
import { aRecord } from '../testing/record.js';
import { toTallyRow } from './tally-row.js';

const record = aRecord({
  setting: 'staff',
  script: 'alcohol.brief',
  behaviour: 'alcohol',
  method: 'brief',
  sensitive: true,
  startedAt: '2026-11-22T23:30:00.000Z',
  outcome: 'told',
  answers: [{ step: 'audit-c', item: 'often', value: 'daily', question: 'How often?', answer: 'Every day' }],
  signposts: [
    {
      need: 'alcohol-support',
      because: 'you answered “Every day”',
      services: [],
      chosen: [
        { service: 'harbour', name: 'Harbour', how: 'told' },
        { service: 'harbour', name: 'Harbour', how: 'sent' },
      ],
    },
    { need: 'doctor', because: 'anybody may', services: [], chosen: [] },
  ],
});

describe('what of a contact may be counted', () => {
  it('says what came of it, and where to, each service once', () => {
    expect(toTallyRow(record, { timeZone: 'UTC', unit: 'Ward 3', roleGroup: 'care' })).toEqual({
      schema: 'everycontact/tally@1',
      week: '2026-W47',
      unit: 'Ward 3',
      roleGroup: 'care',
      setting: 'staff',
      behaviour: 'alcohol',
      method: 'brief',
      outcome: 'told',
      signposts: [
        { need: 'alcohol-support', services: ['harbour'] },
        { need: 'doctor', services: [] },
      ],
    });
  });

  it('holds no answer, id or instant of the record', () => {
    const told = JSON.stringify(toTallyRow(record, { timeZone: 'UTC' }));
    for (const kept of [
      record.contactId,
      record.recordId,
      '2026-11',
      'Every day',
      'daily',
      'england',
      'unit',
      'roleGroup',
    ])
      expect(told).not.toContain(kept);
  });

  it('counts the week at the place, not in Greenwich', () => {
    expect(toTallyRow(record, { timeZone: 'Europe/Stockholm' }).week).toBe('2026-W48');
  });

  it.each([
    ['2025-12-29', '2026-W01'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-12-30', '2025-W01'],
    ['2026-01-01', '2026-W01'],
  ])('gives %s to week %s, as ISO 8601 does', (day, week) => {
    expect(toTallyRow({ ...record, startedAt: `${day}T12:00:00Z` }, { timeZone: 'UTC' }).week).toBe(week);
  });

  it('counts a contact that was broken off as stopped', () => {
    const { outcome: _, ...unfinished } = record;
    expect(toTallyRow(unfinished, { timeZone: 'UTC' }).outcome).toBe('stopped');
  });
});
