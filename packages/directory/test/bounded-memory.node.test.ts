import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { importServices } from '../src/import/import-services.js';
import { read, whole } from './one-service.js';

// What is alive after the garbage is gone, in megabytes.
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
function alive(): number {
  collect();
  return process.memoryUsage().heapUsed / 1e6;
}

const records = 7_000;
const padding = 'x'.repeat(15_000);
const record = (at: number) => {
  const id = `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
  return JSON.stringify({ ...whole, id, name: `Walk ${at}`, url: 'www.example.org', x_vendor: padding });
};

/** A third of what comes in would be more: what grows is the ids and the report. */
const megabytesAlive = 30;

it.each([
  ['a list', '[', ',', ']'],
  ['a page', '{"total_items":7000,"contents":[', ',', ']}'],
])(
  'reads %s of 100 MB in the memory of a few records and the ids',
  async (_, before, between, after) => {
    function* bytes(): Generator<Uint8Array> {
      yield Buffer.from(before);
      for (let at = 0; at < records; at += 50) {
        const some = Array.from({ length: 50 }, (_, more) => record(at + more)).join(between);
        yield Buffer.from((at === 0 ? '' : between) + some);
      }
      yield Buffer.from(after);
    }
    const start = alive();
    let [kept, length, most] = [0, 0, 0];
    const report = await importServices([{ name: 'test', files: [{ name: 'test', read: bytes }] }], {
      fetchedAt: read.fetchedAt,
      onService: () => {
        kept += 1;
        if (kept % 1000 === 0) most = Math.max(most, alive() - start);
      },
      onProgress: ({ bytes }) => (length = bytes),
    });
    expect([kept, report.kept, report.feeds[0]?.times['url-scheme-added']]).toEqual([records, records, records]);
    expect(length).toBeGreaterThan(100e6);
    expect(most).toBeLessThan(megabytesAlive);
    expect(most).toBeGreaterThan(0);
  },
  60_000,
);
