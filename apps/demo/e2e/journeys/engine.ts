import type { Point } from './in-page.js';

interface Exposed {
  readonly role: string;
  readonly name: string;
}

/** A browser with one page, moved by real pointer and key input as a person would move it. */
export interface Engine {
  /** The name and version, as the browser itself gives them. */
  readonly name: string;
  /** What the browser writes to its console, where it lets that be read. */
  readonly trouble: readonly string[];
  /** Opens an address in a page that nothing was done in. */
  open(address: string): Promise<void>;
  /** The value of an expression in the page; a promise is waited for. */
  ask<T>(expression: string): Promise<T>;
  click(at: Point): Promise<void>;
  /** A key by its name in `KeyboardEvent.key`. */
  press(key: string): Promise<void>;
  /** Role and name that the engine gives assistive technology for `journey.found`, unless that has gone meanwhile. */
  exposed?(): Promise<Exposed | undefined>;
  /** The window as a PNG. */
  picture(): Promise<Buffer>;
  close(): Promise<void>;
}
