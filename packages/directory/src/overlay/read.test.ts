import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOverlay } from './read.js';

const today = '2026-11-22';
const released = readFileSync(new URL('../../test/schemas/overlay@1.json', import.meta.url), 'utf8');
const file = JSON.parse(released) as Record<string, unknown>;
const read = (input: unknown) => readOverlay(typeof input === 'string' ? input : JSON.stringify(input), { today });
const withEntry = (entry: object) =>
  read({ ...file, entries: [{ service: 'a', lastChecked: '2026-10-01', ...entry }] });
const told = (input: unknown) => read(input).problems.map(({ code, where }) => `${code} at ${where}`);
const table = (...lines: string[]) => lines.join('\r\n');

describe('an overlay as JSON', () => {
  it('is read as it was released', () => {
    const { overlay, problems } = read(released);
    expect(problems).toEqual([]);
    expect(overlay).toMatchObject(file);
  });
  it('is refused where it is newer, with both numbers, whatever else is new in it', () => {
    const { overlay, problems } = read({ schema: 'everycontact/overlay@2', services: [] });
    expect(overlay).toBeUndefined();
    expect(problems).toMatchObject([
      { code: 'overlay-schema', message: expect.stringMatching(/overlay@1".*overlay@2"/) as string },
    ]);
  });
  it.each([
    ['of another kind', { ...file, schema: 'everycontact/pack@1' }, 'overlay-schema at schema'],
    ['without an owner', { ...file, owner: ' ' }, 'overlay-owner-missing at owner'],
    ['with a key nobody knows', { ...file, entrys: [] }, 'overlay-field-unknown at entrys'],
    ['without entries', { ...file, entries: {} }, 'overlay-value at entries'],
    ['that is a list', [], 'overlay-not-json at file'],
    ['cut off', released.slice(0, 200), 'overlay-not-json at file'],
    ['of nothing', ' \n', 'overlay-empty at file'],
    ['that is a workbook', 'PK\u0003\u0004\u0000\u0000', 'overlay-not-csv at file'],
  ])('is refused as a whole %s', (_, input, problem) => {
    expect(read(input).overlay).toBeUndefined();
    expect(told(input)).toEqual([problem]);
  });
});

describe('an entry', () => {
  it.each<[string, object, string]>([
    ['a check in the future', { lastChecked: '2026-11-23' }, 'overlay-date-future at entries.0'],
    ['a day that is none', { lastChecked: '2026-02-30' }, 'overlay-value at entries.0.lastChecked'],
    ['an age that is none', { minimumAge: 200 }, 'overlay-value at entries.0.minimumAge'],
    ['ages that cross', { minimumAge: 65, maximumAge: 18 }, 'overlay-ages-crossed at entries.0'],
    ['a fact that is no yes or no', { interpreter: 'maybe' }, 'overlay-value at entries.0.interpreter'],
    ['a group nobody knows', { who: { woman: 'yes' } }, 'overlay-value at entries.0.who'],
    ['areas of two sorts', { areas: ['E06000023', 'ZX1'] }, 'overlay-value at entries.0.areas'],
    ['an area in words', { areas: ['the old town'] }, 'overlay-value at entries.0.areas'],
    ['a language nobody knows', { languages: ['Klingonsk'] }, 'overlay-value at entries.0.languages'],
    ['a pin that is no day', { pinned: 'always' }, 'overlay-value at entries.0.pinned'],
    ['a field nobody knows', { opens: '09:00' }, 'overlay-field-unknown at entries.0.opens'],
    ['the name of a built-in', { constructor: 'x' }, 'overlay-field-unknown at entries.0.constructor'],
    [
      'the address of one person',
      { responsible: 'ann.persona@example.org' },
      'overlay-responsible-personal at entries.0',
    ],
  ])('is left out with %s', (_, entry, problem) => {
    const { overlay, problems } = withEntry(entry);
    expect(overlay?.entries).toEqual([]);
    expect(problems.map(({ code, where }) => `${code} at ${where}`)).toEqual([problem]);
  });
  it('is left out without a day or a service, and the others stay', () => {
    const entries = [{ service: 'a' }, { lastChecked: today }, 'a', { service: 'b', lastChecked: today }];
    const { overlay, problems } = read({ ...file, entries });
    expect(overlay?.entries.map(({ service }) => service)).toEqual(['b']);
    expect(problems.map(({ where }) => where)).toEqual(expect.arrayContaining(['entries.0', 'entries.1', 'entries.2']));
  });
  it('is told which field was meant', () => {
    expect(withEntry({ minimumage: 18 }).problems[0]?.message).toMatch(/did you mean "minimumAge"\?$/);
  });
  it('counts once a service, in whatever case', () => {
    const entries = [file.entries, { service: 'QUIT-COURSE', lastChecked: today }].flat();
    const { overlay, problems } = read({ ...file, entries });
    expect(overlay?.entries).toHaveLength(2);
    expect(problems).toMatchObject([{ code: 'overlay-entry-twice', where: 'entries.2' }]);
  });
  it('stays with a need that no pack we know has, and a warning', () => {
    const { overlay, problems } = withEntry({ needs: { main: ['stop-smokin'] } });
    expect(overlay?.entries).toHaveLength(1);
    expect(problems).toMatchObject([{ code: 'overlay-topic-unknown', severity: 'warning' }]);
    expect(problems[0]?.message).toMatch(/did you mean "stop-smoking"\?$/);
  });
});

describe('an overlay as a table', () => {
  it('says the same as JSON', () => {
    const { overlay, problems } = read(
      table(
        '\ufeffschema;Owner;Service;Last checked;responsible;topics;side_topics;not_topics;minimum_age;maximum_age;who;area_codes;languages;interpreter;cost;access;step_free;pinned;paused;next',
        'everycontact/overlay@1;"Public health team, Wexmarsh council (invented)";quit-course;01/10/2026;Health hub desk, Wexmarsh;stop-smoking;mental-wellbeing;healthy-weight;12;none;"pregnant; staff: no";ZX1, ZX2;English, Polish;ja;Free;"self; drop-in: no";yes;2026-12-31;;walking-group',
        ';;walking-group;2026-09-15;;;;;;;;;;;;;;no;yes;',
      ),
    );
    expect(problems).toEqual([]);
    const where = ['row 2', 'row 3'];
    const entries = read(released).overlay?.entries.map((entry, at) => ({ ...entry, where: where[at] }));
    expect(overlay).toEqual({ schema: file.schema, owner: file.owner, entries });
  });
  it('takes the mark off a name that a sheet would take for a formula', () => {
    const { overlay } = read(table('owner,service,name,last_checked', "Team,a,'=Equals,2026-10-01"));
    expect(overlay?.entries).toMatchObject([{ service: 'a', name: '=Equals' }]);
  });
  it('names row and column of what is wrong, empty rows counted', () => {
    const input = table('owner,service,last_checked,cost', 'Team,a,2026-10-01,free', '', ',b,2026-10-01,cheap');
    expect(told(input)).toEqual(['overlay-value at row 4, column "cost"']);
    expect(read(input).overlay?.entries.map(({ service }) => service)).toEqual(['a']);
  });
  it.each([
    ['nobody knows', 'owner,service,last_checked,colour', 'overlay-field-unknown at column 4'],
    [
      'is there twice, written in two ways',
      'owner,service,last_checked,Last-checked',
      'overlay-column-twice at column 4',
    ],
  ])('is refused as a whole where a column %s', (_, header, problem) => {
    const input = table(header, 'Team,a,2026-10-01,');
    expect(read(input).overlay).toBeUndefined();
    expect(told(input)).toEqual([problem]);
  });
  it('is told which column looks like the one that was meant', () => {
    const cyrillic = 'minimum_аge';
    const { problems } = read(table(`owner,service,last_checked,${cyrillic}`, 'Team,a,2026-10-01,18'));
    expect(problems[0]?.message).toMatch(/did you mean "minimum_age"\?$/);
  });
  it('is refused with two owners, cells too many, or a newer version', () => {
    expect(told(table('owner,service,last_checked', 'A,a,2026-10-01', 'B,b,2026-10-01'))).toEqual([
      'overlay-value at column "owner"',
    ]);
    expect(told(table('owner,service,last_checked', 'A,a,2026-10-01,x'))).toEqual(['overlay-value at row 2']);
    expect(told(table('schema,owner,service,seen', 'everycontact/overlay@2,A,a,2026-10-01'))).toEqual([
      'overlay-schema at schema',
    ]);
  });
});

it('never throws, whatever it is given', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.json(),
    fc.constantFrom(released, 'owner,service,last_checked\n', '"', '{', '\u0000', '__proto__'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 3 }), (pieces) => {
      const { overlay, problems } = read(pieces.join(''));
      expect(overlay !== undefined || problems.length > 0).toBe(true);
    }),
  );
});
