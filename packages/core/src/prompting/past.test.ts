import { expect, it } from 'vitest';
import { outings } from '../../test/outings.js';
import { emptyHistory, type HistoryEntry } from './history.js';
import { lastRaised } from './past.js';

const entry = (at: string, happened: HistoryEntry['happened'], script = 'walking.vba'): HistoryEntry => ({
  at,
  contactId: at,
  script,
  happened,
});
const raised = (...entries: readonly HistoryEntry[]) => lastRaised(outings, { ...emptyHistory, entries }, 'walking');

it('a topic was last raised on the latest day it was, in whatever order that is told', () => {
  expect(
    raised(
      entry('2025-03-02T09:00:00.000Z', 'advised'),
      entry('2024-03-02T09:00:00.000Z', 'declined'),
      entry('2026-03-02T09:00:00.000Z', 'shown', 'resting.vba'),
    ),
  ).toBe('2025-03-02');
});
it('a topic was not raised where nobody was asked, and where somebody does not want to be', () => {
  expect(raised(entry('2025-03-02T09:00:00.000Z', 'not-asked'))).toBeUndefined();
  expect(raised(entry('2025-03-02T09:00:00.000Z', 'do-not-ask'))).toBeUndefined();
});
it('a topic was raised by a script that the pack no longer has', () => {
  expect(raised(entry('2025-03-02T09:00:00.000Z', 'advised', 'walking.brief'))).toBe('2025-03-02');
});
