import type { Finding } from '@everycontact/core';
import { readTallyRow, type CountedWhere, type TallyRow } from '@everycontact/core/record';
import { textIn } from '../given-file.js';
import { readJson } from '../packs/read-json.js';

/** What is wrong with a row, and in which line or entry of its file. */
export interface PlacedProblem extends Finding {
  readonly at: string;
}

/**
 * The rows of a file: one row or record, a list of them, or one on each line. A file without any has none.
 *
 * @param where of a record, which does not say so itself
 * @throws EveryContactError `file-unreadable`, `content-not-json`
 */
export function rowsIn(
  file: string,
  where: (record: unknown) => CountedWhere,
): { readonly rows: readonly TallyRow[]; readonly problems: readonly PlacedProblem[] } {
  const read = writtenIn(file).map(({ at, json }) => ({ at, ...readTallyRow(json, where(json)) }));
  return {
    rows: read.flatMap(({ row }) => row ?? []),
    problems: read.flatMap(({ at, problems = [] }) => problems.map((problem) => ({ at, ...problem }))),
  };
}

function writtenIn(file: string): readonly { readonly at: string; readonly json: unknown }[] {
  const text = textIn(file);
  const lines = text
    .split(/\r?\n/)
    .flatMap((line, index) => (line.trim() ? [{ line, at: `${file}:${index + 1}` }] : []));
  if (lines.every(({ line }) => /^\s*\{.*\}\s*$/.test(line)))
    return lines.map(({ line, at }) => ({ at, json: readJson(at, line) }));
  const json = readJson(file, text);
  return Array.isArray(json)
    ? json.map((one: unknown, index) => ({ at: `${file} entry ${index + 1}`, json: one }))
    : [{ at: file, json }];
}
