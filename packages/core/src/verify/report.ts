import type { Finding, ScriptId, StepId } from '../pack/pack.js';
import type { Locale } from '../pack/reader.js';

/** What a walk over every path of every script found. */
export interface PackReport {
  readonly findings: readonly Finding[];
  /** States of all scripts together, after merging those that cannot differ later. */
  readonly states: number;
  /** Distinct ways through each script by answers and skips, context told or not; ticks are not multiplied in. */
  readonly paths: Readonly<Record<ScriptId, bigint>>;
  readonly scripts: number;
  /** Texts of the first language. */
  readonly texts: number;
  readonly locales: readonly Locale[];
  /** What the proof rests on; each is a test of this library. */
  readonly assumes: readonly string[];
}

/** How hard a text is, in school years of the Flesch-Kincaid scale; nothing for a language the measure does not know. */
export type Readability = (text: string, locale: Locale) => number | undefined;

export interface VerifyOptions {
  /** Also refuses what may not be released: drafts, and a pack without a safeguarding contact. */
  readonly release?: boolean;
  readonly readability?: Readability;
  /** After each script, with the states it has. */
  readonly onProgress?: (script: ScriptId, states: number) => void;
}

/** Notes a finding: what was expected, what was found and what to do. */
export type Note = (code: string, where: string, message: string, more?: NoteMore) => void;
interface NoteMore {
  readonly path?: readonly StepId[];
  readonly severity?: 'warning';
}

/** The findings so far, each said once. */
export function notebook(): { readonly findings: Finding[]; readonly note: Note } {
  const findings: Finding[] = [];
  const said = new Set<string>();
  const note: Note = (code, where, message, more = {}) => {
    const key = `${code} ${where} ${message}`;
    if (said.has(key)) return;
    said.add(key);
    findings.push({ code, where, message, ...more });
  };
  return { findings, note };
}
