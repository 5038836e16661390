import type { Column } from './container.js';
import type { Speech } from './parts.js';
import { narrow, PoolWriter } from './pool.js';

/** `sv-SE` and `sv` are one language. */
export const primary = (tag: string) => tag.toLowerCase().split('-')[0] ?? '';
/** The bit of a language, by its number; the first have their own, the others share the last. */
export const bitOf = (language: number) => 1 << (language < 24 ? language : 24 + (language % 8));

/** What services say of languages, each once, and which languages that are. */
export class SpeechWriter {
  readonly #pool = new PoolWriter();
  readonly #languages: string[][] = [];
  readonly #counts = new Map<string, number>();

  add(speech: Speech): number {
    const entry = this.#pool.add(speech);
    const languages = (this.#languages[entry] ??= [...new Set(speech.languages.map(primary))]);
    for (const one of languages) this.#counts.set(one, (this.#counts.get(one) ?? 0) + 1);
    return entry;
  }

  /** `bits` has a word for each entry; `lists` the entries that have each language, which end at `ends`. */
  finish() {
    const counted = [...this.#counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    const languages = counted.map(([one]) => one);
    const numbers = new Map(languages.map((one, i) => [one, i]));
    const bits = Int32Array.from(this.#languages, (own) =>
      own.reduce((sum, one) => sum | bitOf(numbers.get(one) ?? 0), 0),
    );
    const lists: number[][] = languages.map(() => []);
    this.#languages.forEach((own, entry) => {
      for (const one of own) lists[numbers.get(one) ?? 0]?.push(entry);
    });
    let at = 0;
    const columns: Record<string, Column> = {
      ...this.#pool.columns('speech'),
      'language.ends': Uint32Array.from(lists, ({ length }) => (at += length)),
      'language.speech': narrow(lists.flat()),
    };
    return { languages, bits, columns };
  }
}
