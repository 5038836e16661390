import { entryOf, type Note, type ReadReport, type ReportEntry, type Whose } from './report.js';

/** What a record came to. */
export type Fate = 'repaired' | 'merged' | 'dropped';

/** Repairs of one kind that a report lists; more are counted, and told one by one to whoever listens. */
const listed = 1000;
/** Names of fields that a report counts by themselves: a feed that makes up names fills no memory. */
const mostFields = 5000;

/** Writes down what becomes of a feed, record by record. */
export class Account {
  readonly #feed: string;
  readonly #listen: ((fate: Fate, entry: ReportEntry) => void) | undefined;
  readonly #entries: Record<Fate, ReportEntry[]> = { repaired: [], merged: [], dropped: [] };
  readonly #times = new Map<string, number>();
  readonly #notCarried = new Map<string, number>();
  /** In which row of a spreadsheet the record stands that is told of. */
  row: number | undefined;
  read = 0;
  kept = 0;

  constructor(feed: string, listen?: (fate: Fate, entry: ReportEntry) => void) {
    this.#feed = feed;
    this.#listen = listen;
  }

  tell(fate: Fate, note: Note, whose: Whose = {}): void {
    const entry = entryOf(note, { ...whose, row: this.row });
    const times = (this.#times.get(note.code) ?? 0) + 1;
    this.#times.set(note.code, times);
    if (fate !== 'repaired' || times <= listed) this.#entries[fate].push(entry);
    this.#listen?.(fate, entry);
  }

  notCarried(field: string, times = 1): void {
    const short = field.length > 120 ? `${field.slice(0, 119)}…` : field;
    const name = this.#notCarried.has(short) || this.#notCarried.size < mostFields ? short : 'other fields';
    this.#notCarried.set(name, (this.#notCarried.get(name) ?? 0) + times);
  }

  report(): ReadReport {
    return {
      feed: this.#feed,
      read: this.read,
      kept: this.kept,
      ...this.#entries,
      times: Object.fromEntries(this.#times),
      notCarried: Object.fromEntries(this.#notCarried),
    };
  }
}
