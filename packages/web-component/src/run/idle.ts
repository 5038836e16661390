/** Notices that nobody touches a screen any more. */
export interface Idle {
  /** Somebody is there: the time begins anew. */
  stir(): void;
  stop(): void;
}

/** @param seconds how long nobody touches it, asked each time; 0 is never */
export function whenIdle(seconds: () => number, act: () => void): Idle {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => clearTimeout(timer);
  return {
    stir() {
      stop();
      if (seconds() > 0) timer = setTimeout(act, seconds() * 1000);
    },
    stop,
  };
}
