import type { DirectoryQuery, Service } from '@everycontact/core';
import { match } from '@everycontact/core/directory';
import { aQuery, aService, testDirectory } from '@everycontact/core/testing';
import { describe, expect, it } from 'vitest';
import { inventedServices, seeded } from '../../test/invented-services.js';
import { openServices } from './open.js';
import { writeServices } from './write.js';

const asOf = '2026-11-21T06:00:00.000Z';
const open = (services: readonly Service[], at = asOf) => openServices(writeServices(services, { asOf: at }).index);

function inventedQuery(random: () => number): DirectoryQuery {
  const one = <Value>(...values: readonly [Value, ...Value[]]) =>
    values[Math.floor(random() * values.length)] ?? values[0];
  const near = one(
    { latitude: 51.4 + random() / 100, longitude: -2.6 },
    { latitude: 50 + random() * 6, longitude: -4 + random() * 3 },
    { area: one('BS1', 'E06000023', 'E06000024', 'LS2', 'X') },
    undefined,
  );
  const maybe = (name: string, value: string | number | boolean) =>
    random() < 0.35 ? { [`context.${name}`]: value } : {};
  return aQuery({
    need: one('stop-smoking', 'stop-smoking', 'be-active', 'drink-less', 'no-such-need'),
    facts: {
      ...maybe('age', Math.floor(random() * 90)),
      ...maybe('pregnant', random() < 0.5),
      ...maybe('gender', one('woman', 'man', 'other')),
      ...maybe('language', one('ti', 'pl', 'en', 'so')),
      ...maybe('mustBeFree', true),
      ...maybe('stepFree', true),
    },
    occasion: { setting: one('patient', 'patient', 'staff'), mayRefer: random() < 0.5, ...(near && { near }) },
    at: `2026-11-${one('21', '22', '23')}T${one('01', '09', '16')}:30:00.000Z`,
    ...(random() < 0.5 && { limit: one(1, 3, 10) }),
  });
}

describe('the services file', () => testDirectory(it, (services, at) => open(services, at)));

const sizes = [
  [0, 3],
  [1, 20],
  [3, 40],
  [12, 80],
  [60, 80],
  [400, 80],
  [3_000, 15],
] as const;

describe('find', () => {
  it('answers word for word what looking at every service answers', async () => {
    const random = seeded(21);
    for (const [count, questions] of sizes) {
      const services = inventedServices(count, 100 + count);
      const directory = open(services);
      for (let i = 0; i < questions; i++) {
        const query = inventedQuery(random);
        expect(await directory.find(query), JSON.stringify(query)).toEqual(match(services, query, asOf));
      }
    }
  }, 60_000);

  it('finds what is near by phone, and what is ruled out, however far away those have their places', async () => {
    const at = (id: string, latitude: number, over: Partial<Service> = {}) =>
      aService({
        id,
        cost: 'paid',
        locations: [{ id: 'place', latitude, longitude: -1, stepFree: 'unknown' }],
        area: { kind: 'national' },
        // Open and checked, so that nothing but the distance keeps a node apart.
        hours: ([1, 2, 3, 4, 5, 6, 7] as const).map((day) => ({ day, opens: '00:00', closes: '23:59' })),
        assuredOn: '2026-11-01',
        ...over,
      });
    const services = [
      ...Array.from({ length: 900 }, (_, i) => at(`near-${i}`, 51 + (i % 30) / 10_000)),
      ...Array.from({ length: 900 }, (_, i) => at(`north-${i}`, 53 + i / 200)),
      ...Array.from({ length: 900 }, (_, i) => at(`south-${i}`, 49 - i / 200)),
      ...[54.5, 56, 57].map((latitude) => at(`line-${latitude}`, latitude, { delivery: ['phone'], cost: 'free' })),
      ...[47, 46, 45].map((latitude) => at(`old-${latitude}`, latitude, { minimumAge: 70 })),
    ];
    const query = aQuery({
      facts: { 'context.age': 41 },
      occasion: { setting: 'patient', near: { latitude: 51, longitude: -1 } },
    });
    const answer = await open(services).find(query);
    expect(answer.matches.map(({ service }) => service).slice(0, 3)).toEqual(['line-54.5', 'line-56', 'line-57']);
    expect(answer.excluded.map(({ service }) => service)).toEqual(['old-47', 'old-46', 'old-45']);
    expect(answer).toEqual(match(services, query, asOf));
  });

  it('has what this pair of people can act on now before all that is nearer', async () => {
    const said = { professional: 'unknown', appointment: 'unknown', 'drop-in': 'unknown' } as const;
    const at = (id: string, latitude: number, self: 'yes' | 'unknown') =>
      aService({
        id,
        access: { ...said, self },
        locations: [{ id: 'place', latitude, longitude: -1, stepFree: 'unknown' }],
      });
    const services = [
      ...Array.from({ length: 900 }, (_, i) => at(`near-${i}`, 51 + i / 10_000, 'unknown')),
      ...Array.from({ length: 90 }, (_, i) => at(`far-${i}`, 53 + i / 10_000, 'yes')),
    ];
    const query = aQuery({ occasion: { setting: 'patient', near: { latitude: 51, longitude: -1 } } });
    const answer = await open(services).find(query);
    expect(answer.matches.map(({ service }) => service)).toEqual(['far-0', 'far-1', 'far-2', 'far-3', 'far-4']);
  });

  it('stops between ranking and reading where it is stopped then', async () => {
    const services = inventedServices(50, 9);
    let aborted = false;
    const { index, texts } = writeServices(services, { asOf, texts: 'beside' });
    const directory = openServices(index, {
      texts: (shard) => {
        aborted = true;
        return Promise.resolve(texts[shard] ?? new Uint8Array());
      },
    });
    const signal = {
      get aborted() {
        return aborted;
      },
      addEventListener: () => undefined,
    };
    await expect(directory.find(aQuery(), { signal })).rejects.toThrow('The look-up was stopped.');
  });
});
