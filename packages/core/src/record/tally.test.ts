import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tally, tallyFields, type TallyField } from './tally.js';
import type { TallyRow } from './tally-row.js';

const row = (changes: Partial<TallyRow> = {}): TallyRow => ({
  schema: 'everycontact/tally@1',
  week: '2026-W47',
  setting: 'patient',
  behaviour: 'smoking',
  method: 'vba',
  outcome: 'told',
  signposts: [],
  ...changes,
});
const times = (many: number, changes: Partial<TallyRow> = {}) => Array.from({ length: many }, () => row(changes));
const table = (rows: readonly TallyRow[], by: readonly TallyField[], atLeast = 10) =>
  tally(rows, { by, atLeast }).map(({ key, contacts }) => [...key, contacts]);

describe('a tally', () => {
  it('counts contacts by what is asked for, sorted by its keys', () => {
    const rows = [...times(12, { outcome: 'told' }), ...times(11, { outcome: 'declined' }), ...times(10)];
    expect(table(rows, ['outcome'])).toEqual([
      ['declined', 11],
      ['told', 22],
    ]);
    expect(table(rows, [])).toEqual([[33]]);
    expect(table([], ['outcome'])).toEqual([]);
  });

  it('withholds a cell of fewer contacts than are asked for, and tells one of as many', () => {
    const rows = [...times(9, { unit: 'Ward 1' }), ...times(9, { unit: 'Ward 2' }), ...times(10, { unit: 'Ward 3' })];
    expect(table(rows, ['unit'])).toEqual([
      ['Ward 1', 'withheld'],
      ['Ward 2', 'withheld'],
      ['Ward 3', 10],
    ]);
  });

  it('withholds the smallest of the others with a small one, since the sum would tell it', () => {
    const rows = [
      ...times(2, { outcome: 'declined' }),
      ...times(30, { outcome: 'advised' }),
      ...times(40, { outcome: 'told' }),
    ];
    expect(table(rows, ['outcome'])).toEqual([
      ['advised', 'withheld'],
      ['declined', 'withheld'],
      ['told', 40],
    ]);
  });

  it('never tells fewer than ten members of staff, whatever is asked for', () => {
    const rows = [...times(9, { setting: 'staff' }), ...times(3)];
    expect(table(rows, ['setting'], 1)).toEqual([
      ['patient', 3],
      ['staff', 'withheld'],
    ]);
    expect(table([...rows, row({ setting: 'staff' })], ['setting'], 1)).toContainEqual(['staff', 10]);
  });

  it('leaves staff out of a table that is not by setting: the rest of another table would tell how many', () => {
    const rows = [...times(20, { setting: 'staff' }), ...times(15)];
    expect(table(rows, ['behaviour'])).toEqual([['smoking', 15]]);
  });

  it('counts a contact once under each of its needs and services, and each service with its own need', () => {
    const signposts = [
      { need: 'stop-smoking', services: ['harbour', 'line'] },
      { need: 'doctor', services: [] },
    ];
    const rows = [row({ signposts }), row({ signposts: [...signposts, ...signposts] }), row()];
    expect(table(rows, ['need'], 1)).toEqual([
      ['', 1],
      ['doctor', 2],
      ['stop-smoking', 2],
    ]);
    expect(table(rows, ['service'], 1)).toEqual([
      ['', 1],
      ['harbour', 2],
      ['line', 2],
    ]);
    expect(table(rows, ['need', 'service'], 1)).toEqual([
      ['', '', 1],
      ['doctor', '', 2],
      ['stop-smoking', 'harbour', 2],
      ['stop-smoking', 'line', 2],
    ]);
  });

  it('leaves the key empty where a row does not say, and never takes it for one that does', () => {
    expect(table([...times(10), ...times(10, { unit: 'Ward 3' })], ['unit'])).toEqual([
      ['', 10],
      ['Ward 3', 10],
    ]);
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses to tell cells of at least %s', (atLeast) => {
    expect(() => tally([], { by: [], atLeast })).toThrow(/tally-invalid.*atLeast: expected a whole number from 1/);
  });

  it('refuses a field that there is not, and names those there are', () => {
    expect(() => tally([], { by: ['answers' as TallyField], atLeast: 10 })).toThrow(
      /by: expected week, .*service, found "answers"/,
    );
  });
});

const anyRow: fc.Arbitrary<TallyRow> = fc.record({
  schema: fc.constant('everycontact/tally@1' as const),
  week: fc.constantFrom('2026-W46', '2026-W47'),
  unit: fc.constantFrom('Ward 3', 'Library'),
  setting: fc.constantFrom('patient', 'public', 'staff'),
  behaviour: fc.constantFrom('smoking', 'alcohol'),
  method: fc.constant('vba' as const),
  outcome: fc.constantFrom('told', 'declined', 'not-now'),
  signposts: fc.constant([]),
});
const singly = tallyFields.filter((field) => field !== 'need' && field !== 'service');

describe('whatever is counted', () => {
  it('what is told is at least as many as asked for, and what is withheld comes to nothing or as many together', () => {
    fc.assert(
      fc.property(
        fc.array(anyRow, { maxLength: 120 }),
        fc.subarray(singly),
        fc.integer({ min: 1, max: 20 }),
        (rows, by, atLeast) => {
          const setting = by.indexOf('setting');
          const cells = tally(rows, { by, atLeast });
          for (const isStaff of [true, false]) {
            const least = isStaff ? Math.max(10, atLeast) : atLeast;
            const all = rows.filter((one) => (one.setting === 'staff') === isStaff && (setting >= 0 || !isStaff));
            const own = cells.filter(({ key }) => (key[setting] === 'staff') === isStaff);
            const told = own.flatMap(({ contacts }) => (contacts === 'withheld' ? [] : [contacts]));
            expect(told.every((contacts) => contacts >= least)).toBe(true);
            const rest = all.length - told.reduce((sum, contacts) => sum + contacts, 0);
            if (told.length) expect(rest === 0 || rest >= least).toBe(true);
            else expect(own.length > 0).toBe(all.length > 0);
          }
        },
      ),
    );
  });

  it('the order of the rows says nothing', () => {
    fc.assert(
      fc.property(fc.array(anyRow), fc.subarray(singly), (rows, by) => {
        expect(tally([...rows].reverse(), { by, atLeast: 5 })).toEqual(tally(rows, { by, atLeast: 5 }));
      }),
    );
  });
});
