import { EveryContactError, type Service } from '@everycontact/core';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { folder, imported, single } from '../../test/feeds.js';
import { read, whole } from '../../test/one-service.js';
import type { Format } from './format.js';
import type { Progress } from './import-options.js';

const zipped = (files: Readonly<Record<string, string>>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, strToU8(content)])));

const other = { ...whole, id: 'b2a7d7a0-52b5-4bc7-8ac0-3a3f34b1a0f1', name: 'Walks' };
const both = JSON.stringify([whole, other]);

const tables = {
  'organization.csv': 'id,name\no,Wexmarsh Health (invented)',
  'service.csv': 'id,organization_id,name,status\ns,o,Quit,active\nt,o,Walks,active',
  'service_at_location.csv': 'id,service_id,location_id\nsal,s,l',
  'location.csv': 'id,name,latitude,longitude\nl,Hub,52.9,0.3\nm,Empty hall,52.9,0.3',
  'datapackage.json': '{"name": "x", "resources": []}',
};
/** The same place and times, as older versions name their tables and columns. */
const older = {
  'physical_address.csv': 'id,location_id,address_1,city,postal_code\na,l,1 Saltgate,Wexmarsh,ZY1 1AA',
  'postal_addresses.csv': 'id,location_id,address_1\nb,l,PO Box 1',
  'regular_schedule.csv': 'id,service_id,weekday,opens_at,closes_at\nr,s,Monday,09:00,12:00',
  'accessibility_for_disabilities.csv': 'id,location_id,accessibility,details\nc,l,Wheelchair access,ramped',
  'service_taxonomy.csv': 'id,service_id,taxonomy_id\nx,s,stop',
  'taxonomy.csv': 'id,name\nstop,Stop smoking',
  'phones.csv': 'id,contact_id,number\np,k,01632 960801\nq,nobody,01632 960802',
  'contacts.csv': 'id,service_id,name\nk,s,A. Person',
  'funding.csv': 'id,service_id,source\nf,s,A grant',
};

describe('a folder or a zip', () => {
  it.each([
    ['one record in each file', folder({ 'a.json': JSON.stringify(whole), 'b.json': JSON.stringify(other) })],
    ['a page in each file', folder({ 'p1.json': `{"contents":${both}}`, 'p2.json': '{"contents":[]}' })],
    ['a zip of pages', single(zipped({ 'p1.json': `{"contents":${both}}`, '__MACOSX/x': '?' }))],
    ['a zip of one file', single(zipped({ 'services.json': both }))],
    ['a single file', single(both)],
  ])('reads %s', async (_, feed) => {
    expect((await imported([feed])).names).toEqual(['Stop smoking', 'Walks']);
  });
  it('joins a tabular package, whatever its version calls the tables', async () => {
    for (const feed of [folder({ ...tables, ...older }), single(zipped({ ...tables, ...older }))]) {
      const { services, report } = await imported([feed]);
      expect(services).toHaveLength(2);
      expect(services[0]).toMatchObject({
        name: 'Quit',
        organization: { id: 'o', name: 'Wexmarsh Health (invented)' },
        needs: [{ need: 'stop-smoking' }],
        locations: [{ id: 'l', name: 'Hub', address: '1 Saltgate, Wexmarsh, ZY1 1AA', stepFree: 'yes' }],
        hours: [{ day: 1, opens: '09:00', closes: '12:00' }],
        phone: '01632 960801',
      });
      expect(report.feeds[0]?.notCarried).toMatchObject({
        postal_addresses: 1,
        funding: 1,
        'locations (of no service here)': 1,
        'phones (of no service here)': 1,
        'file "datapackage.json"': 1,
      });
    }
  });
  it('takes a row once that stands in the singular and in the plural table', async () => {
    const row = 'id,location_id,address_1\na,l,1 Saltgate';
    const { services, report } = await imported([folder({ ...tables, 'address.csv': row, 'addresses.csv': row })]);
    expect(services[0]?.locations[0]?.address).toBe('1 Saltgate');
    expect(report.feeds[0]?.notCarried).not.toHaveProperty('addresses (of no service here)');
  });
  it('tells a row of a table with too many cells, with its row', async () => {
    const { report } = await imported([folder({ ...tables, 'phones.csv': 'id,service_id,number\np,s,1,2' })]);
    expect(report.feeds[0]?.repaired).toContainEqual(
      expect.objectContaining({ code: 'row-length', field: 'phones.csv, row 2' }),
    );
  });
  it('reads the other files where one is broken, and tells it', async () => {
    const feed = folder({ 'a.json': both, 'b.json': '[{"name": "Wal', 'notes.txt': 'Ask Ann', 'x.pdf': '%PDF-1.7' });
    const { report } = await imported([feed]);
    expect(report).toMatchObject({ kept: 2, unread: ['test: b.json'] });
    expect(report.feeds[0]?.repaired).toContainEqual(
      expect.objectContaining({ code: 'file-unreadable', field: 'b.json' }),
    );
    expect(report.feeds[0]?.notCarried).toMatchObject({ 'file "notes.txt"': 1, 'file "x.pdf"': 1 });
  });
  it('keeps what stood before the place where a file is broken', async () => {
    const feed = folder({ 'a.json': `${both.slice(0, -1)}, {"name": "Wal`, 'b.json': '[]' });
    expect(await imported([feed])).toMatchObject({
      names: ['Stop smoking', 'Walks'],
      report: { unread: ['test: a.json'] },
    });
  });
  it('says why, where no file can be read', async () => {
    await expect(imported([folder({ 'a.json': '[{"name": "Wal', 'b.json': '[' })])).rejects.toThrow('feed-not-json');
    await expect(imported([folder({ 'README.md': 'Nothing here', 'b.md': 'Nor here' })])).rejects.toThrow('feed-empty');
  });
});

describe('a hostile zip', () => {
  const zip = zipped({ 'services.json': both });
  it.each([
    ['cut off', zip.slice(0, -30), 'feed-zip'],
    ['empty', zipped({}), 'feed-empty'],
    ['a workbook', zipped({ '[Content_Types].xml': '<x/>', 'xl/a.xml': '<x/>' }), 'feed-not-text'],
    ['names that lead out', zipped({ '../services.json': both }), 'leads out'],
    ['names of another system that lead out', zipped({ 'C:\\services.json': both }), 'leads out'],
    ['a file that unpacks to far more', zipped({ 'services.json': ' '.repeat(40_000_000) }), 'far more'],
  ])('is refused: %s', async (_, bytes, said) => {
    await expect(imported([single(bytes)])).rejects.toThrow(said);
  });
  it('is refused where a body is damaged, a size lies, or a password is set', async () => {
    const damaged = [
      (bytes: Uint8Array) => bytes.fill(0xff, 60, 120),
      (bytes: Uint8Array) => new DataView(bytes.buffer).setUint32(bytes.length - 22 - 59 + 24, 9, true),
      (bytes: Uint8Array) => new DataView(bytes.buffer).setUint16(bytes.length - 22 - 59 + 8, 1, true),
      (bytes: Uint8Array) => new DataView(bytes.buffer).setUint32(bytes.length - 22 - 59 + 42, 5, true),
      (bytes: Uint8Array) => new DataView(bytes.buffer).setUint32(bytes.length - 22 + 16, 4_000_000_000, true),
    ];
    for (const damage of damaged) {
      const bytes = zip.slice();
      damage(bytes);
      await expect(imported([single(bytes)])).rejects.toThrow('feed-zip');
    }
  });
});

it('reads or refuses a zip with any bytes changed', async () => {
  const zip = zipped({ 'a.json': both, 'b.csv': 'name,phone\nWalks,112' });
  const change = fc.tuple(fc.nat(zip.length - 1), fc.nat(255));
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
      const bytes = zip.slice();
      for (const [at, byte] of changes) bytes[at] = byte;
      try {
        await imported([single(bytes)]);
      } catch (error) {
        if (!(error instanceof EveryContactError)) throw error;
        expect(error.code).toMatch(/^feed-/);
      }
    }),
    { numRuns: 300 },
  );
});

describe('several feeds', () => {
  it('take a UUID for one service, and keep that of the first feed', async () => {
    const { report, services } = await imported([
      single(both, 'council'),
      single(JSON.stringify([{ ...whole, id: whole.id.toUpperCase(), name: 'Quit' }]), 'county'),
    ]);
    expect(services.map(({ provenance }) => provenance.feed)).toEqual(['council', 'council']);
    expect(report.feeds[1]?.merged).toMatchObject([{ code: 'another-feed', did: 'kept the one of "council"' }]);
  });
  it('keep two services apart that share an id of their own making, and merge one that is the same', async () => {
    const { services, report } = await imported([
      single('id,name,organization,phone\n1,Quit,North (invented),112\n2,Walks,Wexmarsh (invented),112', 'north'),
      single(
        'id,name,organization,phone\n1,Swim,South (invented),113\n1,Swim,South (invented),113\n2,walks,Wexmarsh (invented),112',
        'south',
      ),
    ]);
    expect(services.map(({ id, name }) => `${id} ${name}`)).toEqual(['1 Quit', '2 Walks', '1-2 Swim']);
    expect(report.feeds[1]?.merged.map(({ code }) => code)).toEqual(['duplicate-id', 'another-feed']);
    expect(report.feeds[1]?.repaired).toContainEqual(expect.objectContaining({ code: 'id-taken', did: 'named 1-2' }));
  });
  it('carry the licence and the attribution they are given', async () => {
    const { services } = await imported([single(both)], { licence: 'OGL 3.0', attribution: 'Wexmarsh (invented)' });
    expect(services[0]?.provenance).toMatchObject({ licence: 'OGL 3.0', attribution: 'Wexmarsh (invented)' });
  });
});

describe('the last good import', () => {
  it('is to be kept where a feed comes back empty', async () => {
    for (const content of ['', ' \n', '[]', '{"total_items": 0, "contents": []}', 'name,phone\n']) {
      await expect(imported([single(both, 'good'), single(content, 'bad')])).rejects.toThrow('feed-empty');
    }
  });
  it('is compared with a feed that shrank by more than half', async () => {
    expect((await imported([single(both)], { lastGood: 5 })).report.shrank).toEqual({ from: 5, to: 2 });
    expect((await imported([single(both)], { lastGood: 4 })).report).not.toHaveProperty('shrank');
  });
});

it('tells how far it is, in bytes and records', async () => {
  const heard: Progress[] = [];
  const halves = [strToU8(both).slice(0, 100), strToU8(both).slice(100)];
  const feed = { name: 'test', files: [{ name: 'x', size: both.length, read: () => halves }] };
  await imported([feed], { onProgress: (progress) => heard.push(progress) });
  expect(heard.map(({ bytes, of }) => [bytes, of])).toEqual([
    [100, both.length],
    [both.length, both.length],
  ]);
});

it('tells each entry to whoever listens, where the report only counts', async () => {
  const many = Array.from({ length: 1200 }, (_, at) => ({ ...whole, id: `walk-${at}`, name: `Walk ${at}` }));
  let heard = 0;
  const { report } = await imported([single(JSON.stringify(many))], { onEntry: () => (heard += 1) });
  expect([heard, report.feeds[0]?.times['id-not-uuid'], report.feeds[0]?.repaired.length]).toEqual([1200, 1200, 1000]);
});

describe('a format of another package', () => {
  const provenance = { feed: 'test', fetchedAt: read.fetchedAt };
  const format: Format = {
    name: 'names in angle brackets',
    detect: (beginning) => beginning.startsWith('<names>'),
    async *read(text, given) {
      let all = '';
      for await (const piece of text) all += piece;
      const note = { field: 'name', found: 'x', did: 'dropped', why: 'no name', code: 'own-code' };
      for (const [, name = ''] of all.matchAll(/<(?!names)(\w*)>/g)) {
        if (name === '') yield { dropped: note, notCarried: ['colour'] };
        else yield { service: { ...sample, id: name, name, provenance: given.provenance }, notes: [note] };
      }
    },
  };
  let sample: Service;

  it('reads what it knows, several files together, into the same report', async () => {
    [sample] = (await imported([single(both)])).services as [Service];
    const { names, report } = await imported(
      [folder({ 'a.csv': '<names>\n<Anna>\n<>', 'b.csv': '<names>\n<Bo>\n<Anna>', 'c.json': both })],
      { formats: [format] },
    );
    expect(names).toEqual(['Stop smoking', 'Walks', 'Anna', 'Bo']);
    expect(report).toMatchObject({ read: 6, kept: 4, merged: 1, dropped: 1 });
    expect(report.feeds[0]).toMatchObject({ notCarried: { colour: 1 }, times: { 'own-code': 3 } });
    expect(sample.provenance).toEqual(provenance);
  });
});
