import type { Directory, DirectoryQuery } from '../directory/directory.js';
import type { Service } from '../directory/service.js';
import { newAborter } from '../platform.js';

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
  for (const rule of rules) it(rule.title, () => rule.run(make));
}
