import type { Day, Finding, NeedId } from '@everycontact/core';
import { migrate } from '@everycontact/core/parse';
import { textOf } from '../feed/bytes.js';
import { defaultTopics } from '../needs.js';
import { fields, type FieldName } from './fields.js';
import { fromJson } from './from-json.js';
import { fromTable } from './from-table.js';
import { lookAlike } from './look-alike.js';
import type { Overlay, OverlayEntry } from './overlay.js';
import { problem, refused, shown, type WrittenEntry, type WrittenFact, type WrittenOverlay } from './written.js';

export interface OverlayOptions {
  /** Nothing can have been checked after it. */
  readonly today: Day;
  /** Needs that a pack knows; those of the topics that come with the package by default. */
  readonly needs?: readonly NeedId[];
}

export interface ReadOverlay {
  /** The entries without a problem; nothing where the file as a whole cannot be relied on. */
  readonly overlay?: Overlay;
  /** Each with where it stands, what was expected and found, and what to do. A warning leaves its entry in. */
  readonly problems: readonly Finding[];
}

/**
 * A local overlay from JSON or from a table of one row a service (columns in the README), told by the content.
 *
 * An entry with a problem is left out as a whole: half of what a team knows of a service could mislead. An unknown column
 * or key of the file, no owner, or a newer version leaves out all of it.
 *
 * @param input text, or bytes in UTF-8, UTF-16 or Windows-1252
 * @throws nothing: problems are data
 */
export function readOverlay(input: string | Uint8Array, options: OverlayOptions): ReadOverlay {
  const text = (typeof input === 'string' ? input : textOf(input).text).replace(/^\ufeff/, '').trimStart();
  const { schema, owner, entries, problems } = writtenIn(text);
  // First of all: a newer file may well have fields and columns that nobody knows yet.
  const version = schema === undefined && problems.length > 0 ? undefined : migrate('overlay', { schema }).problem;
  if (version !== undefined) return { problems: [version] };
  if (problems.length > 0) return { problems };
  if (typeof owner !== 'string' || owner.trim() === '' || owner.length > 300) {
    const remedy = 'name the team that keeps this file';
    return {
      problems: [problem('overlay-owner-missing', 'owner', 'a role that answers for the file', shown(owner), remedy)],
    };
  }
  const seen = new Map<string, string>();
  const kept: OverlayEntry[] = [];
  const found: Finding[] = [];
  for (const written of entries) {
    const { entry, problems: some } = readEntry(written, options);
    const again = entry && seen.get(entry.service.toLowerCase());
    found.push(...some);
    if (entry === undefined) continue;
    if (again === undefined) kept.push(entry);
    else {
      const there = `"${entry.service}" as at ${again}`;
      found.push(problem('overlay-entry-twice', written.where, 'one entry a service', there, 'make one of the two'));
    }
    seen.set(entry.service.toLowerCase(), again ?? written.where);
  }
  return { overlay: { schema: 'everycontact/overlay@1', owner: owner.trim(), entries: kept }, problems: found };
}

function writtenIn(text: string): WrittenOverlay {
  if (text === '')
    return refused(problem('overlay-empty', 'file', 'entries', 'nothing', 'look at where it comes from'));
  if (text.includes('\u0000')) {
    const remedy = 'save the sheet as "CSV UTF-8"';
    return refused(problem('overlay-not-csv', 'file', 'JSON or a table as text', 'a workbook or another file', remedy));
  }
  return /^[{[]/.test(text) ? fromJson(text) : fromTable(text);
}

function readEntry(
  { where, facts }: WrittenEntry,
  options: OverlayOptions,
): { readonly entry?: OverlayEntry; readonly problems: readonly Finding[] } {
  const problems: Finding[] = [];
  const values: Record<string, unknown> = {};
  for (const fact of facts) {
    const value = Object.hasOwn(fields, fact.field) ? fields[fact.field as FieldName].read(fact.value) : undefined;
    if (value === undefined) problems.push(unread(fact));
    else values[fact.field] = value;
  }
  for (const field of ['service', 'lastChecked'] as const) {
    if (facts.some((fact) => fact.field === field)) continue;
    problems.push(problem('overlay-field-missing', where, fields[field].expected, `no "${field}"`, 'add it'));
  }
  if (problems.length > 0) return { problems };
  const entry = { ...values, where } as OverlayEntry & { readonly where: string };
  const doubts = doubtful(entry, options);
  return doubts.some(({ severity }) => severity !== 'warning') ? { problems: doubts } : { entry, problems: doubts };
}

function unread({ field, where, found }: WrittenFact): Finding {
  if (Object.hasOwn(fields, field)) {
    return problem('overlay-value', where, fields[field as FieldName].expected, found, 'correct it');
  }
  const known = Object.keys(fields);
  const meant = lookAlike(field, known);
  const remedy = meant === undefined ? 'take it out' : `did you mean "${meant}"?`;
  return problem(
    'overlay-field-unknown',
    where,
    `one of "${known.join('", "')}"`,
    field ? `"${field}"` : found,
    remedy,
  );
}

/** What can be read and cannot be right, or may be a slip. */
function doubtful(
  entry: OverlayEntry & { readonly where: string },
  { today, needs }: OverlayOptions,
): readonly Finding[] {
  const { where, lastChecked, minimumAge, maximumAge, responsible = '' } = entry;
  const found: Finding[] = [];
  if (lastChecked > today)
    found.push(
      problem('overlay-date-future', where, `a day up to ${today}`, lastChecked, 'write when it was last checked'),
    );
  if (typeof minimumAge === 'number' && typeof maximumAge === 'number' && minimumAge > maximumAge)
    found.push(
      problem(
        'overlay-ages-crossed',
        where,
        'the youngest age first',
        `${minimumAge} to ${maximumAge}`,
        'swap the two',
      ),
    );
  if (/[a-z]{2,}\.[a-z]{2,}(?:\.[a-z]+)?@/i.test(responsible)) {
    const remedy = 'people move on; name the role or the shared mailbox that stays';
    found.push(
      problem('overlay-responsible-personal', where, 'a role or a shared address', shown(responsible), remedy),
    );
  }
  const known = needs ?? Object.keys(defaultTopics);
  for (const need of Object.values(entry.needs ?? {}).flat()) {
    if (known.includes(need)) continue;
    const meant = lookAlike(need, known);
    const remedy = meant === undefined ? 'keep it if your own pack has this need' : `did you mean "${meant}"?`;
    const finding = problem('overlay-topic-unknown', where, 'a need of the packs', `"${need}"`, remedy);
    found.push({ ...finding, severity: 'warning' });
  }
  return found;
}
