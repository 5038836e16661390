import { openServices, writeServices } from '@everycontact/directory/services-file';
import { columnsOf, haversine, peersOf } from './peers.mjs';
import { pointsOf, questions, seeded, syntheticServices } from './synthetic.mjs';

// The ten nearest eligible services: ours beside others, on the same seeded directories and the same places asked from.

const sizes = (process.env.SIZES ?? '1000,100000,1000000').split(',').map(Number);
const asOf = '2026-11-22T06:00:00.000Z';
const PLACES = 400;
/** Milliseconds one contender may take in one round of a cell: the slow ask fewer times. */
const ROUND = 150;
const ROUNDS = 5;
/** Places that the full ranking is asked from. */
const FEW = 8;
/** The last result stays reachable, so that no engine may leave the work out. */
export let kept;

for (const size of sizes) {
  const services = syntheticServices(size);
  let begun = performance.now();
  const { index, texts } = writeServices(services, { asOf, texts: 'beside' });
  const built = performance.now() - begun;
  const opening = Array.from({ length: 21 }, () => {
    begun = performance.now();
    openServices(index);
    return performance.now() - begun;
  }).sort((a, b) => a - b)[10];
  openServices(index).verify();
  const directory = openServices(index, { texts: (shard) => Promise.resolve(texts[shard]) });
  console.log(
    `\n${whole(size)} services: built in ${whole(built)} ms, ${(index.length / size).toFixed(1)} bytes a service, opened in ${opening.toFixed(2)} ms`,
  );

  const columns = columnsOf(services);
  const point = pointsOf(seeded(7));
  const places = Array.from({ length: PLACES }, point);
  const numbers = new Map(columns.placed.map(({ id }, i) => [id, i]));
  const ours = {
    name: 'services file',
    asks:
      ({ need, language, age, selfReferral }) =>
      (near) =>
        directory.search({ need, language, age, selfReferral, near }),
  };
  const contenders = [ours, ...(await peersOf(columns))];
  for (const [name, question] of Object.entries(questions)) {
    const asked = contenders.map(({ name, asks }) => ({ name, ask: asks(question) }));
    await compare(asked, question, places, columns, directory, numbers);
    const { first, full } = await ranking(directory, question, places);
    const measured = await measure([...asked, { name: 'full ranking, reasons', ask: full }], places);
    print(name, measured, first);
  }
}

/** Every contender gives services at the same distances as a look at every one of them. */
async function compare(contenders, question, places, columns, directory, numbers) {
  const brute = contenders.find(({ name }) => name === 'typed-array scan');
  const metres = (near, i) => haversine(near, { latitude: columns.latitude[i], longitude: columns.longitude[i] });
  for (const near of places.slice(0, columns.placed.length > 10_000 ? 8 : 40)) {
    const expected = brute.ask(near).map((i) => metres(near, i));
    for (const { name, ask } of contenders) {
      let found = ask(near);
      if (name === 'services file')
        found = await Promise.all(found.map(async (number) => numbers.get((await directory.read(number)).id)));
      const away = found.filter((i) => i !== undefined).map((i) => metres(near, i));
      const same = expected.every((one, i) => Math.abs(away[i] - one) < 20 + one / 500);
      if (!same) throw new Error(`"${name}" finds others for ${JSON.stringify({ question, near, away, expected })}`);
    }
  }
}

async function measure(contenders, places) {
  const times = contenders.map(() => []);
  const next = contenders.map(() => 0);
  for (let round = -1; round < ROUNDS; round++)
    for (const [i, { ask }] of contenders.entries()) {
      const end = performance.now() + ROUND;
      for (let asked = 0; asked < 1 || performance.now() < end; asked++) {
        const near = places[next[i]++ % places.length];
        const begun = performance.now();
        const answer = ask(near);
        kept = answer instanceof Promise ? await answer : answer;
        const taken = performance.now() - begun;
        // The first round lets the engine compile.
        if (round >= 0) times[i].push(taken * 1000);
      }
    }
  return contenders.map(({ name }, i) => {
    const sorted = Float64Array.from(times[i]).sort();
    return { name, p50: sorted[Math.floor(sorted.length / 2)], p99: sorted[Math.floor(sorted.length * 0.99)] };
  });
}
/** The whole answer of the port: every criterion with three truth values, the ranking, and ten matches with their reasons. */
async function ranking(directory, { need, language, age }, places) {
  const query = (near) => ({
    need,
    facts: { 'context.age': age ?? 41, ...(language && { 'context.language': language }) },
    reader: { locale: 'en-GB', audience: 'worker' },
    occasion: { setting: 'patient', near },
    at: '2026-11-23T10:30:00.000Z',
    timeZone: 'Europe/London',
    limit: 10,
  });
  const begun = performance.now();
  await directory.find(query(places[0]));
  const first = performance.now() - begun;
  // From a few places, so that the records are at hand and the ranking is what is measured.
  let next = 0;
  return { first, full: () => directory.find(query(places[next++ % FEW])) };
}

function print(title, measured, first) {
  const [ours, ...others] = measured;
  const full = others.pop();
  const best = (column) => Math.min(...others.map((peer) => peer[column]));
  console.log(
    `\n  ${title.padEnd(24)}${'p50 µs'.padStart(12)}${'p99 µs'.padStart(12)}   ${(best('p50') / ours.p50).toFixed(1)} x the best peer (p99 ${(best('p99') / ours.p99).toFixed(1)} x)`,
  );
  for (const { name, p50, p99 } of measured)
    console.log(`  ${name.padEnd(24)}${p50.toFixed(1).padStart(12)}${p99.toFixed(1).padStart(12)}`);
  console.log(
    `  full ranking: ${full.p50.toFixed(1)} µs; twice the plain search and 25 µs are ${(2 * ours.p50 + 25).toFixed(1)}; the first of its kind took ${first.toFixed(1)} ms`,
  );
}

function whole(number) {
  return new Intl.NumberFormat('en', { maximumFractionDigits: 0 }).format(number);
}
