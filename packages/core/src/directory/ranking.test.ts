import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interfaceTexts } from '../pack/interface-texts.js';
import { aQuery, aService } from '../testing/directory-contract.js';
import type { DirectoryQuery } from './directory.js';
import { match } from './match.js';
import type { Service } from './service.js';

const asOf = '2026-11-21T06:00:00.000Z';
const stated = fc.constantFrom('yes', 'no', 'unknown');
const some = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
const told = (record: object) => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));

const service = fc
  .record({
    id: fc.uuid(),
    name: fc.constantFrom('Alder', 'Rowan', 'Sorrel'),
    needs: fc.constantFrom<Service['needs']>(
      [{ need: 'stop-smoking', how: 'main' }],
      [{ need: 'stop-smoking', how: 'wording' }],
      [{ need: 'be-active', how: 'main' }],
    ),
    state: fc.constantFrom('open', 'paused', 'closed', 'unknown'),
    delivery: fc.constantFrom(['in-person'], ['phone'], ['in-person', 'online']),
    latitude: some(fc.constantFrom(51.001, 51.01, 51.2, 53)),
    area: fc.constantFrom<Service['area']>(
      { kind: 'unknown' },
      { kind: 'national' },
      { kind: 'prefixes', codes: ['ZX1'] },
    ),
    minimumAge: some(fc.constantFrom(12, 18)),
    maximumAge: some(fc.constantFrom(17, 64.5)),
    who: fc.constantFrom<Service['who']>(
      {},
      { men: 'no' },
      { pregnant: 'no' },
      { notPregnant: 'no' },
      { staff: 'yes', others: 'no' },
    ),
    languages: fc.constantFrom([], ['en'], ['en', 'ti-ER']),
    interpreter: stated,
    cost: fc.constantFrom('free', 'paid', 'mixed', 'unknown'),
    self: stated,
    hours: some(
      fc.constantFrom<Service['hours']>(
        [{ day: 7, opens: '09:00', closes: '17:00' }],
        [{ day: 3, opens: '09:00', closes: '17:00' }],
      ),
    ),
    assuredOn: some(fc.constantFrom('2026-06-01', '2020-06-01')),
    pinned: some(fc.constant(true as const)),
  })
  .map(({ latitude, self, ...more }) =>
    aService({
      ...(told(more) as Partial<Service> & { id: string }),
      access: { self, professional: 'unknown', appointment: 'unknown', 'drop-in': 'unknown' },
      locations: latitude === undefined ? [] : [{ id: 'place', latitude, longitude: -1, stepFree: 'unknown' }],
    }),
  );
const services = fc.uniqueArray(service, { maxLength: 25, selector: ({ id }) => id });

const query = fc
  .record({
    'context.age': some(fc.constantFrom(15, 18, 70)),
    'context.pregnant': some(fc.boolean()),
    'context.gender': some(fc.constantFrom('woman', 'man', 'other')),
    'context.language': some(fc.constant('ti')),
    'context.mustBeFree': some(fc.boolean()),
    near: some(
      fc.constantFrom({ latitude: 51, longitude: -1 }, { latitude: 51, longitude: -1, area: 'ZX1' }, { area: 'ZX2' }),
    ),
  })
  .map(
    ({ near, ...facts }): DirectoryQuery =>
      aQuery({ facts: told(facts), occasion: { setting: 'patient', ...(near && { near }) } }),
  );

const all = { limit: 100, excluded: 100 };
const found = (from: readonly Service[], asked: DirectoryQuery) => match(from, asked, asOf);
const holds = (rule: (from: readonly Service[], asked: DirectoryQuery) => void) =>
  fc.assert(fc.property(services, query, rule), { seed: 4, numRuns: 300 });

describe('an answer', () => {
  it('is the same whatever order the services come in', () => {
    holds((from, asked) => {
      expect(found([...from].reverse(), asked)).toEqual(found(from, asked));
    });
  });

  it('lists every service that has the need once: fitting, or apart with the criterion that decided', () => {
    holds((from, asked) => {
      const { matches, excluded } = found(from, { ...asked, ...all });
      const having = from.filter(({ needs }) => needs.some(({ need }) => need === 'stop-smoking'));
      expect([...matches, ...excluded].map(({ service }) => service).sort()).toEqual(having.map(({ id }) => id).sort());
      expect(excluded.every(({ by }) => by.truth === false)).toBe(true);
      expect(matches.every(({ reasons }) => reasons.every(({ truth }) => truth !== false))).toBe(true);
    });
  });

  it('has the eligible before the possible', () => {
    holds((from, asked) => {
      const order = found(from, { ...asked, ...all }).matches.map(({ eligible }) => eligible);
      expect(order).toEqual([...order].sort());
    });
  });

  it('shows the first of the whole list, but for one by phone or online', () => {
    holds((from, asked) => {
      const whole = found(from, { ...asked, ...all });
      const few = found(from, asked);
      const first = whole.matches.slice(0, 5).map(({ service }) => service);
      const shown = few.matches.map(({ service }) => service);
      expect(shown).toEqual(first);
      expect(few.excluded).toEqual(whole.excluded.slice(0, 5));
    });
  });

  it('has one by phone or online among the first five where one is eligible', () => {
    holds((from, asked) => {
      const { matches } = found(from, { ...asked, ...all });
      const remote = new Set(
        from.filter(({ delivery }) => delivery.some((how) => how === 'phone' || how === 'online')).map(({ id }) => id),
      );
      const isThere = matches.some(({ service, eligible }) => eligible === 'eligible' && remote.has(service));
      if (isThere) expect(matches.slice(0, 5).some(({ service }) => remote.has(service))).toBe(true);
    });
  });

  it('has words for every reason it gives', () => {
    holds((from, asked) => {
      const { matches, excluded } = found(from, { ...asked, ...all });
      for (const { code, truth } of [...matches.flatMap(({ reasons }) => reasons), ...excluded.map(({ by }) => by)])
        expect(interfaceTexts).toHaveProperty([
          `reason.${code}.${truth === true ? 'met' : truth === false ? 'not-met' : 'check'}`,
        ]);
    });
  });

  it('relaxes a criterion only where nothing fits, and as many fit once it is let go', () => {
    holds((from, asked) => {
      const { matches, relax } = found(from, asked);
      if (matches.length) expect(relax).toBe(undefined);
      if (relax?.code !== 'age') return;
      const grown = from.map(({ minimumAge: _, maximumAge: __, ...rest }) => rest);
      expect(found(grown, { ...asked, ...all }).matches).toHaveLength(relax.would);
    });
  });
});
