import type { Service } from '@everycontact/core';
import { aService } from '@everycontact/core/testing';
import { metresBetween } from '@everycontact/core/directory';
import { describe, expect, it } from 'vitest';
import { inventedServices, seeded } from '../../test/invented-services.js';
import type { PlainQuestion } from './nearest.js';
import { openServices } from './open.js';
import { writeServices } from './write.js';

const asOf = '2026-11-21T06:00:00.000Z';
const open = (services: readonly Service[]) => openServices(writeServices(services, { asOf }).index);

const fits = (service: Service, { need, language, age, selfReferral }: PlainQuestion) =>
  service.needs.some((one) => one.need === need) &&
  (language === undefined || service.languages.some((one) => one.split('-')[0] === language)) &&
  (age === undefined || (age >= (service.minimumAge ?? 0) && age <= (service.maximumAge ?? Infinity))) &&
  (!selfReferral || service.access.self === 'yes' || service.access['drop-in'] === 'yes');

const metresTo = ({ locations }: Service, near: PlainQuestion['near']) =>
  Math.min(
    ...locations.flatMap(({ latitude, longitude }) =>
      latitude === undefined || longitude === undefined ? [] : [metresBetween(near, { latitude, longitude })],
    ),
  );

describe('a plain search', () => {
  it('finds what looking at every service finds', async () => {
    const random = seeded(11);
    for (const count of [0, 1, 7, 40, 300, 2_000]) {
      const services = inventedServices(count, count);
      const directory = open(services);
      for (let i = 0; i < 60; i++) {
        const question: PlainQuestion = {
          need: i % 20 ? 'stop-smoking' : 'no-such-need',
          near: { latitude: 51 + random() * 5, longitude: -4 + random() * 3 },
          limit: 1 + Math.floor(random() * 12),
          ...(random() < 0.3 && { language: random() < 0.5 ? 'ti' : 'en' }),
          ...(random() < 0.5 && { age: Math.floor(random() * 90) }),
          ...(random() < 0.5 && { selfReferral: true }),
        };
        const found = await Promise.all(directory.search(question).map((number) => directory.read(number)));
        const all = services.filter((one) => fits(one, question));
        expect(found.every((one) => fits(one, question))).toBe(true);
        expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
        const nearest = all.map((one) => metresTo(one, question.near)).sort((a, b) => (a < b ? -1 : 1));
        expect(found.map((one) => metresTo(one, question.near))).toEqual(nearest.slice(0, question.limit));
      }
    }
  });

  it('finds by the shortest way round, and far away, and nothing where nothing is wanted', async () => {
    const at = (id: string, latitude: number, longitude: number) =>
      aService({ id, locations: [{ id: 'a', latitude, longitude, stepFree: 'unknown' }] });
    const services = [
      ...Array.from({ length: 200 }, (_, i) => at(`west-${i}`, -17, 170 + i / 100)),
      ...Array.from({ length: 200 }, (_, i) => at(`east-${i}`, -17, -179.9 + i / 100)),
      ...Array.from({ length: 200 }, (_, i) => at(`north-${i}`, 78 + i / 100, i - 100)),
    ];
    const directory = open(services);
    const need = services[0]?.needs[0]?.need ?? '';
    for (const near of [
      { latitude: -17, longitude: 179.9 },
      { latitude: 79.5, longitude: 12 },
      { latitude: 20, longitude: 0 },
    ]) {
      const found = await Promise.all(directory.search({ need, near }).map((number) => directory.read(number)));
      const nearest = services.map((one) => metresTo(one, near)).sort((a, b) => a - b);
      expect(found.map((one) => metresTo(one, near))).toEqual(nearest.slice(0, 10));
    }
    expect(directory.search({ need, near: { latitude: 1, longitude: 1 }, limit: 0 })).toEqual([]);
  });

  it('tells more than thirty-two needs and languages apart', async () => {
    const services = Array.from({ length: 400 }, (_, i) =>
      aService({
        id: `s${i}`,
        needs: [{ need: `need-${i % 80}`, how: 'main' }],
        languages: [`q${String.fromCharCode(97 + (i % 25))}`, `z${String.fromCharCode(97 + (i % 20))}`],
        locations: [{ id: 'a', latitude: 51 + i / 1000, longitude: -1, stepFree: 'unknown' }],
      }),
    );
    const directory = open(services);
    const near = { latitude: 51, longitude: -1 };
    for (const need of ['need-3', 'need-77']) {
      const found = await Promise.all(directory.search({ need, near }).map((number) => directory.read(number)));
      expect(found.map(({ needs }) => needs[0]?.need)).toEqual(Array(5).fill(need));
    }
    const spoken = directory.search({ need: 'need-60', language: 'qk', near });
    expect((await Promise.all(spoken.map((number) => directory.read(number)))).map(({ id }) => id)).toEqual(['s60']);
  });
});
