import { expect, it, vi } from 'vitest';
import { platformClock } from './fetch.js';

it('a wait that is over listens to its signal no more', async () => {
  const { signal } = new AbortController();
  const listening = new Set<unknown>();
  vi.spyOn(signal, 'addEventListener').mockImplementation((_: string, one: unknown) => void listening.add(one));
  vi.spyOn(signal, 'removeEventListener').mockImplementation((_: string, one: unknown) => void listening.delete(one));
  const waiting = platformClock.wait(0, signal);
  expect(listening.size).toBe(1);
  await waiting;
  expect(listening.size).toBe(0);
});

it('a wait ends when it is stopped', async () => {
  const stop = new AbortController();
  const waiting = platformClock.wait(60_000, stop.signal);
  stop.abort();
  await expect(waiting).resolves.toBeUndefined();
});
