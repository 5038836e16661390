import { readFileSync } from 'node:fs';
import readable from 'text-readability';
import { describe, expect, it } from 'vitest';
import type { Pack } from '@everycontact/core';
import { memoryDirectory } from '@everycontact/core/directory';
import { toContactRecord } from '@everycontact/core/record';
import { parsePack } from '@everycontact/core/parse';
import { type Example, walkExample } from '@everycontact/core/testing';
import { verifyPack } from '@everycontact/core/verify';
import { composePack, contentFolder, type Files, filesIn, withDigest } from '@everycontact/content/compose';
import { walk } from './walk.js';
import { spoken, words } from './wording.js';

const guides = new URL('../../../docs/guides/', import.meta.url);
const content = filesIn(contentFolder);

const pageOf = (guide: string): string => readFileSync(new URL(`${guide}.md`, guides), 'utf8');

type Written = Readonly<Record<string, unknown>> & { readonly texts?: object };

/** What a guide writes: a path on a line of its own, and the JSON block under it. */
function written(guide: string): ReadonlyMap<string, string> {
  const blocks = pageOf(guide).matchAll(/^`([\w./-]+\.json)`\n\n```json\n([^`]*?)```/gm);
  return new Map([...blocks].map(([, path, json]) => [path!, json!]));
}

/** The content folder after somebody followed a guide: new files are new; in a file that is there, the parts shown are replaced. */
function followed(guide: string): Files {
  const changes = written(guide);
  return {
    read(path) {
      const change = changes.get(path);
      const before = content.read(path);
      if (change === undefined || before === undefined) return change ?? before;
      const [old, shown] = [before, change].map((json) => JSON.parse(json) as Written | null) as [
        Written,
        Written | null,
      ];
      if (shown === null || Array.isArray(shown)) return change;
      if (path === 'flags.json') return JSON.stringify(withParts(old, shown));
      return JSON.stringify({ ...old, ...shown, ...(shown.texts && { texts: { ...old.texts, ...shown.texts } }) });
    },
    names: (path) => content.names(path),
    folders(path) {
      const inside = [...changes.keys()].filter((change) => change.startsWith(`${path}/`));
      const named = inside.map((change) => change.slice(path.length + 1).split('/')[0]!);
      return [...new Set([...content.folders(path), ...named])].filter((name) => !name.endsWith('.json')).sort();
    },
  };
}

/** "Leave all else in them as it is." */
const withParts = (old: Written, shown: Written) => ({
  ...old,
  ...Object.fromEntries(
    Object.entries(shown).map(([id, part]) => [id, { ...(old[id] as object), ...(part as object) }]),
  ),
});

function packOf(files: Files, place: string): Pack {
  const read = parsePack(withDigest(composePack(files, place).pack));
  expect('problems' in read ? read.problems : []).toEqual([]);
  return (read as { pack: Pack }).pack;
}

describe('the guide "add a behaviour"', () => {
  const files = followed('add-a-behaviour');
  const examples = JSON.parse(files.read('behaviours/gardening/examples.json')!) as readonly Example[];

  it.each(examples)('writes a behaviour that works: $name', async (example) => {
    const pack = packOf(files, 'england');
    const session = await walkExample(pack, example, 'en-GB', memoryDirectory([], '2026-11-22T09:00:00.000Z'));
    const record = toContactRecord(session.log);
    expect(record.outcome).toBe(example.expect.outcome);
    expect(record.signposts.map(({ need }) => need)).toEqual(example.expect.needs);
  });

  it.each(['under-18', 'not-a-moment'])('writes a behaviour that stops at the tick "%s"', async (flag) => {
    const { log } = await walk(packOf(files, 'england'), 'gardening.very-brief', [`tick:${flag}`, 'read', 'done']);
    expect(toContactRecord(log)).toMatchObject({ outcome: 'not-appropriate', advice: [] });
  });

  it('writes words that the command it names finds nothing wrong with', () => {
    const pack = packOf(files, 'england');
    const said = spoken(pack, 'en-GB').filter(({ key }) => key.startsWith('gardening.'));
    expect(said).not.toEqual([]);
    const hard = said.filter(({ words: text }) => words(text).length > 5 && readable.fleschKincaidGrade(text) > 6);
    expect(hard.map(({ words: text }) => text)).toEqual([]);
    expect(verifyPack(pack, '2026-11-22').findings).toEqual([]);
  });
});

describe('the guide "translate"', () => {
  it('shows a text that fits its pack', () => {
    const { texts } = packOf(followed('translate'), 'denmark');
    expect(texts['da-DK']?.['mi-ruler.close.say']?.words).toHaveProperty(['by', 'worker/men']);
  });

  it('shows word for word what is said of a text that is missing', () => {
    const { pack } = composePack(content, 'denmark');
    const { 'mi-ruler.close.say': _, ...rest } = pack.texts['da-DK']!;
    const read = parsePack(withDigest({ ...pack, texts: { ...pack.texts, 'da-DK': rest } }));
    const said = 'problems' in read ? (read.problems ?? []).map(({ where, message }) => `${where}: ${message}`) : [];
    expect(said.length).toBeGreaterThan(0);
    expect(said.filter((one) => pageOf('translate').includes(one))).toHaveLength(1);
  });
});

describe('the guide "approve content"', () => {
  const pack = packOf(followed('approve-content'), 'england');

  it('turns the texts of a file from drafts into approved texts', () => {
    const { standing, approvals } = pack.texts['en-GB']!['close.declined.say']!;
    expect([standing, approvals?.map(({ kind }) => kind)]).toEqual([
      'verified',
      ['clinical-safety', 'lived-experience'],
    ]);
  });

  it('takes the mark of a second-hand source from a number that was checked', () => {
    expect(pack.place.facts.smokefreeWeekday).toMatchObject({ standing: 'verified', checkedOn: '2026-12-01' });
    expect(pack.place.facts.smokefreeWeekday).not.toHaveProperty('needsPrimaryCheck');
  });
});
