import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EveryContactError, Service } from '@everycontact/core';
import { aQuery, aService, testDirectory } from '@everycontact/core/testing';
import { afterEach, describe, expect, it } from 'vitest';
import type { TopicMap } from '../needs.js';
import { openReferralHandler } from '../serve/handler.js';
import { nodeListener } from '../serve/node-listener.js';
import { toOpenReferral, toOpenReferralItem } from '../serve/open-referral-record.js';
import type { Fetch } from './fetch.js';
import { openReferralDirectory, type OpenReferralOptions, type RemoteReading } from './open-referral-directory.js';

const asOf = '2026-11-21T06:00:00.000Z';
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** Our own server over these services, on this machine. */
async function served(services: readonly Service[]): Promise<string> {
  const server = createServer(nodeListener(openReferralHandler(() => ({ services, asOf }))));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Only the terms count: the names in the contract are not words of a need. */
const termsOf = (services: readonly Service[]): TopicMap =>
  Object.fromEntries(
    services.flatMap(({ needs }) => needs.map(({ need }) => [need, { main: [], side: [], words: {} }])),
  );

describe('openReferralDirectory', () => {
  testDirectory(it, async (services, at) =>
    openReferralDirectory({ url: await served(services), fetch, topics: termsOf(services), clock: { now: () => at } }),
  );
});

/** A server in a function: what it answers to each address, and what it was asked. */
interface Asked {
  readonly url: URL;
  readonly init: Parameters<Fetch>[1];
}
type Answer = (asked: Asked, times: number) => Response | Promise<Response>;
function invented(answer: Answer, over: Partial<OpenReferralOptions> = {}) {
  const asked: Asked[] = [];
  const waited: number[] = [];
  const time = { now: asOf };
  const outcomes: (RemoteReading | EveryContactError)[] = [];
  const directory = openReferralDirectory({
    url: 'https://wexmarsh.example/api',
    fetch: (url, init) => {
      asked.push({ url: new URL(url), init });
      return Promise.resolve(answer({ url: new URL(url), init }, asked.length));
    },
    clock: {
      now: () => time.now,
      wait: (milliseconds) => Promise.resolve(void waited.push(milliseconds)),
      deadline: () => new AbortController().signal,
    },
    onRefresh: (outcome) => outcomes.push(outcome),
    ...over,
  });
  const paths = () => asked.map(({ url }) => `${url.pathname}${url.search}`.replace('/api', ''));
  return { directory, asked, paths, waited, time, outcomes };
}

const json = (body: unknown, status = 200, headers = {}) => new Response(JSON.stringify(body), { status, headers });
const named = (...names: string[]) => names.map((id) => toOpenReferral(aService({ id })));
const short = (...names: string[]) => names.map((id) => toOpenReferralItem(aService({ id })));
const page = (contents: unknown, more: object = {}) => json({ contents, ...more });
const pageOf = (url: URL) => Number(url.searchParams.get('page'));
/** What one reading of an answer came to: ids, or the code and the words of the refusal. */
async function read(answer: Answer, over?: Partial<OpenReferralOptions>): Promise<string> {
  return invented(answer, over)
    .directory.refresh()
    .then(
      ({ services }) => services.map(({ id }) => id).join(' '),
      (error: unknown) => `${(error as EveryContactError).code}: ${(error as EveryContactError).message}`,
    );
}

describe('what leaves', () => {
  it('is the same whoever is there: no need, age, language, place or cookie', async () => {
    const asks = async (query = aQuery()) => {
      const { directory, asked } = invented(({ url }) => page(pageOf(url) === 1 ? named('a') : []));
      await directory.find(query);
      return JSON.stringify(
        asked.map(({ url, init: { headers, credentials, referrerPolicy } }) => [
          url.href,
          headers,
          credentials,
          referrerPolicy,
        ]),
      );
    };
    const person = aQuery({
      need: 'alcohol-support',
      facts: { 'context.age': 41, 'context.language': 'ti', 'context.pregnant': true },
      occasion: { setting: 'staff', near: { area: 'WX1' } },
    });
    expect(await asks(person)).toBe(await asks());
    expect(await asks()).toContain('"omit","no-referrer"');
  });

  it('keeps what stands in the address, and puts /services after its path', async () => {
    const { directory, paths } = invented(({ url }) => page(pageOf(url) === 1 ? named('a') : []), {
      url: 'https://wexmarsh.example/api/services/?tenant=5#top',
    });
    await directory.refresh();
    expect(paths()[0]).toBe('/services?tenant=5&full=true&per_page=100&page=1');
  });
});

describe('pages', () => {
  it('are read until one is empty, whatever totals and "last" say', async () => {
    const lie = { total_items: 31, total_pages: 1, last_page: true, empty: false };
    expect(await read(({ url }) => page([named('a', 'b'), named('c'), []][pageOf(url) - 1], lie))).toBe('a b c');
  });

  it('end where a server that knows no pages gives the same again', async () => {
    expect(await read(() => json(named('a', 'b')))).toBe('a b');
  });

  it('end where the server refuses the next one', async () => {
    expect(await read(({ url }) => (pageOf(url) === 1 ? page(named('a')) : json({}, 404)))).toBe('a');
  });

  it('are not taken for whole where the server breaks off, or wants a key, midway', async () => {
    expect(await read(({ url }) => (pageOf(url) === 1 ? page(named('a')) : json({}, 503)))).toContain('remote-busy');
    expect(await read(({ url }) => (pageOf(url) === 1 ? page(named('a')) : json({}, 403)))).toContain('remote-refused');
  });

  it('of the older kind are read too, also where they are counted from 0', async () => {
    const spring = [named('a'), named('b'), named('c'), []];
    const answer: Answer = ({ url }) =>
      json({ content: spring[pageOf(url)], totalElements: 3, first: pageOf(url) === 0 });
    expect((await read(answer)).split(' ').sort()).toEqual(['a', 'b', 'c']);
  });

  it('are asked for in the plainest way where a strict server does not know "full"', async () => {
    const { directory, paths } = invented(({ url }) =>
      url.searchParams.has('full') ? json({}, 400) : page(pageOf(url) === 1 ? named('a') : []),
    );
    await directory.refresh();
    expect(paths()).toEqual(['/services?full=true&per_page=100&page=1', '/services?page=1', '/services?page=2']);
  });

  it('beyond the limit are an error, not half a list', async () => {
    const endless: Answer = (_, times) => page(named(`s${times}`));
    expect(await read(endless, { limits: { pages: 3 } })).toMatch(/remote-too-large.*more than 3 pages/);
    expect(await read(endless, { limits: { services: 2 } })).toMatch(/remote-too-large.*more than 2 services/);
  });
});

describe('a list in short form', () => {
  const shallow: Answer = ({ url }) => {
    const id = /\/services\/(.+)$/.exec(url.pathname)?.[1];
    if (id === undefined) return page(pageOf(url) === 1 ? short('a', 'b', 'c') : []);
    return id === 'b' ? json({}, 404) : json(named(id)[0]);
  };

  it('is completed service by service; one that fails stays as it is, and is counted', async () => {
    const { services, short: left } = await invented(shallow).directory.refresh();
    expect(services.map(({ id, needs }) => [id, needs.length])).toEqual([
      ['a', 1],
      ['b', 0],
      ['c', 1],
    ]);
    expect(left).toBe(1);
  });

  it('never has more requests under way than allowed', async () => {
    let open = 0;
    let most = 0;
    const names = Array.from({ length: 20 }, (_, at) => `s${at}`);
    await invented(
      async ({ url }) => {
        if (url.searchParams.has('page')) return page(pageOf(url) === 1 ? short(...names) : []);
        most = Math.max(most, (open += 1));
        await Promise.resolve();
        open -= 1;
        return json(named(url.pathname.split('/').at(-1) ?? '')[0]);
      },
      { limits: { atOnce: 3 } },
    ).directory.refresh();
    expect(most).toBe(3);
  });

  it('is not asked for service by service for ever where all of them fail', async () => {
    const names = Array.from({ length: 50 }, (_, at) => `s${at}`);
    const { directory, asked } = invented(
      ({ url }) => (url.searchParams.has('page') ? page(pageOf(url) === 1 ? short(...names) : []) : json({}, 404)),
      { limits: { atOnce: 1, failures: 5 } },
    );
    expect((await directory.refresh()).short).toBe(50);
    expect(asked.length).toBe(2 + 5);
  });

  it('takes no other service for the one that was asked for', async () => {
    const { services } = await invented(({ url }) =>
      url.searchParams.has('page') ? page(pageOf(url) === 1 ? short('a') : []) : json(named('other')[0]),
    ).directory.refresh();
    expect(services.map(({ id, needs }) => [id, needs.length])).toEqual([['a', 0]]);
  });

  it('asks again only for what has changed since', async () => {
    const days = { a: '2026-11-01', b: '2026-11-01' };
    const dated = (id: 'a' | 'b') => aService({ id, changedOn: days[id] });
    const { directory, paths } = invented(({ url }) => {
      const id = /\/services\/(.+)$/.exec(url.pathname)?.[1];
      if (id !== undefined) return json(toOpenReferral(dated(id as 'a')));
      return page(pageOf(url) === 1 ? [toOpenReferralItem(dated('a')), toOpenReferralItem(dated('b'))] : []);
    });
    await directory.refresh();
    days.b = '2026-11-20';
    const before = paths().length;
    const { services } = await directory.refresh();
    expect(
      paths()
        .slice(before)
        .filter((path) => !path.includes('?')),
    ).toEqual(['/services/b']);
    expect(services.map(({ needs, changedOn }) => [needs.length, changedOn])).toEqual([
      [1, '2026-11-01'],
      [1, '2026-11-20'],
    ]);
  });
});

describe('a server in trouble', () => {
  const late =
    (status: number, headers: object, then: Answer): Answer =>
    (asked, times) =>
      times === 1 ? json({}, status, headers) : then(asked, times);
  const good: Answer = ({ url }) => page(pageOf(url) === 1 ? named('a') : []);

  it.each([
    [{ 'retry-after': '7' }, [7_000]],
    [{ 'retry-after': 'Sat, 21 Nov 2026 06:00:09 GMT' }, [9_000]],
    [{ 'retry-after': 'soon' }, [1_000]],
    [{}, [1_000]],
  ])('is asked again after the time it names: %j', async (headers, expected) => {
    const { directory, waited } = invented(late(429, headers, good));
    await directory.refresh();
    expect(waited).toEqual(expected);
  });

  it('is asked again a few times, each time later, and then told in words', async () => {
    const { directory, waited } = invented(() => json({}, 503));
    await expect(directory.refresh()).rejects.toThrow(/asked 4 times.*status 503/);
    expect(waited).toEqual([1_000, 2_000, 4_000]);
  });

  it('that wants to be left alone for an hour is left alone', async () => {
    const { directory, waited } = invented(() => json({}, 429, { 'retry-after': '3600' }));
    await expect(directory.refresh()).rejects.toThrow('left alone for 3600 seconds');
    expect(waited).toEqual([]);
  });

  it('that does not answer in time, or at all, is told so', async () => {
    const deadline = () => AbortSignal.abort();
    const silent: Answer = ({ init }) => {
      if (init.signal.aborted) throw new Error('aborted');
      return page([]);
    };
    expect(await read(silent, { clock: { deadline, wait: () => Promise.resolve() } })).toMatch(
      /remote-unreachable.*no answer within 20 seconds/,
    );
    const gone = () => Promise.reject(new TypeError('fetch failed', { cause: new Error('getaddrinfo ENOTFOUND') }));
    expect(await read(gone)).toMatch(/remote-unreachable.*ENOTFOUND/);
  });

  it.each<[string, () => Response, RegExp]>([
    ['an error page', () => new Response('<html><title>Log in</title>'), /remote-not-json.*titled "Log in"/],
    ['half an answer', () => new Response('{"contents": ['), /remote-not-json.*not whole JSON/],
    ['nothing', () => new Response(''), /remote-not-json.*found nothing/],
    ['something else', () => json({ openapi: '3.0.0', paths: {} }), /remote-not-services.*"openapi", "paths"/],
    ['a closed door', () => json({}, 401), /remote-refused.*status 401/],
    ['more than the limit', () => new Response('x'.repeat(2_000)), /remote-too-large.*1000 bytes/],
  ])('that gives %s is refused in words', async (_, answer, words) => {
    expect(await read(answer, { limits: { bytes: 1_000 } })).toMatch(words);
  });

  it('never has its key told: what follows the question mark stays out of messages', async () => {
    const { directory } = invented(() => json({}, 401), { url: 'https://wexmarsh.example/api?key=s3cret' });
    await expect(directory.refresh()).rejects.toThrow(/^(?!.*s3cret)/);
  });
});

describe('the last good list', () => {
  it('answers with its own age where a new one cannot be read, and nobody waits for that', async () => {
    let broken = false;
    const { directory, time, outcomes } = invented(({ url }) =>
      broken ? json({}, 403) : page(pageOf(url) === 1 ? named('a') : []),
    );
    await directory.find(aQuery());
    broken = true;
    time.now = '2026-11-23T06:00:00.000Z';
    const answer = await directory.find(aQuery());
    expect([answer.matches.length, answer.asOf]).toEqual([1, asOf]);
    await expect(directory.refresh()).rejects.toThrow('status 403');
    expect((await directory.find(aQuery())).asOf).toBe(asOf);
    expect(outcomes).toMatchObject([{ asOf }, { code: 'remote-refused' }]);
  });

  it('stays where the new one is suddenly empty', async () => {
    let closed = false;
    const { directory, time } = invented(({ url }) => page(pageOf(url) === 1 && !closed ? named('a') : []));
    await directory.refresh();
    closed = true;
    time.now = '2026-11-22T06:00:00.000Z';
    await expect(directory.refresh()).rejects.toMatchObject({ code: 'remote-empty' });
    expect(await directory.find(aQuery())).toMatchObject({ asOf, matches: [{ service: 'a' }] });
  });

  it('is told together with what the organisation itself knows', async () => {
    const { directory } = invented(({ url }) => page(pageOf(url) === 1 ? named('a') : []), {
      adjust: (services, today) => services.map((service) => ({ ...service, name: `${service.name} on ${today}` })),
    });
    expect((await directory.find(aQuery())).matches[0]?.name).toBe('a on 2026-11-21');
  });

  it('gives way to a newer one, which a look-up has begun', async () => {
    let names = ['a'];
    const { directory, time } = invented(({ url }) => page(pageOf(url) === 1 ? named(...names) : []));
    await directory.find(aQuery());
    names = ['b'];
    time.now = '2026-11-22T06:00:00.000Z';
    await directory.find(aQuery());
    await directory.refresh();
    expect(await directory.find(aQuery())).toMatchObject({ asOf: time.now, matches: [{ service: 'b' }] });
  });

  it('can be one the host kept: nothing is asked before it is a day old', async () => {
    const { directory, asked } = invented(() => json({}, 503), {
      kept: { services: [aService({ id: 'kept' })], asOf },
    });
    expect((await directory.find(aQuery())).matches[0]?.service).toBe('kept');
    expect(asked).toEqual([]);
  });

  it('that was never there is not asked for at every look-up: the server has five minutes of rest', async () => {
    const { directory, asked, time } = invented(() => json({}, 401));
    await expect(directory.find(aQuery())).rejects.toMatchObject({ code: 'remote-refused' });
    await expect(directory.find(aQuery())).rejects.toMatchObject({ code: 'remote-refused' });
    const first = asked.length;
    time.now = '2026-11-21T06:05:00.000Z';
    await expect(directory.find(aQuery())).rejects.toMatchObject({ code: 'remote-refused' });
    expect([first, asked.length]).toEqual([1, 2]);
  });
});

describe('stopping', () => {
  const never: Answer = ({ init }) =>
    new Promise((_, reject) => init.signal.addEventListener('abort', () => reject(new Error('aborted'))));

  it('a look-up ends the reading when nobody else waits for it', async () => {
    const { directory, asked } = invented(never);
    const [one, other] = [new AbortController(), new AbortController()];
    const finds = [one, other].map(({ signal }) => directory.find(aQuery(), { signal }));
    one.abort();
    await expect(finds[0]).rejects.toMatchObject({ code: 'remote-stopped' });
    expect(asked.map(({ init }) => init.signal.aborted)).toEqual([false]);
    other.abort();
    await expect(finds[1]).rejects.toThrow('stopped');
    expect(asked.map(({ init }) => init.signal.aborted)).toEqual([true]);
  });

  it('leaves no trace: the next look-up reads', async () => {
    let stuck = true;
    const { directory } = invented((asked, times) =>
      stuck ? never(asked, times) : page(pageOf(asked.url) === 1 ? named('a') : []),
    );
    const aborter = new AbortController();
    const find = directory.find(aQuery(), { signal: aborter.signal });
    aborter.abort();
    await expect(find).rejects.toThrow('stopped');
    stuck = false;
    expect((await directory.find(aQuery())).matches.length).toBe(1);
  });
});

describe('the address', () => {
  it.each(['wexmarsh', 'file:///etc/passwd', 'https://user:word@wexmarsh.example/'])('is refused: %s', (url) => {
    expect(() => openReferralDirectory({ url, fetch })).toThrow(/remote-address.*http or https/);
  });
});
