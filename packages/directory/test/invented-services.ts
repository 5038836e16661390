import type { Location, Service } from '@everycontact/core';
import { aService } from '@everycontact/core/testing';

/** The same numbers from the same seed in every engine, 0 to 1 (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

type Stated = Location['stepFree'];
type How = Service['needs'][number]['how'];

const needs = ['stop-smoking', 'be-active', 'drink-less', 'talk-to-someone'];
const towns = [
  { latitude: 51.4, longitude: -2.6 },
  { latitude: 53.8, longitude: -1.5 },
  { latitude: 55.9, longitude: -3.2 },
];

/** Services of every sort round three towns: several places, no place, the same place, every truth value, dates and hours. */
export function inventedServices(count: number, seed: number): Service[] {
  const random = seeded(seed);
  const one = <Value>(...values: readonly [Value, ...Value[]]) =>
    values[Math.floor(random() * values.length)] ?? values[0];
  const stated = () => one<Stated>('yes', 'no', 'unknown', 'unknown');
  const how = () => one<How>('main', 'main', 'side', 'wording');
  const date = () =>
    new Date(Date.UTC(2026, 10, 22) - Math.floor(random() * 800) * 86_400_000).toISOString().slice(0, 10);
  const place = (id: number): Location => {
    const { latitude, longitude } = one(...(towns as [(typeof towns)[number]]));
    const step = one(0.001, 0.01, 0.2);
    return {
      id: `place-${id}`,
      stepFree: stated(),
      ...(random() < 0.9 && {
        latitude: latitude + Math.floor(random() * 5) * step,
        longitude: longitude + Math.floor(random() * 5) * step,
      }),
    };
  };
  return Array.from({ length: count }, (_, i) =>
    aService({
      id: `s${String(Math.floor(random() * 1e6)).padStart(6, '0')}-${i}`,
      name: `Service ${Math.floor(random() * (count / 2))}`,
      state: one('open', 'open', 'open', 'paused', 'closed', 'unknown'),
      needs: [
        { need: one(...(needs as [string])), how: how() },
        ...(random() < 0.3 ? [{ need: one(...(needs as [string])), how: how() }] : []),
      ],
      delivery: one(['in-person'], ['in-person', 'phone'], ['online'], []),
      locations: Array.from({ length: one(0, 1, 1, 1, 1, 2, 3) }, (_, at) => place(at)),
      area: one(
        { kind: 'national' },
        { kind: 'unknown' },
        { kind: 'codes', codes: ['E06000023'] },
        { kind: 'prefixes', codes: ['BS1', 'LS'] },
        { kind: 'text', text: 'Wexmarsh' },
      ),
      ...(random() < 0.4 && { minimumAge: one(0.5, 16, 18, 50) }),
      ...(random() < 0.2 && { maximumAge: one(17, 25.5, 64) }),
      who: random() < 0.3 ? { [one('women', 'men', 'pregnant', 'notPregnant', 'staff', 'volunteers')]: stated() } : {},
      languages: one([], ['en'], ['en', 'pl'], ['en-GB', 'ti']),
      interpreter: stated(),
      cost: one('free', 'free', 'paid', 'mixed', 'unknown'),
      access: { self: stated(), professional: stated(), appointment: stated(), 'drop-in': stated() },
      ...(random() < 0.5 && {
        hours: [{ day: one(1, 2, 6, 7), opens: one('08:00', '12:30'), closes: one('13:00', '17:00', '02:00') }],
      }),
      ...(random() < 0.1 && { hoursConfirmedUntil: date() }),
      ...(random() < 0.2 && { capacity: { state: one('open', 'waiting-list', 'full', 'unknown'), asOf: date() } }),
      ...(random() < 0.8 && { assuredOn: date() }),
      ...(random() < 0.05 && { pinned: true as const }),
    }),
  );
}
