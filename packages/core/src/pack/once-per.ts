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

/** The same for what has only a name: a formatter of a language or of a time zone, which is dear to make. */
export function oncePerWord<Result>(workOut: (word: string) => Result): (word: string) => Result {
  const kept = new Map<string, Result>();
  return (word) => {
    let result = kept.get(word);
    if (result === undefined) kept.set(word, (result = workOut(word)));
    return result;
  };
}

/** `oncePer` for something that has a name in it: a script of a pack, a text of a speaker. */
export function oncePerName<Key extends object, Result>(
  workOut: (key: Key, name: string) => Result,
): (key: Key, name: string) => Result {
  const kept = oncePer((key: Key) => oncePerWord((name) => workOut(key, name)));
  return (key, name) => kept(key)(name);
}
