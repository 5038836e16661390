import type { Column } from './container.js';
import type { partsOf } from './parts.js';
import { narrow, PoolWriter } from './pool.js';

/** Services of one class have the same needs and languages. A rare question is answered from the rows of a few classes. */
interface Class {
  readonly parts: readonly number[];
  readonly needs: readonly string[];
  readonly languages: readonly string[];
}
const pools = ['needs', 'speech'] as const;

/** `sv-SE` and `sv` are one language. */
export const primary = (tag: string) => tag.toLowerCase().split('-')[0] ?? '';
/** The bit of an entry of a dictionary; all from the 32nd share the last and are told apart by their classes. */
export const bitOf = (entry: number) => 1 << Math.min(entry, 31);

export class ClassWriter {
  readonly #pools = pools.map((name) => ({ name, pool: new PoolWriter() }));
  readonly #numbers = new Map<string, number>();
  readonly #classes: Class[] = [];

  add(parts: ReturnType<typeof partsOf>): number {
    const numbers = this.#pools.map(({ name, pool }) => pool.add(parts[name]));
    const key = numbers.join();
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#classes.length);
    this.#classes.push({
      parts: numbers,
      needs: [...new Set(parts.needs.map(({ need }) => need))],
      languages: [...new Set(parts.speech.languages.map(primary))],
    });
    return this.#classes.length - 1;
  }

  /** The entries of a class in the pools of needs and of speech. */
  partsOf(one: number): readonly [needs: number, speech: number] {
    const [needs = 0, speech = 0] = this.#classes[one]?.parts ?? [];
    return [needs, speech];
  }

  /** @param classOf the class of each row */
  columns(classOf: readonly number[]) {
    const rows = new Uint32Array(this.#classes.length);
    for (const one of classOf) rows[one] = (rows[one] ?? 0) + 1;
    const needs = dictionary(
      this.#classes.map((one) => one.needs),
      rows,
    );
    const languages = dictionary(
      this.#classes.map((one) => one.languages),
      rows,
    );
    const bits = (name: 'needs' | 'languages', { entries }: typeof needs, part: number) => {
      const words = new Int32Array(this.#pools[part]?.pool.size ?? 0);
      for (const one of this.#classes)
        words[one.parts[part] ?? 0] = one[name].reduce((sum, word) => sum | bitOf(entries.get(word) ?? 0), 0);
      return words;
    };
    return {
      needs: needs.counted,
      languages: languages.counted,
      columns: {
        'needs.bits': bits('needs', needs, 0),
        'speech.bits': bits('languages', languages, 1),
        'class.rows': rows,
        ...Object.fromEntries(
          this.#pools.flatMap(({ name, pool }, i) => [
            [`class.${name}`, narrow(this.#classes.map(({ parts }) => parts[i] ?? 0))] as const,
            ...Object.entries(pool.columns(name)),
          ]),
        ),
        'need.ends': needs.ends,
        'need.classes': needs.members,
        'language.ends': languages.ends,
        'language.classes': languages.members,
        ...runs(classOf, rows),
      } as Record<string, Column>,
    };
  }
}

/** Every word with its rows, most frequent first, and the classes that have it. */
function dictionary(wordsOf: readonly (readonly string[])[], rows: Uint32Array) {
  const counts = new Map<string, number>();
  wordsOf.forEach((words, i) => {
    for (const one of words) counts.set(one, (counts.get(one) ?? 0) + (rows[i] ?? 0));
  });
  const counted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const entries = new Map(counted.map(([one], i) => [one, i]));
  const lists: number[][] = counted.map(() => []);
  wordsOf.forEach((words, i) => {
    for (const one of words) lists[entries.get(one) ?? 0]?.push(i);
  });
  let at = 0;
  return {
    counted,
    entries,
    ends: Uint32Array.from(lists, ({ length }) => (at += length)),
    members: narrow(lists.flat()),
  };
}

/** The rows of each class, as steps from one to the next, seven bits a byte. */
function runs(classOf: readonly number[], rows: Uint32Array): Record<string, Column> {
  const starts = new Uint32Array(rows.length);
  for (let i = 1; i < rows.length; i++) starts[i] = (starts[i - 1] ?? 0) + (rows[i - 1] ?? 0);
  const sorted = new Uint32Array(classOf.length);
  const next = starts.slice();
  classOf.forEach((one, row) => {
    const at = next[one] ?? 0;
    sorted[at] = row;
    next[one] = at + 1;
  });
  const bytes: number[] = [];
  const begin = new Uint32Array(rows.length);
  rows.forEach((count, one) => {
    begin[one] = bytes.length;
    let last = 0;
    for (let i = starts[one] ?? 0; i < (starts[one] ?? 0) + count; i++) {
      let step = (sorted[i] ?? 0) - last;
      last = sorted[i] ?? 0;
      for (; step > 0x7f; step >>>= 7) bytes.push((step & 0x7f) | 0x80);
      bytes.push(step);
    }
  });
  return { 'run.begin': begin, 'run.steps': Uint8Array.from(bytes) };
}
