/** The known name that was probably meant: at most two letters away, and not more than a third of it. */
export function lookAlike(written: string, known: readonly string[]): string | undefined {
  const bare = (name: string): string => name.toLowerCase().replace(/[^a-z0-9\u0080-\uffff]/g, '');
  const near = known
    .map((name) => ({ name, away: distance(bare(written), bare(name)) }))
    .sort((a, b) => a.away - b.away)[0];
  return near !== undefined && near.away <= Math.min(2, Math.floor(near.name.length / 3)) ? near.name : undefined;
}

/** How many letters must be added, taken away or changed. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return Infinity;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + same));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
