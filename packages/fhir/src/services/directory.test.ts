import type { Service } from '@everycontact/core';
import { aQuery, aService, testDirectory } from '@everycontact/core/testing';
import { describe, expect, it } from 'vitest';
import type { Fetch, RemoteReading, TopicMap } from '@everycontact/directory';
import { bundleOf, hall, wexmarsh, whole } from '../../test/read-bundle.js';
import { fhirDirectory } from './directory.js';

const asOf = '2026-11-21T06:00:00.000Z';
const server = 'https://wex.example/r4';
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** What the standard has words for, as a server would say it. */
function written(service: Service): readonly object[] {
  const { id, name, state, needs, delivery, locations, languages, cost, phone, hours = [] } = service;
  const places = locations.map((place, at) => ({
    resourceType: 'Location',
    id: `${id}-${at}`,
    status: state === 'paused' ? 'suspended' : 'active',
    address: { text: place.address },
    position: { latitude: place.latitude, longitude: place.longitude },
  }));
  const suspended = { resourceType: 'Location', id: `${id}-closed`, status: 'suspended' };
  const all = state === 'paused' && places.length === 0 ? [suspended] : places;
  return [
    {
      resourceType: 'HealthcareService',
      id,
      name,
      active: state !== 'closed',
      providedBy: { reference: 'Organization/wexmarsh' },
      type: needs.map(({ need }) => ({ text: need })),
      characteristic: delivery.map((way) => ({ text: way })),
      location: all.map((place) => ({ reference: `Location/${place.id}` })),
      communication: languages.map((code) => ({ coding: [{ code }] })),
      serviceProvisionCode:
        cost === 'free' || cost === 'paid' ? [{ coding: [{ code: cost === 'free' ? 'free' : 'cost' }] }] : [],
      telecom: phone === undefined ? [] : [{ system: 'phone', value: phone }],
      availableTime: hours.map(({ day, opens, closes }) => ({
        daysOfWeek: [weekdays[day - 1]],
        availableStartTime: `${opens}:00`,
        availableEndTime: `${closes}:00`,
      })),
    },
    ...all,
  ];
}

/** A search of these services, two on a page. */
function searchOf(services: readonly Service[]): Fetch {
  return (address) => {
    const from = Number(new URL(address).searchParams.get('from') ?? 0);
    const more = from + 2 < services.length ? [{ relation: 'next', url: `${server}?from=${from + 2}` }] : [];
    const page = services.slice(from, from + 2).flatMap(written);
    return Promise.resolve(
      Response.json({
        ...bundleOf(...page, ...(page.length > 0 ? [wexmarsh] : [])),
        total: services.length,
        link: more,
      }),
    );
  };
}

/** Only the terms count: the names in the contract are not words of a need. */
const termsOf = (services: readonly Service[]): TopicMap =>
  Object.fromEntries(
    services.flatMap(({ needs }) => needs.map(({ need }) => [need, { main: [], side: [], words: {} }])),
  );

describe('fhirDirectory', () => {
  // Ages and interpreters have no place in the standard: they come from the organisation itself.
  testDirectory(it, (services, at) =>
    fhirDirectory({
      url: server,
      fetch: searchOf(services),
      topics: termsOf(services),
      clock: { now: () => at },
      adjust: (read) =>
        read.map((service) => {
          const { minimumAge, maximumAge, interpreter } =
            services.find(({ id }) => id === service.id) ?? aService({ id: '' });
          return { ...service, interpreter, ...(minimumAge && { minimumAge }), ...(maximumAge && { maximumAge }) };
        }),
    }),
  );
});

type Answer = (url: URL) => Response | Promise<Response>;
function invented(answer: Answer, url = server) {
  const asked: { readonly url: URL; readonly init: Parameters<Fetch>[1] }[] = [];
  const directory = fhirDirectory({
    url,
    fetch: async (address, init) => {
      asked.push({ url: new URL(address), init });
      return answer(new URL(address));
    },
    clock: { now: () => asOf, wait: () => Promise.resolve(), deadline: () => new AbortController().signal },
  });
  return { directory, asked };
}
const page = (resources: readonly object[], next?: string, more: object = {}) =>
  Response.json({
    ...bundleOf(...resources),
    ...more,
    ...(next !== undefined && { link: [{ relation: 'next', url: next }] }),
  });
const read = (answer: Answer): Promise<RemoteReading> => invented(answer).directory.refresh();
const refusal = (answer: Answer): Promise<string> =>
  read(answer).then(
    () => 'nothing was thrown',
    (error: unknown) => (error instanceof Error ? error.message : 'no error'),
  );

it('asks for the whole list with its parts, and for nothing about a person', async () => {
  const { directory, asked } = invented(() => page([whole, wexmarsh]), `${server}/HealthcareService/?tenant=5`);
  await directory.find(aQuery({ facts: { 'context.age': 41, 'context.language': 'ti' } }));
  expect(asked.map(({ url }) => decodeURIComponent(url.href))).toEqual([
    `${server}/HealthcareService?tenant=5&_include=HealthcareService:location&_include=HealthcareService:organization&_include=HealthcareService:coverage-area&_count=100`,
  ]);
  expect(asked[0]?.init).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' });
  expect(asked[0]?.init.headers.accept).toMatch(/^application\/fhir\+json/);
});
it('follows the pages, also by relative links, and joins what stands on different ones', async () => {
  const pages: Record<string, Response> = {
    '': page([{ ...whole, location: [{ reference: 'Location/hall' }] }], '?page=2', { total: 9 }),
    '2': page([{ ...whole, id: 'walk' }, hall], `${server}?page=3`),
    '3': page([wexmarsh]),
  };
  const {
    services,
    report,
    pages: read,
    told,
  } = await invented((url) => pages[url.searchParams.get('page') ?? '']!).directory.refresh();
  expect(services.map(({ id, locations }) => [id, locations[0]?.name])).toEqual([
    ['stop-smoking', 'Wexmarsh Hall'],
    ['walk', undefined],
  ]);
  expect(services[0]?.provenance).toEqual({ feed: 'wex.example/r4', fetchedAt: asOf });
  expect({ read, told, kept: report?.kept, dropped: report?.dropped }).toEqual({
    read: 3,
    told: 9,
    kept: 2,
    dropped: [],
  });
});
it('ends where a server sends it round in a circle', async () => {
  const { services, pages } = await read(() => page([whole, wexmarsh], `${server}?page=1`));
  expect([services.length, pages]).toEqual([1, 2]);
});
it('does not follow a list to another server', async () => {
  expect(await refusal(() => page([whole], 'http://10.0.0.7:8080/r4?page=2'))).toMatch(
    /remote-elsewhere.*https:\/\/wex\.example was expected, found http:\/\/10\.0\.0\.7:8080/,
  );
});
it('tells in the words of the server why it refuses', async () => {
  const outcome = { resourceType: 'OperationOutcome', issue: [{ code: 'login', diagnostics: 'A token is needed' }] };
  expect(await refusal(() => Response.json(outcome, { status: 401 }))).toMatch(
    /remote-refused.*status 401 \("A token is needed"\)/,
  );
  expect(await refusal(() => Response.json(outcome))).toMatch(
    /remote-not-services.*OperationOutcome \("A token is needed"\)/,
  );
  expect(await refusal(() => new Response('<html>', { status: 403 }))).toMatch(/remote-refused.*found status 403\. /);
});
it.each([
  ['something else', () => Response.json({ paths: {} }), /remote-not-services.*found other JSON/],
  ['a web page', () => new Response('<html><title>Log in</title>'), /remote-not-json.*"Log in"/],
  ['places only', () => page([hall]), /feed-no-services.*found 1 × Location/],
])('refuses %s in words', async (_, answer, words) => {
  expect(await refusal(answer)).toMatch(words);
});
it('keeps the last good list when the server fails', async () => {
  let broken = false;
  const { directory } = invented(() => (broken ? Response.json({}, { status: 403 }) : page([whole, wexmarsh])));
  await directory.refresh();
  broken = true;
  await expect(directory.refresh()).rejects.toMatchObject({ code: 'remote-refused' });
  expect((await directory.find(aQuery())).matches[0]?.service).toBe('stop-smoking');
});
