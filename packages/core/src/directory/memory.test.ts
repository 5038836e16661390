import { expect, it } from 'vitest';
import { aService } from '../testing.js';
import type { DirectoryQuery } from './directory.js';
import { memoryDirectory } from './memory.js';
import type { Service } from './service.js';

const query = { need: 'stop-smoking' } as unknown as DirectoryQuery;

it.each([
  'organization',
  'needs',
  'delivery',
  'locations',
  'area',
  'who',
  'languages',
  'access',
  'provenance',
] as const)('says which service lacks "%s" instead of falling over it', async (part) => {
  const { [part]: _, ...rest } = aService({ id: 'quit' });
  const directory = memoryDirectory([aService({ id: 'whole' }), rest as Service], '2026-11-22T09:00:00.000Z');
  await expect(directory.find(query)).rejects.toThrow(`the service "quit" without "${part}"`);
});

it('says so of what is no service at all', async () => {
  const directory = memoryDirectory([null as unknown as Service], '2026-11-22T09:00:00.000Z');
  await expect(directory.find(query)).rejects.toThrow('without "organization"');
});

it('says so where it is handed something else than a list, such as the whole file the list stands in', async () => {
  const asOf = '2026-11-22T09:00:00.000Z';
  const file = { asOf, services: [aService({ id: 'quit' })] };
  const directory = memoryDirectory(file as unknown as Service[], asOf);
  await expect(directory.find(query)).rejects.toThrow('services that are not in a list');
});
