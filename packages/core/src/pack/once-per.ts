/**
 * Works something out once for each object and keeps it as long as the object lives. For packs and their parts: they are
 * data that nobody changes.
 */
export function oncePer<Key extends object, Result>(workOut: (key: Key) => Result): (key: Key) => Result {
  const kept = new WeakMap<Key, Result>();
  let last: { readonly key: Key; readonly result: Result } | undefined;
  return (key) => {
    // Nearly always the same pack as before, so the weak map is rarely asked.
    if (last?.key === key) return last.result;
    const result = kept.get(key) ?? workOut(key);
    kept.set(key, result);
    last = { key, result };
    return result;
  };
}
