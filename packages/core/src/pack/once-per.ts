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

/** `oncePer` for something that has a name in it: a script of a pack, a text of a speaker. */
export function oncePerName<Key extends object, Result>(
  workOut: (key: Key, name: string) => Result,
): (key: Key, name: string) => Result {
  const kept = oncePer((_: Key) => new Map<string, Result>());
  return (key, name) => {
    const known = kept(key);
    let result = known.get(name);
    if (result === undefined) known.set(name, (result = workOut(key, name)));
    return result;
  };
}
