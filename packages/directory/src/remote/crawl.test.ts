import { aService } from '@everycontact/core/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toOpenReferral, toOpenReferralItem } from '../serve/open-referral-record.js';
import { crawl } from './crawl.js';
import { defaultLimits, platformClock, type Fetch } from './fetch.js';

/** How a server lists its services, and what it says that is not so. */
const manners = fc.record({
  services: fc.integer({ min: 0, max: 25 }),
  pageSize: fc.integer({ min: 1, max: 8 }),
  envelope: fc.constantFrom('contents', 'content', 'none'),
  beyond: fc.constantFrom('empty', 'refused', 'the last again'),
  fromZero: fc.boolean(),
  short: fc.boolean(),
  strict: fc.boolean(),
  total: fc.integer({ min: 0, max: 100 }),
  last: fc.boolean(),
});
type Manner = typeof manners extends fc.Arbitrary<infer T> ? T : never;

function serverOf({ services, pageSize, envelope, beyond, fromZero, short, strict, total, last }: Manner): Fetch {
  const all = Array.from({ length: services }, (_, at) => aService({ id: `s${at}` }));
  const pages = Array.from({ length: Math.ceil(services / pageSize) }, (_, page) =>
    all.slice(page * pageSize, (page + 1) * pageSize),
  );
  // A bare list has no words to say that it counts from 0.
  const first = fromZero && envelope !== 'none' ? 0 : 1;
  const answer = ({ pathname, searchParams }: URL): Response => {
    const id = pathname.split('/services/')[1];
    const one = all.find((service) => service.id === id);
    if (id !== undefined) return one ? Response.json(toOpenReferral(one)) : Response.json({}, { status: 404 });
    if (strict && searchParams.has('full')) return Response.json({}, { status: 400 });
    const page = Number(searchParams.get('page')) - first;
    if (page < 0) return Response.json({}, { status: 400 });
    if (!pages[page] && page > 0 && beyond === 'refused') return Response.json({}, { status: 404 });
    const found = pages[page] ?? (beyond === 'the last again' ? (pages.at(-1) ?? []) : []);
    const items = found.map(short ? toOpenReferralItem : toOpenReferral);
    const words = {
      total_items: total,
      totalElements: total,
      first: page <= 0,
      first_page: page <= 0,
      last_page: last,
    };
    return Response.json(envelope === 'none' ? items : { ...words, [envelope]: items });
  };
  return (url) => Promise.resolve(answer(new URL(url)));
}

describe('reading a whole list', () => {
  it.each(['total_items', 'totalElements', 'total'])(
    'keeps what a server tells of their number as "%s"',
    async (name) => {
      const once = { [name]: 31, contents: [{ id: 'a', name: 'Stop smoking' }], last_page: true };
      const asking = { fetch: () => Promise.resolve(Response.json(once)), clock: platformClock, limits: defaultLimits };
      const base = new URL('https://wexmarsh.example/api');
      expect(await crawl(base, asking, new Map(), new AbortController().signal)).toMatchObject({ told: 31 });
    },
  );

  it('finds every service once, and in whole, however a server counts, cuts and boasts', async () => {
    await fc.assert(
      fc.asyncProperty(manners, async (manner) => {
        const asking = { fetch: serverOf(manner), clock: platformClock, limits: defaultLimits };
        const base = new URL('https://wexmarsh.example/api');
        const { records, short } = await crawl(base, asking, new Map(), new AbortController().signal);
        const ids = records.map(({ id }) => String(id)).sort();
        expect(ids).toEqual(Array.from({ length: manner.services }, (_, at) => `s${at}`).sort());
        expect(records.every(({ attributes }) => Array.isArray(attributes))).toBe(true);
        expect(short).toBe(0);
      }),
      { numRuns: 200 },
    );
  });
});
