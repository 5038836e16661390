import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aService } from '@everycontact/core/testing';
import { openReferralDirectory, toOpenReferral } from '@everycontact/directory';
import { writeServices } from '@everycontact/directory/services-file';
import { describe, expect, it, vi } from 'vitest';
import { main } from '../src/main.js';
import { refused, run } from './own-pack.js';
import { typed } from './streams.js';

const folder = mkdtempSync(join(tmpdir(), 'everycontact-serve-'));
const at = (place: string, latitude: number) => ({
  id: place,
  name: place,
  latitude,
  longitude: -1.4,
  stepFree: 'unknown' as const,
});
// The places of one lie together, far from those of the other, as they are sorted in a services file.
const services = [
  aService({
    id: 's0',
    name: 'Walking group (invented)',
    locations: ['Mill', 'Hall', 'Park'].map((name) => at(name, 52.9)),
  }),
  aService({
    id: 's1',
    name: 'Stop smoking (invented)',
    locations: ['Clinic', 'Shop', 'Pier'].map((name) => at(name, 55)),
  }),
];
const feed = join(folder, 'feed.json');
writeFileSync(feed, JSON.stringify(services.map(toOpenReferral)));

/** The command with a server that listens: its address, and a way to end it as a signal would. */
async function serving(file: string) {
  const terminal = typed();
  const ended = main(['directory', 'serve', file, '--port', '0'], terminal);
  const address = await vi.waitFor(() => {
    const [found] = /http:\/\/\S+(?=\/services)/.exec(terminal.printed.out) ?? [];
    if (found === undefined) throw new Error(terminal.printed.err);
    return found;
  });
  return {
    address,
    terminal,
    end: async (signal: 'SIGINT' | 'SIGTERM') => {
      process.emit(signal, signal);
      return ended;
    },
  };
}

describe('directory serve', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('serves a feed on this machine until %s', async (signal) => {
    const { address, terminal, end } = await serving(feed);
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(terminal.printed.out).toContain('2 services at ');
    const page = (await (await fetch(`${address}/services?search=walking`)).json()) as { contents: { id: string }[] };
    expect(page.contents.map(({ id }) => id)).toEqual(['s0']);
    expect((await fetch(`${address}/services/none`)).status).toBe(404);
    expect(await end(signal)).toBe(0);
    await expect(fetch(address)).rejects.toThrow();
  });

  it('ends after the answers under way', async () => {
    const { address, end } = await serving(feed);
    const answer = await fetch(`${address}/services?format=ndjson`);
    const ended = end('SIGTERM');
    expect((await answer.text()).trimEnd().split('\n')).toHaveLength(2);
    expect(await ended).toBe(0);
  });

  it('serves a services file, which our own directory of remote servers can read', async () => {
    const file = join(folder, 'wexmarsh.services');
    writeFileSync(file, writeServices(services, { asOf: '2026-11-21T06:00:00.000Z' }).index);
    const { address, end } = await serving(file);
    const { services: read } = await openReferralDirectory({ url: address, fetch }).refresh();
    expect(read.map(({ id, name }) => [id, name]).sort()).toEqual(services.map(({ id, name }) => [id, name]).sort());
    expect(await (await fetch(address)).json()).toMatchObject({ as_of: '2026-11-21T06:00:00.000Z' });
    await end('SIGINT');
  });

  it('serves a folder of records, and a services file whose records stand beside it', async () => {
    const records = join(folder, 'records');
    mkdirSync(records);
    services.forEach((service, at) =>
      writeFileSync(join(records, `${at}.json`), JSON.stringify(toOpenReferral(service))),
    );
    const index = join(folder, 'beside.services');
    const written = writeServices(services, { asOf: '2026-11-21T06:00:00.000Z', texts: 'beside' });
    writeFileSync(index, written.index);
    mkdirSync(join(folder, 'beside.texts'));
    written.texts.forEach((bytes, at) => writeFileSync(join(folder, 'beside.texts', String(at)), bytes));
    for (const file of [records, index]) {
      const { address, end } = await serving(file);
      const { contents } = (await (await fetch(`${address}/services`)).json()) as { contents: { name: string }[] };
      expect(contents.map(({ name }) => name).sort()).toEqual(services.map(({ name }) => name).sort());
      await end('SIGTERM');
    }
  });

  it('says what it cannot serve, and where it cannot', async () => {
    expect(await run('directory', 'serve')).toMatchObject(refused(2, /file with services/));
    expect(await run('directory', 'serve', join(folder, 'none'))).toMatchObject(refused(2, /file-unreadable/));
    expect(await run('directory', 'serve', feed, '--port', 'many')).toMatchObject(refused(2, /--port/));
    const { address, end } = await serving(feed);
    expect(await run('directory', 'serve', feed, '--port', new URL(address).port)).toMatchObject(
      refused(2, /EADDRINUSE/),
    );
    await end('SIGTERM');
  });
});
