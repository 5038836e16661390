import type { Adaptation } from './pack/adaptation.js';
import type { Finding, Pack, UrgentPart } from './pack/pack.js';
import { adaptationShape } from './parse/adaptation-schema.js';
import { isBeyond } from './parse/bounds.js';
import { capped, type Told } from './parse/capped.js';
import { migrate } from './pack/migrate.js';
import { readJson } from './parse/read-json.js';
import { references } from './parse/references.js';
import { packShape } from './parse/schema.js';
import { inWords, type Kind, shapeProblems } from './parse/shape-problems.js';
import { urgentHelpIn } from './parse/urgent-part.js';

export { packJsonSchema } from './parse/json-schema.js';
export { interfaceTexts } from './pack/interface-texts.js';
export { textProblems } from './parse/bounds.js';
export { limits } from './parse/limits.js';
export { migrate, type Migrated, type SchemaKind } from './pack/migrate.js';

export type Parsed =
  | { readonly pack: Pack; readonly problems?: undefined; readonly urgentHelp?: undefined }
  | { readonly pack?: undefined; readonly problems: readonly Finding[]; readonly urgentHelp?: UrgentPart };
export type ParsedAdaptation =
  | { readonly adaptation: Adaptation; readonly problems?: undefined }
  | { readonly adaptation?: undefined; readonly problems: readonly Finding[] };

/**
 * A pack from JSON that may be anything: shape, references, domains and look-alike ids, markup and hidden characters,
 * every problem at once up to `limits.findings`. Nothing is thrown and nothing runs, however large, deep or circular it
 * is. Where the part with urgent help is whole it is given back, so that a face can show it.
 */
export const parsePack = (json: unknown): Parsed => packFrom({ json }, capped());

/**
 * A pack from the text of a file: what `parsePack` says, and besides what parsed JSON no longer shows, by line and
 * column: a key written twice, or where the text stops being JSON. A text of more than `limits.characters` is not read.
 */
export function readPack(text: string): Parsed {
  const told = capped();
  return packFrom(readJson(text, told), told);
}

/** An adaptation from JSON that may be anything; every problem at once. What it does to its base is for `adaptPack` to judge. */
export const parseAdaptation = (json: unknown): ParsedAdaptation => adaptationFrom({ json }, capped());

/** An adaptation from the text of a file, as `readPack`. */
export function readAdaptation(text: string): ParsedAdaptation {
  const told = capped();
  return adaptationFrom(readJson(text, told), told);
}

type Read = { readonly json: unknown } | undefined;

function packFrom(read: Read, told: Told): Parsed {
  const pack = read && (shapeOf('pack', read.json, told) as Pack | undefined);
  if (pack) references(pack, told);
  const problems = told.findings();
  if (pack && !problems.length) return { pack };
  const urgentHelp = read && urgentHelpIn(read.json);
  return { problems, ...(urgentHelp && { urgentHelp }) };
}

function adaptationFrom(read: Read, told: Told): ParsedAdaptation {
  const adaptation = read && (shapeOf('adaptation', read.json, told) as Adaptation | undefined);
  const problems = told.findings();
  return adaptation && !problems.length ? { adaptation } : { problems };
}

const readerOf = { pack: 'readPack', adaptation: 'readAdaptation' };
const shapes = { pack: packShape, adaptation: adaptationShape };

/** What has the shape of its kind; nothing where it has another, which is told. */
function shapeOf(kind: Kind, json: unknown, told: Told): unknown {
  const notAnObject = (remedy: string) =>
    told.add({ code: `${kind}-shape`, where: kind, message: `expected an object, found ${inWords(json)}: ${remedy}` });
  if (typeof json === 'string') {
    notAnObject(`read a text with "${readerOf[kind]}"`);
    return undefined;
  }
  if (isBeyond(json, told)) return undefined;
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    notAnObject('check what was given');
    return undefined;
  }
  const { json: today, problem } = migrate(kind, json);
  if (problem) {
    told.add(problem);
    return undefined;
  }
  const shape = checked(kind, today);
  if (shape?.success) return shape.data;
  if (shape) shapeProblems(kind, today, shape.error.issues, told);
  else
    told.add({
      code: `${kind}-shape`,
      where: '',
      message: `expected the shape of the kind "${kind}", found tens of thousands of problems: check that this file is what you meant`,
    });
  return undefined;
}

/** Nothing where there are so many problems that the list of them does not fit the stack. */
function checked(kind: Kind, json: unknown) {
  try {
    return shapes[kind].safeParse(json);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
