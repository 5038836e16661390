import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  composeAdaptation,
  composePack,
  contentFolder,
  filesIn,
  withDigest,
  type Files,
  type Origin,
} from '@everycontact/content/compose';
import { adaptPack, type Difference } from '@everycontact/core/adapt';
import { EveryContactError, type Day, type Finding, type Locale, type Pack, type TextKey } from '@everycontact/core';
import { parseAdaptation, parsePack, readPack } from '@everycontact/core/parse';
import { halfAYearAfter } from '../half-a-year.js';
import { textIn } from '../given-file.js';
import { readContent, spotOf, type Spot } from './read-json.js';
import { unreadBeside, unreadIn } from './unread.js';

/** A place in a file of whoever wrote the pack. */
export interface Written extends Spot {
  readonly file: string;
}

/** A pack as an author has it: what was read, what is wrong with it, and where each part was written. */
export interface OpenedPack {
  /** As it was named: `england`, or a folder. */
  readonly name: string;
  readonly pack?: Pack;
  readonly problems: readonly Finding[];
  /** What an adaptation changes; none for a pack of its own. */
  readonly differs: readonly Difference[];
  /** The files it was read from. */
  readonly files: readonly string[];
  locate(where: string): Written | undefined;
  /** Where a text of this pack is written, so that it can be changed. */
  textPlace(locale: Locale, key: TextKey): TextPlace;
}
/** A text in a file. `whole`: what to write where the file has none of its own yet. */
interface TextPlace {
  readonly file: string;
  readonly path: readonly (string | number)[];
  readonly whole?: unknown;
  /** What to begin the file with where it is not there yet. */
  readonly blank?: (today: Day) => string;
  /** It came with this package and is nobody's to change there. */
  readonly shipped?: true;
}

const shipped = filesIn(contentFolder);
/** The packs that are shipped, by name. */
export const shippedPacks: readonly string[] = shipped.folders('packs');

/**
 * A shipped pack by its name, a folder somebody writes in (with `pack.json`, or with `adaptation.json` beside its
 * texts), or one JSON file. A folder may use every behaviour, method and instrument that is shipped.
 *
 * @throws EveryContactError `pack-unknown`, `content-not-json`, `content-duplicate-key`, `content-incomplete`
 */
export function openPack(name: string): OpenedPack {
  if (shippedPacks.includes(name)) return composed(name, fileURLToPath(contentFolder), name);
  if (!existsSync(name)) throw unknown(name);
  if (statSync(name).isFile()) return singleFile(name);
  const folder = resolve(name);
  if (existsSync(join(folder, 'adaptation.json'))) return adapted(name, folder);
  if (existsSync(join(folder, 'pack.json'))) return composed(name, resolve(folder, '../..'), basename(folder));
  throw unknown(name);
}

function unknown(name: string): EveryContactError {
  const message = `Expected one of "${shippedPacks.join('", "')}", a folder with pack.json or adaptation.json, or a JSON file; found "${name}". Check the path.`;
  return new EveryContactError('pack-unknown', name, message);
}

/** Remembers what was read, so that a line can be found again and a change be noticed. */
function remembered(files: Files, roots: readonly string[]) {
  const texts = new Map<string, string>();
  const pathOf = (file: string) => {
    const root = roots.find((one) => existsSync(join(one, file))) ?? roots[0] ?? '.';
    return relative(process.cwd(), join(root, file)) || file;
  };
  const read = (file: string) => {
    const text = files.read(file);
    if (text === undefined) return undefined;
    if (!texts.has(file)) {
      texts.set(file, text);
      readContent(pathOf(file), text);
    }
    return text;
  };
  return { files: { ...files, read }, texts, pathOf };
}

function composed(name: string, root: string, place: string): OpenedPack {
  const roots = [root, fileURLToPath(contentFolder)];
  const { files, texts, pathOf } = remembered(filesIn(...new Set(roots)), roots);
  try {
    const { pack, origins } = composePack(files, place);
    const parsed = parsePack(withDigest(pack));
    const all = [...origins, { where: '', file: `packs/${place}/pack.json`, path: [] }];
    const unread = name === place ? [] : unreadIn(files, `packs/${place}`, new Set(texts.keys()));
    return {
      name,
      ...(parsed.pack && unread.length === 0 && { pack: parsed.pack }),
      problems: [...unread, ...(parsed.problems ?? [])],
      differs: [],
      files: [...texts.keys()].map(pathOf),
      locate: (where) => spotOfFile(unread, where, pathOf) ?? located(all, where, (file) => texts.get(file), pathOf),
      textPlace(locale, key) {
        const origin = origins.find(({ where }) => where === `texts.${locale}.${key}`);
        const file = origin?.file ?? '';
        const own = name !== place && existsSync(join(root, file));
        return { file: pathOf(file), path: origin?.path ?? [], ...(!own && { shipped: true }) };
      },
    };
  } catch (error) {
    if (error instanceof EveryContactError || !(error instanceof Error)) throw error;
    throw new EveryContactError('content-incomplete', name, `${name}: ${error.message}`);
  }
}

/** The beginning of a file that a finding is about as a whole. */
const spotOfFile = (about: readonly Finding[], where: string, pathOf: (file: string) => string): Written | undefined =>
  about.some((one) => one.where === where) ? { file: pathOf(where), line: 1, column: 1 } : undefined;

/** The origin that names most of the way, then the keys that are left. */
function located(
  origins: readonly Origin[],
  where: string,
  textOf: (file: string) => string | undefined,
  pathOf: (file: string) => string,
): Written | undefined {
  const [origin] = origins
    .filter((one) => one.where === '' || where === one.where || where.startsWith(`${one.where}.`))
    .sort((a, b) => b.where.length - a.where.length);
  const text = origin && textOf(origin.file);
  if (!origin || text === undefined) return undefined;
  const rest = where.slice(origin.where.length).split('.').filter(Boolean);
  const path = [...origin.path, ...rest.map((part) => (/^\d+$/.test(part) ? Number(part) : part))];
  return { file: pathOf(origin.file), ...spotOf(text, path) };
}

function singleFile(file: string): OpenedPack {
  const text = textIn(file).replace(/^\ufeff/, '');
  const parsed = readPack(text);
  return {
    name: file,
    ...(parsed.pack && { pack: parsed.pack }),
    problems: parsed.problems ?? [],
    differs: [],
    files: [file],
    locate: (where) => ({ file, ...spotIn(text, where) }),
    textPlace: (locale, key) => ({ file, path: ['texts', locale, key] }),
  };
}

/** Where a finding stands. What could not be read at all is named by line and column, and its text is not read again. */
function spotIn(text: string, where: string): Spot {
  const [, line, column] = /^line (\d+), column (\d+)$/.exec(where) ?? [];
  if (line !== undefined) return { line: Number(line), column: Number(column) };
  return where === '' ? { line: 1, column: 1 } : spotOf(text, where.split('.'));
}

/** Of an adapted pack too, so that what was signed can be told from what was changed since. */
const sha256 = (text: string): string => `sha256-${createHash('sha256').update(text).digest('hex')}`;

/** A folder with `adaptation.json` and, beside it, `text.<locale>.json`. */
function adapted(name: string, folder: string): OpenedPack {
  const { files, texts, pathOf } = remembered(filesIn(folder), [folder]);
  const { adaptation: written, origins } = composeAdaptation(files);
  const unread = unreadBeside(files, new Set(texts.keys()));
  const read = parseAdaptation(written);
  const all = [...origins, { where: '', file: 'adaptation.json', path: [] }];
  const at = (where: string) =>
    spotOfFile(unread, where, pathOf) ?? located(all, where, (file) => texts.get(file), pathOf);
  const opened = { name, differs: [], files: [...texts.keys()].map(pathOf), locate: at, textPlace: notWhole };
  if (unread.length > 0 || read.problems) return { ...opened, problems: [...unread, ...(read.problems ?? [])] };
  const base = openPack(read.adaptation.base.split('@')[0] ?? '');
  if (!base.pack) return { ...opened, problems: base.problems, locate: (where) => base.locate(where) };
  const made = adaptPack(base.pack, read.adaptation, { digest: sha256 });
  if (made.problems) return { ...opened, problems: made.problems };
  const isOwn = (where: string) =>
    origins.some((one) => one.where === where) || made.differs.some((one) => where.startsWith(one.where));
  return {
    ...opened,
    pack: made.pack,
    problems: [],
    differs: made.differs,
    files: [...opened.files, ...base.files],
    locate: (where) => (isOwn(where) ? at(where) : (base.locate(where) ?? at(where))),
    textPlace: (locale, key) => ({
      file: pathOf(`text.${locale}.json`),
      path: ['texts', key],
      whole: ownText(made.pack, locale, key),
      blank: blankTexts,
    }),
  };
}

const notWhole = (): never => {
  throw new EveryContactError('content-broken', 'pack', 'Expected a whole pack. Run "everycontact check" on it first.');
};

/** A text of the base that is about to become a text of one's own: the same in all but its words and standing. */
function ownText({ texts }: Pack, locale: Locale, key: TextKey): unknown {
  const { words, about, locked } = texts[locale]?.[key] ?? { words: '' };
  return { words, ...(about && { about }), ...(locked && { locked }) };
}

/** A file of texts with none in it yet: drafts, due in half a year. */
const blankTexts = (today: Day): string =>
  JSON.stringify(
    { standing: { standing: 'draft', checkedOn: today, reviewBy: halfAYearAfter(today) }, texts: {} },
    null,
    2,
  );
