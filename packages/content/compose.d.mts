import type { Pack } from '@everycontact/core';

/** The files of a content folder, by path with forward slashes; `read` gives `undefined` where there is none. */
export interface Files {
  read(path: string): string | undefined;
  /** The names of the folders in a folder; none where it is not there. */
  folders(path: string): readonly string[];
  /** The names of all that is in a folder. */
  names(path: string): readonly string[];
}

/** Where a part of a pack was written: `where` as in a finding, the file, and the path of keys inside it. */
export interface Origin {
  readonly where: string;
  readonly file: string;
  readonly path: readonly (string | number)[];
}

/** What was written, put together but not yet checked: `digest` is still missing. Parse it before it is used. */
export interface Composed {
  readonly pack: Omit<Pack, 'digest'>;
  readonly origins: readonly Origin[];
}

/** What was written, put together but not yet checked: `parseAdaptation` reads it. */
export interface ComposedAdaptation {
  readonly adaptation: Readonly<Record<string, unknown>>;
  readonly origins: readonly Origin[];
}
export function composeAdaptation(files: Files): ComposedAdaptation;

export function composePack(files: Files, place: string): Composed;

/** Keys in order, no spaces: the same content gives the same text, however it was written. */
export function canonical(value: unknown): string;

/** The folder this package was published with: behaviours, instruments, interface, methods and packs. */
export const contentFolder: URL;

/** The files of one or more folders; the first that has a file wins. */
export function filesIn(...folders: readonly (string | URL)[]): Files;

export function withDigest<P extends object>(pack: P): P & { readonly digest: string };
