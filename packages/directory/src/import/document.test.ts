import type { Service } from '@everycontact/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read, whole } from '../../test/one-service.js';
import { decoding, textOf } from '../feed/bytes.js';
import type { Item } from '../feed/item.js';
import { formOf } from '../feed/form.js';
import { defaultTopics } from '../needs.js';
import { document } from './document.js';
import { Ids } from './ids.js';
import { Intake } from './intake.js';

const other = { ...whole, id: 'b2a7d7a0-52b5-4bc7-8ac0-3a3f34b1a0f1', name: 'Håb "x", {y} \\ 🚶' };
const records = [whole, other];
const lines = records.map((record) => JSON.stringify(record));
const csv = 'name;phone;description\r\n"Å; café";112;"One.\r\nTwo ""three""."\r\n5" pipe;113;\r\n';
const forms = [
  JSON.stringify(records, null, 2),
  JSON.stringify({ total_items: 9, contents: records, last: true }),
  `${lines.join('\r\n')}\n`,
  `${lines.join('\n')}\n{"name": "Wal`,
  records.map((record) => JSON.stringify({ contents: [record] }, null, 1)).join('\n'),
  csv,
  csv.replaceAll('\r\n', '\n'),
];

/** What comes of a text that arrives in these pieces. */
function readIn(pieces: readonly string[]) {
  const shared = { today: '2026-11-22', topics: defaultTopics, ids: new Ids(), seen: new Map<string, string>() };
  const intake = new Intake(shared, { feed: 'test', fetchedAt: read.fetchedAt });
  const services: Service[] = [];
  const reading = document(intake, 'test', (service) => void services.push(service), new Map());
  for (const piece of pieces) reading.push(piece);
  reading.end();
  services.push(...intake.end());
  return { services, report: intake.report() };
}

const cut = <T extends string | Uint8Array>(whole: T, at: readonly number[]): T[] => {
  const cuts = [0, ...at.map((one) => one % (whole.length + 1)).sort((a, b) => a - b), whole.length];
  return cuts.slice(1).map((to, index) => whole.slice(cuts[index], to) as T);
};

describe('a text that arrives in pieces', () => {
  it('gives the same records, wherever it is cut', () => {
    const found = (text: string, at: readonly number[]) => {
      const { reader } = formOf(text, 'test', new Map());
      const items: Item[] = [];
      const keep = (item: Item) => void items.push(item);
      for (const piece of cut(text, at)) reader.push(piece, keep);
      reader.end(keep);
      return items;
    };
    fc.assert(
      fc.property(fc.constantFrom(...forms), fc.array(fc.nat(2000), { maxLength: 12 }), (text, at) => {
        expect(found(text, at)).toEqual(found(text, []));
      }),
      { numRuns: 500 },
    );
  });
  it('gives the same letters, wherever the bytes are cut', () => {
    const bytes = [
      Buffer.from('\ufeffHåb 🚶 ’'),
      Buffer.from('Håb ø', 'latin1'),
      Buffer.concat([Buffer.from('Håb '), Buffer.from('Håb', 'latin1')]),
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Håb 🚶', 'utf16le')]),
    ];
    fc.assert(
      fc.property(fc.constantFrom(...bytes), fc.array(fc.nat(40), { maxLength: 8 }), (all, at) => {
        const reading = decoding();
        const text = cut<Uint8Array>(all, at)
          .map((piece) => reading.push(piece))
          .join('');
        expect({ text: text + reading.end(), legacy: reading.legacy }).toEqual(textOf(all));
      }),
    );
  });
  it('reads the letters of a file that is half UTF-8 and half Windows-1252', () => {
    const bytes = Buffer.concat([Buffer.from('Håb “a” '), Buffer.from([0x93, 0x48, 0xe5, 0x62, 0x94])]);
    expect(textOf(bytes)).toEqual({ text: 'Håb “a” “Håb”', legacy: true });
  });
});

describe('a page too long to hold', () => {
  const long = 'x'.repeat(3_000_000);
  const services = records.flatMap((record, index) => [
    { ...record, description: long },
    { ...record, id: `c${index}2a7d7a-52b5-4bc7-8ac0-3a3f34b1a0f1`, name: `Walk ${index}`, description: long },
  ]);
  const pieces = (text: string) => cut(text, [1e6, 3e6, 5e6, 9e6, 11e6]);

  it('is read record by record, and its total is held against what arrives', () => {
    const text = JSON.stringify({ total_items: 31, 'a [b': [1], contents: services, last_page: true, other: [1] });
    const read = readIn(pieces(`${text}\n${text}`));
    expect(read.report).toMatchObject({ read: 8, kept: 4, times: { 'duplicate-id': 4 }, notCarried: { other: 2 } });
    expect(read.report.repaired).toContainEqual(
      expect.objectContaining({ code: 'total-differs', field: 'total_items', found: '31', did: 'read 8' }),
    );
  });
  it('is refused where it is cut off', () => {
    const text = JSON.stringify({ contents: services }).slice(0, -3);
    expect(() => readIn(pieces(text))).toThrow('feed-not-json');
  });
  it('is not mistaken for a list where an organisation lists its services', () => {
    const text = JSON.stringify({
      id: 'o',
      services: services.map(({ organization: _, ...rest }) => rest),
      name: 'Org',
    });
    expect(readIn(pieces(text)).services.map(({ organization }) => organization.name)).toEqual(Array(4).fill('Org'));
  });
});

it('passes over a record that is longer than any service', () => {
  const text = `[${JSON.stringify({ ...whole, description: 'x'.repeat(33_000_000) })},${JSON.stringify(other)}]`;
  const { services, report } = readIn(cut(text, [1e7, 2e7, 3e7]));
  expect(services.map(({ id }) => id)).toEqual([other.id]);
  expect(report.dropped).toMatchObject([{ index: 0, code: 'record-too-long' }]);
});

it('drops a record of a list that is no JSON, and reads the others', () => {
  const { report } = readIn([`[{"name": undefined}, ${lines[0] ?? ''}]`]);
  expect(report).toMatchObject({ read: 2, kept: 1, dropped: [{ index: 0, code: 'line-unreadable' }] });
});
