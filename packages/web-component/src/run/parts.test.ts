import { expect, test, vi } from 'vitest';
import { part } from './parts.js';

// The page has stayed open over a release that named its files anew.
vi.mock('../parts/prompting.js', () => Promise.reject(new Error('Failed to fetch')));

test('names the part that cannot be loaded, what came instead, and what helps', async () => {
  await expect(part('prompting')).rejects.toThrow(/part-missing\] .*"prompting".*load it again/);
});
