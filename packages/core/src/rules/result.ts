import type { Facts, MeasureName, ScoreName } from '../pack/fact.js';
import type { Band, BandSet, Pack } from '../pack/pack.js';
import { oncePer } from '../pack/once-per.js';
import { truthOf } from './condition.js';

export interface Banded {
  readonly of: ScoreName | MeasureName;
  readonly algorithm: string;
  readonly value: number;
  readonly band: Band;
}

/** Every sum and measure that is certain, with the band it falls in; none while a score is still an interval. */
export function results(pack: Pack, facts: Facts): readonly Banded[] {
  const certain: Banded[] = [];
  for (const [of, bands, algorithm] of bandSets(pack)) {
    const found = facts[of];
    const value = typeof found === 'object' ? (found.from === found.to ? found.from : undefined) : found;
    const band = typeof value === 'number' ? bandOf(bands, value, facts) : undefined;
    if (band) certain.push({ of, algorithm, value: Number(value), band });
  }
  return certain;
}

const bandSets = oncePer((pack: Pack): readonly (readonly [ScoreName | MeasureName, readonly BandSet[], string])[] => [
  ...Object.entries(pack.instruments).map(
    ([id, instrument]) => [`score.${id}` as const, instrument.bands, instrument.algorithm] as const,
  ),
  ...pack.measures.map((measure) => [`measure.${measure.of}` as const, measure.bands, measure.of] as const),
]);

function bandOf(sets: readonly BandSet[], value: number, facts: Facts): Band | undefined {
  const set = sets.find(({ when }) => !when || truthOf(when, facts) === true);
  return set?.bands.filter((band) => value >= band.from).sort((a, b) => b.from - a.from)[0];
}
