import { describe, expect, it } from 'vitest';
import { changed, released } from '../../test/talks.js';
import { notebook } from './report.js';
import { standingFindings } from './standings.js';
import { textsUsed } from './texts-used.js';

type Fields = Record<string, unknown>;

/** Every part of a pack that has a field, by the way there. */
function partsWith(field: string, part: unknown, way: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof part !== 'object' || part === null) return [];
  const within = Object.entries(part).flatMap(([name, one]) => partsWith(field, one, [...way, name]));
  return field in part ? [way, ...within] : within;
}

const used = new Set(textsUsed(released).map(({ key }) => key));
const isShown = ([part, , key]: readonly string[]) => part !== 'texts' || used.has(key!);

/** The codes that are found where one field of one part says something else. */
function codesWith(way: readonly string[], field: string, value: string): readonly string[] {
  const pack = changed(released, (open) => {
    const part = way.reduce((within, name) => within[name] as Fields, open as unknown as Fields);
    part[field] = value;
  });
  const { findings, note } = notebook();
  standingFindings(pack, '2026-11-22', true, note);
  return findings.map(({ code }) => code);
}

describe('a pack to be released', () => {
  it.each([
    ['names sources the pack has', 'source', 'hearsay', 'source-missing'],
    ['is past no review', 'reviewBy', '2026-11-21', 'past-review'],
    ['is checked on no day to come', 'checkedOn', '2026-11-23', 'checked-later'],
    ['is read again in time', 'reviewBy', '2072-05-21', 'review-far'],
    ['is no draft', 'standing', 'draft', 'not-approved'],
  ])('%s, in whatever part', (_, field, value, code) => {
    const ways = partsWith(field, released).filter(isShown);
    expect(ways.length).toBeGreaterThan(10);
    for (const way of ways) expect(codesWith(way, field, value), way.join('.')).toContain(code);
  });
});
