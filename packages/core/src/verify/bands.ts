import type { FactName } from '../pack/fact.js';
import type { BandSet, InstrumentId, Measure, Pack } from '../pack/pack.js';
import { domainOf } from '../parse/domain-of.js';
import { inputsOf, measureOf } from '../rules/measure.js';
import { itemsOf } from '../rules/score.js';
import { along, valuesOf } from './grid.js';
import type { Note } from './report.js';

/** Bands that no answers can reach. */
export function bandFindings(pack: Pack, note: Note): void {
  const check = (where: string, { bands }: BandSet, reached: ReadonlySet<number>) => {
    for (const [index, { from }] of bands.entries())
      if (!reached.has(index))
        note(
          'band-empty',
          `${where}.${index}`,
          `expected some answers that reach the band from ${from}, found none: correct its limit, or take it out`,
        );
  };
  for (const [id, { bands }] of Object.entries(pack.instruments)) {
    const totals = totalsOf(pack, id);
    for (const [at, set] of bands.entries())
      check(`instruments.${id}.bands.${at}`, set, new Set(totals.map((total) => bandAt(set, total))));
  }
  for (const measure of pack.measures)
    for (const [at, set] of measure.bands.entries())
      check(`measures.${measure.of}.bands.${at}`, set, new Set(reachedBy(pack, measure, set)));
}

/** Which band a value falls in, by its place in the set; below all of them is -1. */
const bandAt = ({ bands }: BandSet, value: number): number =>
  bands.reduce(
    (best, { from }, index) => (value >= from && from >= (bands[best]?.from ?? -Infinity) ? index : best),
    -1,
  );

/** Every sum that the items can give. */
const totalsOf = (pack: Pack, id: InstrumentId): readonly number[] =>
  itemsOf(pack, id).reduce<readonly number[]>(
    (totals, { options }) => [...new Set(totals.flatMap((total) => options.map(({ points }) => total + points)))],
    [0],
  );

function reachedBy(pack: Pack, measure: Measure, set: BandSet): readonly number[] {
  const [first, second] = inputsOf(measure).map((name) => ({ name, domain: domainOf(pack, name) }));
  if (first?.domain?.type !== 'number' || second?.domain?.type !== 'number') return [];
  const { domain } = second;
  const bandOf = (facts: Readonly<Record<FactName, number>>) => String(bandAt(set, measureOf(measure, facts) ?? 0));
  const found =
    first.name === second.name
      ? along(domain, (value) => bandOf({ [second.name]: value }))
      : valuesOf(first.domain).flatMap((value) =>
          along(domain, (other) => bandOf({ [first.name]: value, [second.name]: other })),
        );
  return found.map(Number);
}
