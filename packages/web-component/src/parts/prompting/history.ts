import { EveryContactError, type Finding } from '@everycontact/core';
import { emptyHistory, readHistory, type HistoryEntry } from '@everycontact/core/prompting';

/** Where a page keeps what became of its prompts: the browser's own storage, or one that the host hands in. */
export type HistoryStore = Pick<Storage, 'getItem' | 'setItem'>;

/** Where what became of prompts is kept. */
interface Kept {
  readonly history: unknown;
  readonly remember: string;
  readonly store: HistoryStore | undefined;
}

const key = 'everycontact-history';
const most = 200;

/**
 * What became of earlier prompts: as the host says, else as this device remembers, and what happened here since.
 *
 * @throws EveryContactError `history-schema`, `history-shape` for what the host says; what the device says wrong is reported
 */
export function remembered(
  kept: Kept,
  own: readonly HistoryEntry[],
  report: (error: unknown) => void,
): readonly HistoryEntry[] {
  const told = kept.history === undefined || kept.history === null ? onDevice(kept, report) : entriesIn(kept.history);
  const known = new Set(told.map(nameOf));
  return [...told, ...own.filter((entry) => !known.has(nameOf(entry)))];
}

/** Adds to what this device remembers: the newest two hundred, and no word on who it was. @throws EveryContactError `history-store-failed` */
export function remembering(kept: Kept, entry: HistoryEntry): void {
  try {
    const store = storeOf(kept);
    if (!store) return;
    const entries = [...entriesIn(storedIn(store)), entry].slice(-most);
    store.setItem(key, JSON.stringify({ ...emptyHistory, entries }));
  } catch (reason) {
    throw storeFailed(reason);
  }
}

/** The first of the problems, and how many more there are. */
export function refused(property: string, [first, ...more]: readonly Finding[] = []): EveryContactError {
  const where = [property, first?.where].filter(Boolean).join('.');
  const rest = more.length ? ` And ${more.length} more.` : '';
  return new EveryContactError(first?.code ?? property, where, `At "${where}" ${first?.message ?? ''}.${rest}`);
}

const nameOf = ({ at, contactId, script, happened }: HistoryEntry) => [at, contactId, script, happened].join(' ');

function onDevice(kept: Kept, report: (error: unknown) => void): readonly HistoryEntry[] {
  try {
    const store = storeOf(kept);
    return store ? entriesIn(storedIn(store)) : [];
  } catch (reason) {
    report(storeFailed(reason));
    return [];
  }
}

function entriesIn(json: unknown): readonly HistoryEntry[] {
  const { history, problems } = readHistory(json);
  if (history) return history.entries;
  throw refused('history', problems);
}

const storedIn = (store: HistoryStore): unknown => JSON.parse(store.getItem(key) ?? JSON.stringify(emptyHistory));

/** A browser may refuse its storage by throwing. */
function storeOf({ store, remember }: Kept): HistoryStore | undefined {
  if (store || remember === 'none') return store;
  return remember === 'tab' ? sessionStorage : localStorage;
}

function storeFailed(reason: unknown): EveryContactError {
  const message = `Expected a store in which "${key}" can be read and written, found: ${String(reason)}. Prompts go on without memory. Leave out "remember", or hand in a "store" that works.`;
  return new EveryContactError('history-store-failed', 'remember', message);
}
