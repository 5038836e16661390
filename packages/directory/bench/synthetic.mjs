/** The same numbers from the same seed, 0 to 1 (mulberry32). */
export function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const box = { south: 50, north: 58.5, west: -6, east: 1.7 };

// Shares, summing to 1: what real directories state is uneven, and mostly little.
const needShares = [0.272, 0.12, 0.075, 0.07, 0.05, 0.045, 0.04, 0.035, 0.03, 0.03];
const needs = Array.from({ length: 40 }, (_, i) => ({
  id: `need-${i}`,
  share: needShares[i] ?? (1 - needShares.reduce((a, b) => a + b)) / 30,
}));
const rareLanguages = Array.from({ length: 24 }, (_, i) => `x${String.fromCharCode(97 + i)}`);
const ages = [
  [0.45, {}],
  [0.3, { minimumAge: 18 }],
  [0.08, { minimumAge: 16 }],
  [0.05, { minimumAge: 12, maximumAge: 25 }],
  [0.05, { maximumAge: 17 }],
  [0.04, { minimumAge: 50 }],
  [0.03, { minimumAge: 65 }],
];
const selves = [
  [0.8, 'yes'],
  [0.1, 'no'],
  [0.1, 'unknown'],
];
const costs = [
  [0.6, 'free'],
  [0.25, 'unknown'],
  [0.15, 'paid'],
];
const interpreters = [
  [0.15, 'yes'],
  [0.15, 'no'],
  [0.7, 'unknown'],
];

function pick(shares, at) {
  let sum = 0;
  for (const [share, value] of shares) if ((sum += share) > at) return value;
  return shares[0][1];
}
const needTable = needs.map(({ id, share }) => [share, id]);
const weekHours = Array.from({ length: 200 }, (_, i) => {
  const random = seeded(1000 + i);
  const [opens, closes] = [8 + Math.floor(random() * 3), 12 + Math.floor(random() * 8)];
  return [1, 2, 3, 4, 5, 6, 7]
    .filter((day) => random() < (day < 6 ? 0.7 : 0.15))
    .map((day) => ({ day, opens: `${String(opens).padStart(2, '0')}:00`, closes: `${closes}:30` }));
});

/** Towns of uneven size; a point is in one of them seven times of ten, else anywhere in the box. */
export function pointsOf(random) {
  const between = (low, high) => low + random() * (high - low);
  const towns = Array.from({ length: 120 }, (_, i) => ({
    latitude: between(box.south, box.north),
    longitude: between(box.west, box.east),
    weight: 1 / (i + 3),
    spread: between(0.015, 0.06),
  }));
  const total = towns.reduce((sum, { weight }) => sum + weight, 0);
  const shares = towns.map((town, i) => [town.weight / total, i]);
  const bell = () => random() + random() + random() + random() - 2;
  return () => {
    if (random() < 0.3)
      return { latitude: between(box.south, box.north), longitude: between(box.west, box.east), town: -1 };
    const town = pick(shares, random());
    const { latitude, longitude, spread } = towns[town];
    return { latitude: latitude + bell() * spread, longitude: longitude + bell() * spread * 1.6, town };
  };
}

/** A seeded directory of invented services; lists are shared between them, so that a million fit in memory. */
export function syntheticServices(count, seed = 7) {
  const random = seeded(seed);
  const point = pointsOf(random);
  const who = {};
  const organization = { name: 'Wexmarsh Health Centre (invented)' };
  const provenance = { feed: 'synthetic', fetchedAt: '2026-11-22T09:00:00.000Z' };
  const shared = new Map();
  const once = (key, make) => shared.get(key) ?? (shared.set(key, make()), shared.get(key));
  return Array.from({ length: count }, (_, i) => {
    const { latitude, longitude, town } = point();
    const main = pick(needTable, random());
    const side = random() < 0.1 ? pick(needTable, random()) : main;
    const spoken = random();
    const language = spoken < 0.53 ? rareLanguages[Math.floor((spoken / 0.53) * 24)] : undefined;
    const self = pick(selves, random());
    const days = Math.floor(random() * 1000);
    const stated = random() < 0.85;
    const located = random() >= 0.02;
    const areaOf = (town) =>
      once(`area ${town}`, () =>
        town < 0 ? { kind: 'national' } : { kind: 'codes', codes: [`E060${String(town).padStart(5, '0')}`] },
      );
    const opening = random();
    return {
      id: `s${String(i).padStart(7, '0')}`,
      name: `Service ${Math.floor(random() * 1e9)}`,
      state: 'open',
      organization,
      needs: once(`${main}+${side}`, () =>
        main === side
          ? [{ need: main, how: 'main' }]
          : [
              { need: main, how: 'main' },
              { need: side, how: 'side' },
            ],
      ),
      delivery: once(located ? 'place' : 'line', () => (located ? ['in-person'] : ['phone'])),
      locations: located ? [{ id: 'place', latitude, longitude, stepFree: 'unknown' }] : [],
      area: areaOf(random() < 0.7 ? -1 : town),
      ...pick(ages, random()),
      who,
      languages: once(`spoken ${stated} ${language}`, () => [
        ...(stated ? ['en'] : []),
        ...(language ? [language] : []),
      ]),
      interpreter: pick(interpreters, random()),
      cost: pick(costs, random()),
      access: once(`self ${self}`, () => ({
        self,
        professional: 'unknown',
        appointment: 'unknown',
        'drop-in': 'unknown',
      })),
      ...(opening > 0.3 && { hours: weekHours[Math.floor(((opening - 0.3) / 0.7) * 200)] }),
      ...(days < 900 && { assuredOn: new Date(Date.UTC(2026, 10, 22) - days * 86_400_000).toISOString().slice(0, 10) }),
      provenance,
    };
  });
}

/** A common question fits about 19 services of a hundred, a typical one 5, a rare one 2 of ten thousand. */
export const questions = {
  common: { need: 'need-0', age: 41, selfReferral: true },
  typical: { need: 'need-3', age: 41, selfReferral: true },
  rare: { need: 'need-20', language: 'xc' },
};
