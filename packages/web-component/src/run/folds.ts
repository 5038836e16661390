/** Which folds of the step on the screen have been opened, by their keys. What is in the others is not drawn. */
export interface Folds {
  readonly unfolded: ReadonlySet<string>;
  readonly unfold: (key: string) => void;
}

/** @param draw draws at once, so that what opens is not empty, and its first control can take the focus */
export function foldsOf(draw: () => void): (place: string) => Folds {
  let [step, unfolded] = ['', new Set<string>()];
  const unfold = (key: string) => {
    if (unfolded.has(key)) return;
    unfolded.add(key);
    draw();
  };
  return (place) => {
    if (place !== step) [step, unfolded] = [place, new Set()];
    return { unfolded, unfold };
  };
}
