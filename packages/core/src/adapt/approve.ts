import type { Adaptation } from '../pack/adaptation.js';
import type { Finding, Named, Pack, Standing } from '../pack/pack.js';

type Approved = NonNullable<Adaptation['approved']>;

/** A sign-off holds for the very pack that was read, and somebody must have read it for clinical safety. */
export function approvalProblems(base: Pack, { approved }: Adaptation): readonly Finding[] {
  if (!approved) return [];
  const other: Finding = {
    code: 'approval-of-another',
    where: 'approved.digest',
    message: `expected the digest of the pack itself, ${base.id}@${base.version}, "${base.digest}", found "${approved.digest}": read the sign-off sheet of ${base.id} as it is now, then write the digest that stands there`,
  };
  const unsafe: Finding = {
    code: 'approval-missing',
    where: 'approved.approvals',
    message: 'expected an approval of the kind "clinical-safety" among them, found none: have the pack read for it',
  };
  return [
    ...(approved.digest === base.digest ? [] : [other]),
    ...(approved.approvals.some(({ kind }) => kind === 'clinical-safety') ? [] : [unsafe]),
  ];
}

/**
 * The drafts of the base as approved by the place: texts, numbers, sources, instruments and lines of needs, each with who
 * approved it. Never an urgent line: who calls its owner corrects the base. What the place wrote keeps its own standing.
 */
export function approve(pack: Pack, base: Pack, { approvals, reviewBy }: Approved): Pack {
  const on = approvals.map((approval) => approval.on).sort();
  const lift = <T extends Standing>(one: T, before: T | undefined): T =>
    one !== before || one.standing !== 'draft'
      ? one
      : {
          ...one,
          standing: 'verified',
          checkedOn: on.at(-1) ?? one.checkedOn,
          reviewBy: one.reviewBy < reviewBy ? one.reviewBy : reviewBy,
          approvals: [...(one.approvals ?? []), ...approvals],
        };
  const each = <T extends Standing>(all: Named<T>, before: Named<T> = {}): Named<T> =>
    Object.fromEntries(Object.entries(all).map(([id, one]) => [id, lift(one, before[id])]));
  const texts = Object.entries(pack.texts).map(([locale, own]) => [locale, each(own, base.texts[locale])]);
  const needs = Object.entries(pack.needs).map(([id, need]) => {
    const before = base.needs[id]?.national ?? [];
    return [id, { ...need, national: need.national.map((line, at) => lift(line, before[at])) }];
  });
  return {
    ...pack,
    place: { ...pack.place, facts: each(pack.place.facts, base.place.facts) },
    instruments: each(pack.instruments, base.instruments),
    sources: each(pack.sources, base.sources),
    needs: Object.fromEntries(needs) as Pack['needs'],
    texts: Object.fromEntries(texts) as Pack['texts'],
  };
}
