/**
 * A few of many candidates that together have everything any of them has, and every pair of it: taken one after the
 * other is the one that adds most. The same candidates always give the same choice.
 *
 * @template T
 * @param {readonly T[]} candidates
 * @param {(candidate: T) => readonly string[]} traitsOf what is told apart, such as `locale da-DK`
 * @returns {readonly T[]}
 */
export function pairwise(candidates, traitsOf) {
  const numbers = new Map();
  const numberOf = (mark) => numbers.get(mark) ?? numbers.set(mark, numbers.size).get(mark);
  let left = candidates.map((candidate) => ({ candidate, marks: marksOf(traitsOf(candidate)).map(numberOf) }));
  const missing = new Uint8Array(numbers.size).fill(1);
  const adds = ({ marks }) => marks.reduce((sum, mark) => sum + missing[mark], 0);
  const chosen = [];
  for (;;) {
    let best;
    let most = 0;
    // What adds nothing now never will again.
    left = left.filter((one) => {
      const added = adds(one);
      if (added > most) [best, most] = [one, added];
      return added > 0;
    });
    if (best === undefined) return chosen;
    for (const mark of best.marks) missing[mark] = 0;
    chosen.push(best.candidate);
  }
}

function marksOf(traits) {
  return [...traits, ...traits.flatMap((one, index) => traits.slice(index + 1).map((other) => `${one} + ${other}`))];
}
