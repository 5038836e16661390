import { useMemo } from 'react';

/** Whether two pieces of data have the same content: hosts often make new objects at each render. */
export const isSameData = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Of equal data the first, so that what depends on it is done once. */
export function useSameData<T>(data: T): T {
  const text = useMemo(() => JSON.stringify(data), [data]);
  return useMemo(() => data, [text]);
}
