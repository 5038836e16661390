import { useMemo } from 'react';

/** Whether two pieces of data say the same: hosts write them where they are used, as new objects at each drawing. */
export const isSameData = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Of equal data the first, so that what depends on it is done once. */
export function useSameData<T>(data: T): T {
  const text = useMemo(() => JSON.stringify(data), [data]);
  return useMemo(() => data, [text]);
}
