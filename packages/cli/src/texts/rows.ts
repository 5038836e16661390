import type { Locale, Pack, TextKey } from '@everycontact/core';
import { formsOf, wordingsFor } from '@everycontact/core/pack';
import { columnLetter, fixedColumns, type Row, type Sheet } from './sheet.js';

/** A wording that somebody changed. */
export interface Change {
  readonly locale: Locale;
  readonly key: TextKey;
  readonly for: string;
  readonly form: string;
  readonly words: string;
  /** What decides between its forms, where the language has no such text yet. */
  readonly plural?: string;
}

/** Every wording of the pack in these languages, in the order of its texts; and those of its first, which they may lack. */
export function cellsOf(pack: Pack, locales: readonly Locale[]): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const locale of new Set([...pack.locales.slice(0, 1), ...locales]))
    for (const [key, text] of Object.entries(pack.texts[locale] ?? {}))
      for (const [reader, wording] of wordingsFor(text))
        for (const [form, said] of formsOf(wording)) {
          const id = [key, reader, form].join('\u0000');
          const row = rows.get(id) ?? { key, for: reader, form, words: {} };
          rows.set(id, { ...row, words: { ...row.words, [locale]: said } });
        }
  return [...rows.values()];
}

/** What a sheet changes in a pack, and every row and column that is not as it was sent out. */
export function changesIn(
  pack: Pack,
  { header, rows }: Sheet,
): { readonly changes: readonly Change[]; readonly problems: readonly string[] } {
  const problems = columnProblems(pack, header, rows);
  if (problems.length) return { changes: [], problems };
  const locales = header.slice(fixedColumns.length).filter(Boolean);
  const known = new Map(cellsOf(pack, locales).map((row) => [[row.key, row.for, row.form].join('\u0000'), row]));
  const seen = new Map<string, number>();
  const changes: Change[] = [];
  for (const [index, cells] of rows.entries()) {
    if (!cells.some(Boolean)) continue;
    const number = index + 2;
    const [key = '', reader = '', form = ''] = cells;
    const id = [key, reader, form].join('\u0000');
    const row = known.get(id);
    if (!row) {
      problems.push(
        `row ${number}, column A: expected a key, reader and form as exported, found "${key}" for "${reader}"${form && ` (${form})`}. Undo the change to the first three columns.`,
      );
      continue;
    }
    const before = seen.get(id);
    if (before !== undefined)
      problems.push(
        `row ${number}, column A: expected each wording once, found "${key}" in row ${before} too. Take one out.`,
      );
    seen.set(id, number);
    for (const [place, locale] of locales.entries()) {
      const words = cells[place + fixedColumns.length] ?? '';
      const was = row.words[locale];
      if (words === (was ?? '')) continue;
      const column = columnLetter(place + fixedColumns.length);
      if (was === undefined && pack.texts[locale]?.[key] === undefined)
        changes.push({ locale, key, for: reader, form, words, ...pluralOf(pack, key, reader) });
      else if (was === undefined)
        problems.push(
          `row ${number}, column ${column}: expected nothing, since ${locale} has no such wording, found "${words}". Clear the cell.`,
        );
      else if (!words.trim())
        problems.push(`row ${number}, column ${column}: expected words, found an empty cell. No text may be blank.`);
      else if (notWorkedOut.test(words))
        problems.push(
          `row ${number}, column ${column}: expected words, found "${words}", which a spreadsheet shows for a formula it cannot work out. Write the words again with an apostrophe in front.`,
        );
      else changes.push({ locale, key, for: reader, form, words });
    }
  }
  for (const [id, { key, for: reader }] of known)
    if (!seen.has(id))
      problems.push(
        `column A: expected "${key}" for "${reader}", found no such row. Put the row back; a text that is not needed is taken out of the script.`,
      );
  return { changes, problems };
}

/** `#NAME?`, `#NAVN?`, `#DIV/0!`: a cell that began with "-" or "=", and was taken for a formula. */
const notWorkedOut = /^\s*(#[\p{Lu}/0]+[!?]|#\p{Lu}\/\p{Lu}|Err:\d+)\s*$/u;

/** What decides between the forms of a text in the first language of the pack. */
function pluralOf({ texts, locales: [first = ''] }: Pack, key: TextKey, reader: string): { readonly plural?: string } {
  const text = texts[first]?.[key];
  const wording = text && wordingsFor(text).find(([to]) => to === reader)?.[1];
  return typeof wording === 'object' ? { plural: wording.plural } : {};
}

function columnProblems({ locales }: Pack, header: readonly string[], rows: Sheet['rows']): string[] {
  const expected = fixedColumns.flatMap((name, index) =>
    header[index] === name
      ? []
      : [
          `row 1, column ${columnLetter(index)}: expected "${name}", found "${header[index] ?? ''}". Put the column back.`,
        ],
  );
  const languages = header.slice(fixedColumns.length).filter(Boolean).length;
  const unknown = header.slice(fixedColumns.length).flatMap((name, index) => {
    const column = columnLetter(index + fixedColumns.length);
    return locales.includes(name) || (name === '' && index >= languages)
      ? []
      : [
          `row 1, column ${column}: expected a language of the pack (${locales.join(', ')}), found "${name}". Take the column out.`,
        ];
  });
  const last = fixedColumns.length + languages;
  const beside = rows.flatMap((cells, index) => {
    const at = cells.findIndex((cell, place) => place >= last && cell !== '');
    return at < 0
      ? []
      : [
          `row ${index + 2}, column ${columnLetter(at)}: expected nothing beside the languages, found "${cells[at] ?? ''}". Clear the cell.`,
        ];
  });
  return [...expected, ...unknown, ...(unknown.length ? [] : beside)];
}
