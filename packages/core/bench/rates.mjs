/**
 * How often a second each contender does its work: the median of interleaved rounds, so that a busy moment of the machine
 * falls on all of them. `run` does the work once and gives back what came of it, which `expected` must accept.
 *
 * @param contenders a list of `{ name, note, run }`; a `run` that gives a promise is awaited each time
 * @param expected throws, or gives false, for a result that is not the one they are all to reach
 */
export async function rates(contenders, expected, { rounds = 9, milliseconds = 120 } = {}) {
  const taken = contenders.map(() => []);
  for (const { name, run } of contenders)
    if (!expected(await run())) throw new Error(`"${name}" does not reach the result that is measured.`);
  for (let round = -2; round < rounds; round++)
    for (const [i, { run }] of contenders.entries()) {
      const rate = await rateOf(run, milliseconds);
      // The first two rounds let the engine compile.
      if (round >= 0) taken[i].push(rate);
    }
  return contenders.map(({ name, note }, i) => ({ name, note, rate: median(taken[i]) }));
}

async function rateOf(run, milliseconds) {
  const waits = run() instanceof Promise;
  const begun = performance.now();
  let times = 0;
  let now = begun;
  for (let batch = 1; now - begun < milliseconds; batch = Math.min(batch * 2, 4096)) {
    if (waits) for (let i = 0; i < batch; i++) kept = await run();
    else for (let i = 0; i < batch; i++) kept = run();
    times += batch;
    now = performance.now();
  }
  return (times / (now - begun)) * 1000;
}

/** The last result stays reachable, so that no engine may leave the work out. */
export let kept;

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
