import { EveryContactError } from '@everycontact/core';
import { aQuery, aService } from '@everycontact/core/testing';
import { describe, expect, it } from 'vitest';
import { inventedServices, seeded } from '../../test/invented-services.js';
import { openServices } from './open.js';
import { writeServices } from './write.js';

const asOf = '2026-11-21T06:00:00.000Z';
const services = inventedServices(300, 5);
const { index } = writeServices(services, { asOf });

const codeOf = (attempt: () => unknown) => {
  try {
    attempt();
    return 'none';
  } catch (error) {
    return error instanceof EveryContactError ? error.code : error;
  }
};

describe('a services file', () => {
  it('has the same bytes whatever order the services come in', () => {
    const shuffled = [...services].sort((a, b) => (a.name < b.name ? 1 : -1));
    expect(Buffer.compare(writeServices(shuffled, { asOf }).index, index)).toBe(0);
  });

  it('gives back every service as it was, from one file or from shards beside it', async () => {
    const beside = writeServices(services, { asOf, texts: 'beside' });
    const texts = (shard: number) => Promise.resolve(beside.texts[shard] ?? new Uint8Array());
    const rows = Array.from({ length: 600 }, (_, i) => i);
    for (const directory of [openServices(index), openServices(beside.index, { texts })]) {
      const read = await Promise.all(rows.map((row) => directory.read(row).catch(() => undefined)));
      const found = new Map(read.flatMap((one) => (one ? [[one.id, one]] : [])));
      expect([...found.keys()].sort()).toEqual(services.map(({ id }) => id).sort());
      for (const service of services) expect(found.get(service.id)).toEqual(service);
      expect(directory.count).toBe(services.length);
    }
  });

  it('opens from shared memory and from the middle of other bytes', () => {
    const shared = new SharedArrayBuffer(index.length);
    new Uint8Array(shared).set(index);
    const middle = new Uint8Array(index.length + 3);
    middle.set(index, 3);
    const near = { latitude: 51.4, longitude: -2.6 };
    const found = openServices(index).search({ need: 'be-active', near });
    expect(openServices(shared).search({ need: 'be-active', near })).toEqual(found);
    expect(openServices(middle.subarray(3)).search({ need: 'be-active', near })).toEqual(found);
  });

  it('refuses a newer version with both numbers', () => {
    const newer = index.slice();
    newer[8] = 2;
    expect(() => openServices(newer)).toThrow(/version 2; this release reads up to 1/);
  });

  it('refuses every changed byte of its head, and a file cut short', () => {
    const headEnd = 32 + new DataView(index.buffer).getUint32(16, true);
    for (let at = 0; at < headEnd; at++) {
      const broken = index.slice();
      broken[at] = (broken[at] ?? 0) ^ 0x11;
      expect(codeOf(() => openServices(broken))).toMatch(/^services-file-/);
    }
    for (const length of [0, 7, 31, 40, index.length - 1])
      expect(codeOf(() => openServices(index.slice(0, length)))).toMatch(/^services-file-/);
  });

  it('finds any changed byte of its body on verify', () => {
    const random = seeded(3);
    const headEnd = 32 + new DataView(index.buffer).getUint32(16, true);
    expect(codeOf(() => openServices(index).verify())).toBe('none');
    for (let i = 0; i < 100; i++) {
      const broken = index.slice();
      const at = headEnd + Math.floor(random() * (index.length - headEnd));
      broken[at] = (broken[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      expect(codeOf(() => openServices(broken).verify())).toBe('services-file-damaged');
    }
  });

  it('comes to an end on a damaged body, with numbers that exist and records that are checked', async () => {
    const random = seeded(4);
    const headEnd = 32 + new DataView(index.buffer).getUint32(16, true);
    for (let i = 0; i < 150; i++) {
      const broken = index.slice();
      for (let flips = 0; flips < 200; flips++)
        broken[headEnd + Math.floor(random() * (index.length - headEnd))] = Math.floor(random() * 256);
      const directory = openServices(broken);
      for (const language of [undefined, 'ti']) {
        const near = { latitude: 50 + random() * 6, longitude: -4 + random() * 3 };
        const found = directory.search({ need: 'be-active', near, ...(language && { language }) });
        expect(found.every((row) => Number.isInteger(row) && row >= 0 && row < 600)).toBe(true);
        for (const row of found) {
          const id = await directory.read(row).then(
            (one) => one.id,
            (error: unknown) => (error instanceof EveryContactError ? error.code : 'something else'),
          );
          expect(id === 'services-file-damaged' || services.some((one) => one.id === id)).toBe(true);
        }
      }
      const answer = await directory.find(aQuery({ need: 'be-active' })).catch((error: unknown) => error);
      if (answer instanceof Error) expect(answer).toHaveProperty('code', 'services-file-damaged');
    }
  }, 60_000);

  it('names what comes after a service in its record', async () => {
    const course = aService({ id: 'course', name: 'Course', next: ['walks'] });
    const walks = aService({ id: 'walks', name: 'Walking group' });
    const directory = openServices(writeServices([course, walks], { asOf }).index);
    const read = await Promise.all([0, 1].map((number) => directory.read(number)));
    expect(read.find(({ id }) => id === 'course')?.nextNames).toEqual(['Walking group']);
  });

  it('gives the records inside it, and asks for none beside it', async () => {
    const directory = openServices(index, { texts: () => Promise.reject(new Error('asked beside')) });
    expect(services.map(({ id }) => id)).toContain((await directory.read(0)).id);
  });

  it('refuses two services of one id', () => {
    const [first] = services;
    expect(codeOf(() => first && writeServices([first, first], { asOf }))).toBe('services-file-id-twice');
  });

  it('says that its records stand beside it where nobody gave them', async () => {
    const beside = writeServices(services, { asOf, texts: 'beside' });
    await expect(openServices(beside.index).read(0)).rejects.toThrow(/Give openServices "texts"/);
  });
});
