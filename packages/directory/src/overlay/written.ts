import type { Finding } from '@everycontact/core';

/** One fact as somebody wrote it, and where. */
export interface WrittenFact {
  readonly field: string;
  readonly value: unknown;
  readonly where: string;
  /** As it stands there, for messages. */
  readonly found: string;
}
/** One entry as somebody wrote it; nothing is checked yet. */
export interface WrittenEntry {
  readonly where: string;
  readonly facts: readonly WrittenFact[];
}
/** A file as somebody wrote it, JSON or a table. Problems of the file as a whole refuse all of it. */
export interface WrittenOverlay {
  readonly schema: unknown;
  readonly owner: unknown;
  readonly entries: readonly WrittenEntry[];
  readonly problems: readonly Finding[];
}

export const problem = (code: string, where: string, expected: string, found: string, remedy: string): Finding => ({
  code,
  where,
  message: `expected ${expected}, found ${found}: ${remedy}`,
});

export const refused = (found: Finding): WrittenOverlay => ({
  schema: undefined,
  owner: undefined,
  entries: [],
  problems: [found],
});

/** A value in at most 80 characters. */
export function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : (JSON.stringify(value) ?? 'nothing');
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
