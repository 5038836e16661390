/** A countdown in whole seconds: the time in which an ending can be taken back. */
export interface Countdown {
  readonly left: number;
  stop(): void;
}

/** @param seconds more than 0 @param onSecond after each second that leaves some @param onEnd when none is left */
export function countDown(seconds: number, onSecond: () => void, onEnd: () => void): Countdown {
  let left = seconds;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    timer = setTimeout(() => {
      left = Math.max(0, left - 1);
      if (left > 0) {
        onSecond();
        wait();
      } else onEnd();
    }, Math.min(1, left) * 1000);
  };
  wait();
  return {
    get left() {
      return left;
    },
    stop: () => clearTimeout(timer),
  };
}
