import { describe, expect, it } from 'vitest';
import { gardening } from '../../test/sample-pack.js';
import { civilDay, withheld } from './standing.js';

describe('the civil day', () => {
  it('is the one at the place, and changes at its midnight', () => {
    const days = ['2026-11-22T22:59:59.000Z', '2026-11-22T23:00:00.000Z', '2026-11-22T22:59:00.000Z'];
    expect(days.map((at) => civilDay(at, 'Europe/Copenhagen'))).toEqual(['2026-11-22', '2026-11-23', '2026-11-22']);
  });

  it('is another one at another place in the same minute', () => {
    const at = '2026-11-22T23:30:00.000Z';
    expect([civilDay(at, 'Europe/London'), civilDay(at, 'Europe/Stockholm')]).toEqual(['2026-11-22', '2026-11-23']);
  });

  it('knows the day of an instant with an offset from that of the same minute in UTC', () => {
    const days = [
      '2026-11-22T23:30:00.000Z',
      '2026-11-22T23:30:00-02:00',
      '2026-11-22T23:30:59.999Z',
      '2026-11-22T23:30:00.0-0200',
    ];
    expect(days.map((at) => civilDay(at, 'Europe/London'))).toEqual([
      '2026-11-22',
      '2026-11-23',
      '2026-11-22',
      '2026-11-23',
    ]);
  });
});

describe('a script', () => {
  it('waits ninety days after the review of its texts, and is judged anew on every day', () => {
    const found = (today: string) => withheld(gardening, 'gardening.brief', today, true).length > 0;
    expect(['2026-11-22', '2099-01-01', '2026-11-22'].map(found)).toEqual([false, true, false]);
  });
});
