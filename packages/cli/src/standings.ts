import type { Pack, Standing } from '@everycontact/core';
import { helpLines } from '@everycontact/core/pack';

/** Something with a review date, and where it stands in the pack. */
export interface Placed extends Standing {
  readonly where: string;
  /** Texts of one language, behaviour and date count as one. */
  readonly count: number;
}

/** Everything in a pack that must be reviewed again: texts, facts, helplines, sources, instruments. */
export function standingsOf(pack: Pack): readonly Placed[] {
  const one = (where: string, standing: Standing): Placed => ({ ...standing, where, count: 1 });
  const each = (where: string, all: Readonly<Record<string, Standing>>) =>
    Object.entries(all).map(([id, standing]) => one(`${where}.${id}`, standing));
  return [
    ...each('sources', pack.sources),
    ...each('place.facts', pack.place.facts),
    ...each('instruments', pack.instruments),
    ...helpLines(pack).map(({ where, line }) => one(where, line)),
    ...textGroups(pack),
  ];
}

function textGroups({ texts }: Pack): readonly Placed[] {
  const groups = new Map<string, Placed>();
  for (const [locale, all] of Object.entries(texts))
    for (const [key, text] of Object.entries(all)) {
      const where = `texts.${locale}.${key.split('.')[0] ?? key}.*`;
      const name = `${where} ${text.reviewBy} ${text.standing}`;
      groups.set(name, { ...text, where, count: (groups.get(name)?.count ?? 0) + 1 });
    }
  return [...groups.values()];
}
