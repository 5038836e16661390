import { findings, type Code } from './findings.js';

/** One thing done, and why. */
export interface Note {
  /** The source's own field name, with its parents: `organization.name`. */
  readonly field: string;
  /** What stood there, shortened to 80 characters. */
  readonly found: string;
  readonly did: string;
  readonly why: string;
  /** One of `findings`, or a format's own. */
  readonly code: string;
}

/** One thing done to one record or, without `index`, to the feed as a whole. */
export interface ReportEntry extends Note {
  /** Place in the feed, counted from 0. */
  readonly index?: number;
  /** Row of a spreadsheet, counted from 1 with all that is above it. */
  readonly row?: number;
  readonly id?: string;
  readonly name?: string;
}

/**
 * What became of a feed. `read` is always `kept + merged.length + dropped.length`: every record ends as a service or as an
 * entry here. `repaired` lists changes and doubts about records that were kept, of each kind the first thousand, and
 * `times` says how often each finding was made in all; `notCarried` counts, for each source field, the values our service
 * has no place for (names of staff and assurers' e-mails among them, on purpose).
 */
export interface ReadReport {
  readonly feed: string;
  readonly read: number;
  readonly kept: number;
  readonly repaired: readonly ReportEntry[];
  readonly merged: readonly ReportEntry[];
  readonly dropped: readonly ReportEntry[];
  readonly times: Readonly<Record<string, number>>;
  readonly notCarried: Readonly<Record<string, number>>;
}

/** Which record an entry speaks of. */
export interface Whose {
  readonly index?: number;
  readonly row?: number | undefined;
  readonly id?: string | undefined;
  readonly name?: string | undefined;
}

const longest = 80;

/** A value from a feed in at most 80 characters; never walks into an object, however deep it is. */
function shown(found: unknown): string {
  if (found === undefined || found === '') return 'nothing';
  if (Array.isArray(found)) return `a list of ${found.length}`;
  if (typeof found === 'object' && found !== null) return 'an object';
  const text = (typeof found === 'string' ? found.slice(0, 10 * longest) : JSON.stringify(found)).replace(/\s+/g, ' ');
  // Joined anew: a slice would keep the whole text alive for as long as the report.
  return text.length > longest ? `${Array.from(text.slice(0, longest - 1)).join('')}…` : text;
}

/** What is done about a finding, and why; `{became}` is where what now stands there is told. */
export interface FindingWords {
  readonly did: string;
  readonly why: string;
}

/**
 * A finding in the words of its reader.
 *
 * @param found what stood there, of any type
 * @param became what now stands there, where the words have a place for it
 */
export function noteOf(code: string, { did, why }: FindingWords, field: string, found: unknown, became = ''): Note {
  const filled = (text: string): string => text.replace('{became}', () => became);
  return { field, found: shown(found), did: filled(did), why: filled(why), code };
}

/** A finding of the table that all readers share, as `noteOf`. */
export const note = (code: Code, field: string, found: unknown, became?: string): Note =>
  noteOf(code, findings[code], field, found, became);

/** A note, and whose it is. */
export function entryOf(noted: Note, { index, row, id, name }: Whose): ReportEntry {
  return {
    ...(index === undefined ? {} : { index }),
    ...(row === undefined ? {} : { row }),
    ...(id === undefined ? {} : { id: shown(id) }),
    ...(name === undefined ? {} : { name: shown(name) }),
    ...noted,
  };
}
