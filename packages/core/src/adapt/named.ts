import type { Named } from '../pack/pack.js';

/** Those of the names that are wanted. */
export function picked<T>(all: Named<T>, wanted: (id: string) => boolean): Named<T> {
  return Object.fromEntries(Object.entries(all).filter(([id]) => wanted(id)));
}

/** What is made of each; where nothing is made of it, its name goes too. */
export function mapped<T, U extends object>(all: Named<T>, of: (one: T) => U | undefined): Named<U> {
  return Object.fromEntries(
    Object.entries(all).flatMap(([id, one]): [string, U][] => {
      const made = of(one);
      return made ? [[id, made]] : [];
    }),
  );
}
