/** A finger or a mouse button on the prompt. */
export interface Finger {
  /** Takes the type of an event: what is no `pointerdown` ends a press, after the click that belongs to it. */
  feel(type: string): void;
  /** It acted, or has gone. */
  lift(): void;
  /** Whether it is down; `lifted` is then called once it is not. */
  holds(): boolean;
}

/** Nobody presses longer and means it; and who lets go elsewhere is not heard here. */
const longest = 1000;

/** Services that are found put themselves above what is there: they wait for a finger, so that nothing slides under it. */
export function finger(lifted: () => void): Finger {
  let down: ReturnType<typeof setTimeout> | undefined;
  let held = false;
  const lift = () => {
    down = undefined;
    if (held) lifted();
    held = false;
  };
  return {
    feel(type) {
      clearTimeout(down);
      down = setTimeout(lift, type === 'pointerdown' ? longest : 0);
    },
    lift,
    holds: () => (held ||= down !== undefined),
  };
}
