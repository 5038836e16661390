import type { Next, Script, Step, StepId } from './pack.js';

/** Every step that may come next, the careful path last. */
export const targets = (next: Next): readonly StepId[] =>
  typeof next === 'string' ? [next] : [...next.when.map(({ to }) => to), next.otherwise];

/** The branches of a step; none where it always leads the same way. */
export const branchesOf = (step: Step): Exclude<Next, StepId>['when'] =>
  step.kind !== 'close' && typeof step.next === 'object' ? step.next.when : [];

/** The first way round that never ends, with the step it comes back to at both ends; nothing where every path ends. */
export function loopIn(script: Script): readonly StepId[] | undefined {
  const done = new Set<StepId>();
  const walk = (id: StepId, path: readonly StepId[]): readonly StepId[] | undefined => {
    if (path.includes(id)) return [...path.slice(path.indexOf(id)), id];
    const step = script.steps[id];
    if (!step || step.kind === 'close' || done.has(id)) return undefined;
    for (const to of targets(step.next)) {
      const loop = walk(to, [...path, id]);
      if (loop) return loop;
    }
    done.add(id);
    return undefined;
  };
  for (const id of Object.keys(script.steps)) {
    const loop = walk(id, []);
    if (loop) return loop;
  }
  return undefined;
}
