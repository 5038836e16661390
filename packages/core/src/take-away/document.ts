import type { Locale, Reader } from '../pack/reader.js';

/** Words with their language; what a feed or a host says has none, since nobody told it. */
export interface Told {
  readonly text: string;
  readonly lang?: Locale;
}
/** Who hands it out. `web` is an address as people read it. */
export interface Organisation {
  readonly name: string;
  readonly address?: string;
  readonly phone?: string;
  readonly web?: string;
}
/** One service or line. `facts`: address, hours, how to get in touch, who is responsible, when last checked. */
export interface TakeAwayEntry {
  readonly name: Told;
  /** The person wanted this one. */
  readonly chosen?: true;
  readonly phone?: string;
  readonly web?: string;
  /** The address again where it may become a QR code: https, the same for everybody. */
  readonly code?: string;
  readonly address?: string;
  readonly facts: readonly Told[];
}
/**
 * A plain sheet in one language. Nothing of ours on it names a behaviour, an answer, a score or a reason; a service keeps
 * its own name.
 */
export interface TakeAway {
  readonly lang: Locale;
  readonly dir: 'ltr' | 'rtl';
  readonly title: Told;
  /** Says that drafts are shown. */
  readonly banner?: Told;
  readonly organisation?: Organisation;
  readonly date: string;
  /** Local services that were chosen, then the lines that are there for everybody. */
  readonly groups: readonly { readonly heading: Told; readonly entries: readonly TakeAwayEntry[] }[];
  readonly emergency: Told;
  /** What an appointment is called in a calendar that others may read. */
  readonly appointment: Told;
}

/** `preview`: drafts are shown, and the sheet says so. */
export interface TakeAwayOptions {
  /** The language is the person's own, which need not be the worker's. */
  readonly reader: Reader;
  readonly organisation?: Organisation;
  readonly preview?: boolean;
}
