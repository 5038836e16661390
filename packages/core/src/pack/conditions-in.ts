import type { Condition } from './condition.js';
import type { Pack } from './pack.js';
import { branchesOf } from './script-graph.js';

/** Every condition of a pack: of branches, flags, signposting, and of bands that are not for everybody. */
export const conditionsIn = ({ scripts, flags, signposting, measures, instruments }: Pack): readonly Condition[] => [
  ...Object.values(scripts).flatMap(({ steps }) =>
    Object.values(steps)
      .flatMap(branchesOf)
      .map((branch) => branch.if),
  ),
  ...Object.values(flags).flatMap(({ when }) => when ?? []),
  ...signposting.map(({ when }) => when),
  ...[...Object.values(instruments), ...measures].flatMap(({ bands }) => bands.flatMap(({ when }) => when ?? [])),
];
