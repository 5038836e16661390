import { expect, it } from 'vitest';
import { read, whole } from '../../test/one-service.js';
import { readServices } from '../read-services.js';
import { reportLines } from './lines.js';

const id = (n: number) => `ac148810-d857-441c-9679-408f346de1${n}`;

it('tells in plain words what became of a feed', () => {
  const records = [
    whole,
    { ...whole, id: whole.id.toUpperCase() },
    { id: id(10), status: 'active' },
    { ...whole, id: id(11), name: 'Walks', url: 'example.org', logo: 'x' },
  ];
  expect(reportLines(readServices(JSON.stringify(records), read).report)).toEqual([
    'Feed "test": 4 read, 2 kept, 1 merged, 1 dropped.',
    'Dropped:',
    `  record 3 (${id(10)}): name, found nothing; dropped: a service without a name cannot be shown. [nameless]`,
    'Merged:',
    `  record 2 "Stop smoking" (${whole.id.toUpperCase()}): id, found ${whole.id.toUpperCase()}; kept the first: an earlier record has the same id. [duplicate-id]`,
    'Repaired or doubtful (1):',
    `  record 4 "Walks" (${id(11)}): url, found example.org; read as https://example.org/: the address had no https:// in front. [url-scheme-added]`,
    'Not carried over, and how often:',
    '  logo 1',
  ]);
});
it('counts more than three repairs of one kind and shows three', () => {
  const records = [10, 11, 12, 13, 14].map((n) => ({ ...whole, id: id(n), name: `Walk ${n}`, status: 'live' }));
  const lines = reportLines(readServices(JSON.stringify(records), read).report);
  expect(lines).toHaveLength(6);
  expect(lines[2]).toBe('  5 times, it is not active, inactive, defunct or temporarily closed, e.g. [status-unknown]');
});
it('has nothing to add about a feed without a fault', () => {
  expect(reportLines(readServices(JSON.stringify([whole]), read).report)).toEqual([
    'Feed "test": 1 read, 1 kept, 0 merged, 0 dropped.',
  ]);
});
