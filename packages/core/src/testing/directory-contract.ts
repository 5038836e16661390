import type { Directory, DirectoryQuery } from '../directory/directory.js';
import type { Service } from '../directory/service.js';
import { newAborter } from '../platform.js';
import { withShape } from './answer-shape.js';

/** A service with nothing but what every service has; tests say only what they are about. */
export function aService(over: Partial<Service> & { readonly id: string }): Service {
  return {
    name: over.id,
    state: 'open',
    organization: { name: 'Wexmarsh Health Centre (invented)' },
    needs: [{ need: 'stop-smoking', how: 'main' }],
    delivery: ['in-person'],
    locations: [],
    area: { kind: 'unknown' },
    who: {},
    languages: [],
    interpreter: 'unknown',
    cost: 'unknown',
    access: { self: 'unknown', professional: 'unknown', appointment: 'unknown', 'drop-in': 'unknown' },
    provenance: { feed: 'test', fetchedAt: '2026-11-22T09:00:00.000Z' },
    ...over,
  };
}

export function aQuery(over: Partial<DirectoryQuery> = {}): DirectoryQuery {
  return {
    need: 'stop-smoking',
    facts: {},
    reader: { locale: 'en-GB', audience: 'worker' },
    occasion: { setting: 'patient' },
    at: '2026-11-22T09:30:00.000Z',
    timeZone: 'Europe/London',
    ...over,
  };
}

/** One rule of the contract; it rejects with what was expected and found. */
export interface Rule {
  readonly title: string;
  run(make: MakeDirectory): Promise<void>;
}
export type MakeDirectory = (services: readonly Service[], asOf: string) => Directory | Promise<Directory>;

const asOf = '2026-11-21T06:00:00.000Z';

async function ids(make: MakeDirectory, services: readonly Service[], query = aQuery()): Promise<string[]> {
  const directory = await make(services, asOf);
  return (await directory.find(query)).matches.map(({ service }) => service);
}

/** Somewhere north of where `here` asks. */
const at = (id: string, latitude: number, more: Partial<Service> = {}) =>
  aService({ id, locations: [{ id: 'place', latitude, longitude: -1, stepFree: 'unknown' }], ...more });
const here = aQuery({ occasion: { setting: 'patient', near: { latitude: 51, longitude: -1 } } });

function same(found: unknown, expected: unknown): void {
  if (JSON.stringify(found) !== JSON.stringify(expected))
    throw new Error(`expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`);
}

const rules: readonly Rule[] = [
  {
    title: 'finds by need and by nothing else',
    run: async (make) => {
      const services = [
        aService({ id: 'stop' }),
        aService({ id: 'walk', needs: [{ need: 'be-active', how: 'main' }] }),
      ];
      same(await ids(make, services), ['stop']);
    },
  },
  {
    title: 'sets apart who is known to be too old, and says which criterion decided',
    run: async (make) => {
      const directory = await make([aService({ id: 'young', maximumAge: 17 })], asOf);
      const { matches, excluded } = await directory.find(aQuery({ facts: { 'context.age': 41 } }));
      same([matches.length, excluded[0]?.by.code, excluded[0]?.by.truth], [0, 'age', false]);
    },
  },
  {
    title: 'keeps the unknown: an age not told rules nobody out',
    run: async (make) => {
      const directory = await make([aService({ id: 'young', maximumAge: 17 })], asOf);
      const [match] = (await directory.find(aQuery())).matches;
      same([match?.service, match?.eligible], ['young', 'possible']);
      same(match?.reasons.find(({ code }) => code === 'age')?.truth, 'unknown');
    },
  },
  {
    title: 'honours a language, and offers an interpreter with that reason where nobody speaks it',
    run: async (make) => {
      const services = [
        aService({ id: 'interpreted', interpreter: 'yes' }),
        aService({ id: 'spoken', languages: ['ti'] }),
      ];
      const query = aQuery({ facts: { 'context.language': 'ti' } });
      const { matches } = await (await make(services, asOf)).find(query);
      same(matches.map(({ service }) => service).sort(), ['interpreted', 'spoken']);
      same(matches.flatMap(({ reasons }) => reasons.map(({ code }) => code)).includes('interpreter'), true);
    },
  },
  {
    title: 'gives the same order whatever order the services come in',
    run: async (make) => {
      const services = ['c', 'a', 'b'].map((id) => aService({ id, cost: id === 'c' ? 'free' : 'unknown' }));
      same(await ids(make, services), ['c', 'a', 'b']);
      same(await ids(make, [...services].reverse()), ['c', 'a', 'b']);
    },
  },
  {
    title: 'orders equals by name, then by id',
    run: async (make) => {
      const services = [
        aService({ id: '3', name: 'Rowan' }),
        aService({ id: '2', name: 'Rowan' }),
        aService({ id: '1', name: 'Sorrel' }),
        aService({ id: '4', name: 'Alder' }),
      ];
      same(await ids(make, services), ['4', '2', '3', '1']);
      same(await ids(make, services, aQuery({ limit: 2 })), ['4', '2']);
    },
  },
  {
    title: 'puts the eligible before the possible, the nearer before the farther, and the free before the paid',
    run: async (make) => {
      const services = [
        at('paid', 51.001, { cost: 'paid' }),
        at('free', 51.002, { cost: 'free' }),
        at('farther', 51.05, { cost: 'free' }),
        at('far', 51.5, { cost: 'free' }),
        at('possible', 51, { minimumAge: 18 }),
      ];
      same(await ids(make, services, here), ['free', 'paid', 'farther', 'far', 'possible']);
    },
  },
  {
    title: 'puts what is open now first, and takes hours that nobody tells for unknown, not for closed',
    run: async (make) => {
      const weekly = (id: string, day: 1 | 3 | 7) =>
        aService({ id, hours: [{ day, opens: '09:00', closes: '17:00' }] });
      const services = [
        aService({ id: 'a-untold' }),
        weekly('b-wednesday', 3),
        weekly('c-monday', 1),
        weekly('d-now', 7),
      ];
      const { matches, excluded } = await (await make(services, asOf)).find(aQuery());
      same(
        matches.map(({ service }) => service),
        ['d-now', 'c-monday', 'b-wednesday', 'a-untold'],
      );
      same(excluded, []);
      same(
        matches.map(({ reasons }) => reasons.find(({ code }) => code.startsWith('open'))?.code),
        ['open-until', 'opens', 'opens', undefined],
      );
    },
  },
  {
    title: 'shows a paused service last, and a closed one apart',
    run: async (make) => {
      const services = (['closed', 'paused', 'open'] as const).map((state) => aService({ id: state, state }));
      const { matches, excluded } = await (await make(services, asOf)).find(aQuery());
      same(
        matches.map(({ service }) => service),
        ['open', 'paused'],
      );
      same(
        excluded.map(({ service, by }) => [service, by.code]),
        [['closed', 'state']],
      );
    },
  },
  {
    title: 'keeps one service by phone or online among the first five',
    run: async (make) => {
      const places = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => at(id, 51.0001, { cost: 'free' }));
      const line = aService({ id: 'line', delivery: ['phone'], cost: 'paid' });
      same(await ids(make, [line, ...places], here), ['a', 'b', 'c', 'd', 'line']);
    },
  },
  {
    title: 'lists the first few that are not for this person, in the order in which they would have stood',
    run: async (make) => {
      const services = ['f', 'e', 'd', 'c', 'b', 'a'].map((id, i) => at(id, 51.06 - i / 100, { maximumAge: 17 }));
      const query = { ...here, facts: { 'context.age': 41 } };
      const directory = await make(services, asOf);
      const apart = async (excluded?: number) =>
        (await directory.find(excluded === undefined ? query : { ...query, excluded })).excluded.map(
          ({ service }) => service,
        );
      same(await apart(), ['a', 'b', 'c', 'd', 'e']);
      same(await apart(2), ['a', 'b']);
    },
  },
  {
    title: 'says for an empty answer which criterion alone keeps the first one out, and how many it does',
    run: async (make) => {
      const services = [
        at('both', 51, { maximumAge: 17, cost: 'paid' }),
        at('young', 51.001, { maximumAge: 17, cost: 'free' }),
        ...['a', 'b'].map((id) => at(id, 51.05, { cost: 'paid' })),
        at('closed', 51, { state: 'closed' }),
      ];
      const facts = { 'context.age': 41, 'context.mustBeFree': true } as const;
      const { matches, relax } = await (await make(services, asOf)).find({ ...here, facts });
      same([matches.length, relax?.code, relax?.would], [0, 'age', 1]);
      const more = await (await make([...services, at('fits', 51, { cost: 'free' })], asOf)).find({ ...here, facts });
      same([more.matches.length, more.relax], [1, undefined]);
    },
  },
  {
    title: 'gives a copy of what is shown: how far, where and how to get in touch',
    run: async (make) => {
      const service = aService({
        id: 'shown',
        name: 'Rowan stop smoking',
        phone: '01632 960123',
        locations: [
          { id: 'place', address: '1 Mill Lane, Wexmarsh', latitude: 51.1, longitude: -1, stepFree: 'unknown' },
        ],
      });
      const [match] = (await (await make([service], asOf)).find(here)).matches;
      same(
        [match?.name, match?.phone?.replace(/\s/g, ''), match?.address, match?.metres, match?.eligible],
        ['Rowan stop smoking', '01632960123', '1 Mill Lane, Wexmarsh', 11119, 'eligible'],
      );
    },
  },
  {
    title: 'stops when it was stopped',
    run: async (make) => {
      const aborter = newAborter();
      aborter.abort();
      const directory = await make([aService({ id: 'stop' })], asOf);
      const outcome = await directory.find(aQuery(), { signal: aborter.signal }).then(
        () => 'answered',
        (reason: unknown) =>
          reason instanceof Error && reason.message ? 'rejected in words' : 'rejected without words',
      );
      same(outcome, 'rejected in words');
    },
  },
  {
    title: 'says when its data were last known to be true',
    run: async (make) => same((await (await make([], asOf)).find(aQuery())).asOf, asOf),
  },
  {
    title: 'answers an empty directory with an empty list, not an error',
    run: async (make) => same(await ids(make, []), []),
  },
];

/**
 * The contract every directory adapter passes, registered with a test runner's `it`.
 *
 * @example testDirectory(it, (services, asOf) => memoryDirectory(services, asOf));
 */
export function testDirectory(it: (title: string, run: () => Promise<void>) => void, make: MakeDirectory): void {
  const checked: MakeDirectory = async (services, asOf) => withShape(await make(services, asOf));
  for (const rule of rules) it(rule.title, () => rule.run(checked));
}
