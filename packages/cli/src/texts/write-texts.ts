import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { EveryContactError } from '@everycontact/core';
import { applyEdits, modify, parse, type JSONPath } from 'jsonc-parser';
import type { OpenedPack } from '../packs/open-pack.js';
import type { Change } from './rows.js';

/**
 * Writes changed wordings into the files they came from, and leaves the rest of each file as it was written. In an
 * adaptation a text of the base becomes a text of its own.
 *
 * @returns the files that were written
 * @throws EveryContactError `content-shipped` before anything is written
 */
export function writeTexts(opened: OpenedPack, changes: readonly Change[], today: string): readonly string[] {
  const foreign = changes.filter(({ locale, key }) => opened.textPlace(locale, key).shipped);
  if (foreign.length) throw belongsToAll(opened.name, foreign);
  const files = new Map<string, string>();
  for (const change of changes) {
    const { file, path, whole, blank } = opened.textPlace(change.locale, change.key);
    const before = files.get(file) ?? (blank && !existsSync(file) ? blank(today) : readFileSync(file, 'utf8'));
    const edit = (at: JSONPath, value: unknown, text: string) =>
      applyEdits(text, modify(text, at, value, { formattingOptions: { insertSpaces: true, tabSize: 2 } }));
    const now = lookUp(parse(before), path) ?? whole;
    const after = edit([...path], changed(now, change), before);
    files.set(
      file,
      isApproved(after)
        ? edit(['standing', 'approvals'], undefined, edit(['standing', 'standing'], 'draft', after))
        : after,
    );
  }
  for (const [file, text] of files) writeFileSync(file, text);
  return [...files.keys()];
}

/** Whether a file has one standing for all its texts, and somebody stands for it: they approved the old words. */
function isApproved(text: string): boolean {
  const { standing, approvals } =
    (parse(text) as { standing?: { standing?: unknown; approvals?: unknown } }).standing ?? {};
  return standing === 'verified' || approvals !== undefined;
}

function belongsToAll(name: string, foreign: readonly Change[]): EveryContactError {
  const keys = [...new Set(foreign.map(({ key }) => key))];
  const shown = `${keys.slice(0, 5).join('", "')}"${keys.length > 5 ? ` and ${keys.length - 5} more` : ''}`;
  const message = `Expected changes to texts of "${name}" alone, found "${shown}, which came with this package. Nothing was written: undo them, or make an adaptation (everycontact init).`;
  return new EveryContactError('content-shipped', name, message);
}

const lookUp = (json: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key as string], json);

/** A text with one wording changed. What somebody approved were the old words. */
function changed(text: unknown, change: Change): unknown {
  if (typeof text !== 'object' || text === null || !('words' in text)) return reworded(text, change);
  const { approvals: _, ...rest } = text as { words: unknown; approvals?: unknown };
  return { ...rest, words: reworded(rest.words, change), ...('standing' in rest && { standing: 'draft' }) };
}

function reworded(words: unknown, change: Change): unknown {
  const { for: reader } = change;
  if (reader === 'all') return formed(words, change);
  const { by = {} } = words as { by?: Record<string, unknown> };
  return { by: { ...by, [reader]: formed(by[reader], change) } };
}

/** A text that its language lacked begins with what decides between its forms. */
const formed = (wording: unknown, { form, words, plural }: Change): unknown =>
  form ? { ...(plural !== undefined && { plural }), ...(wording as object), [form]: words } : words;
