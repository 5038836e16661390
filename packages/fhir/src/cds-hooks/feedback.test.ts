import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFeedback } from './feedback.js';
import { overrideSystem } from './override-reasons.js';

const canonical = 'https://record.wexmarsh.example/fhir/';
const system = overrideSystem(canonical);
const entry = {
  card: '2F1C3C26-6a0f-4c0e-9d0b-52d0a7f0c9b4',
  outcome: 'overridden',
  outcomeTimestamp: '2026-11-22T09:30:00Z',
};
const read = (...feedback: readonly unknown[]) => readFeedback({ feedback }, canonical);
const reason = (coding: unknown) => ({
  ...entry,
  overrideReason: { reason: coding, userComment: 'Ann Example said no' },
});
const wrong = (json: unknown) => (readFeedback(json, canonical).findings ?? []).map(({ where }) => where);

describe('feedback on a card', () => {
  it.each([
    ['dismissed', undefined, entry],
    ['dismissed', undefined, { ...entry, overrideReason: { userComment: 'not today' } }],
    ['declined', 'declined', reason({ system, code: 'declined' })],
    ['not-now', 'not-now', reason({ system, code: 'not-now' })],
    ['dismissed', 'other', reason({ system, code: 'made-up' })],
    ['dismissed', 'other', reason({ system: 'https://other.example', code: 'declined' })],
    ['referred', undefined, { ...entry, outcome: 'accepted', acceptedSuggestions: [{ id: 'a' }] }],
  ])('counts as %s for the history, with the reason %s', (happened, told, given) => {
    const [one] = read(given).feedback ?? [];
    expect([one?.happened, one?.reason, one?.card, one?.at]).toEqual([
      happened,
      told,
      entry.card.toLowerCase(),
      '2026-11-22T09:30:00.000Z',
    ]);
  });

  it('keeps no word of a comment', () => {
    expect(JSON.stringify(read(reason({ system, code: 'declined' })))).not.toContain('Ann');
  });

  it.each([
    [null, ['feedback']],
    [{ feedback: [] }, ['feedback']],
    [{ feedback: Array(101).fill(entry) }, ['feedback']],
    [
      { feedback: [entry, 'x'] },
      ['feedback.1', 'feedback.1.card', 'feedback.1.outcomeTimestamp', 'feedback.1.outcome'],
    ],
    [{ feedback: [{ ...entry, outcome: 'accepted' }] }, ['feedback.0.acceptedSuggestions']],
    [{ feedback: [{ ...entry, outcomeTimestamp: '2026-11-22T09:30:00+01:00' }] }, ['feedback.0.outcomeTimestamp']],
    [{ feedback: [{ ...entry, outcomeTimestamp: '2026-13-45T99:30:00Z' }] }, ['feedback.0.outcomeTimestamp']],
    [{ feedback: [reason('declined')] }, ['feedback.0.overrideReason.reason']],
  ])('is refused with every problem by its place: %#', (json, expected) => {
    expect(wrong(json)).toEqual(expected);
  });

  it('whatever comes, is read or refused and throws nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.record({ feedback: fc.array(fc.jsonValue()) })), (json) => {
        const { feedback, findings } = readFeedback(json, canonical);
        expect((feedback === undefined) === (findings !== undefined && findings.length > 0)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
