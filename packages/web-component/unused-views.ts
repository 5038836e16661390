import type { Pack } from '@everycontact/core';

/** The views that no contact on this pack can come to, so that its script tag leaves out the files of their names. */
export function unusedViews({ scripts }: Pick<Pack, 'scripts'>): readonly string[] {
  const all = Object.values(scripts);
  const steps = all.flatMap((script) => Object.values(script.steps));
  const asks = (type: string) => steps.some((step) => step.kind === 'ask' && step.answer.type === type);
  const used = {
    agenda: all.length > 1,
    permission: steps.some(({ kind }) => kind === 'permission'),
    number: asks('number'),
    ruler: asks('ruler'),
  };
  return Object.entries(used).flatMap(([view, needed]) => (needed ? [] : [view]));
}
