import type { Day } from '@everycontact/core';
import denmark from './denmark.json';
import international from './international.json';
import sweden from './sweden.json';
import unitedKingdom from './united-kingdom.json';

/**
 * How a code was found out. `verified`: read in its publisher's own text or code. `second-hand`: read in others' use of
 * it. `to-confirm`: the code was read, its term or its fit must be confirmed by whoever deploys. `recalled`: not read.
 */
export type Mark = 'verified' | 'second-hand' | 'to-confirm' | 'recalled';

/** What a code says, in our own words: `answer.smoking.smokes=yes`, `score.audit-c`, `referral.stop-smoking`. */
export type Concept = string;

export interface Code {
  readonly system: string;
  readonly code: string;
  readonly display: string;
  readonly source: string;
  readonly mark: Mark;
  /** The day on which it was found active in a release of its system; null as long as nobody has looked. */
  readonly statusChecked: Day | null;
  /** Known when it is met, never written: it says less, or more, than we know. */
  readonly readOnly?: true;
}

/** The codes of one jurisdiction by what they say. Data that a deployer can replace, concept by concept. */
export interface CodeMap {
  readonly schema: 'everycontact/code-map@1';
  readonly jurisdiction: string;
  /** Records of these places only; of every place by default. */
  readonly places?: readonly string[];
  readonly concepts: Readonly<Record<Concept, readonly Code[]>>;
}

/** Ours. What has no verified code is in none of them: it is exported as text. */
export const codeMaps: readonly CodeMap[] = [international, unitedKingdom, denmark, sweden] as readonly CodeMap[];

export interface CodeChoice {
  /** Ours by default. Where two maps of one jurisdiction name a concept, the later one holds; an empty list says: none. */
  readonly maps?: readonly CodeMap[];
  /** What is written; `verified` alone by default. */
  readonly marks?: readonly Mark[];
}

export interface FoundCode extends Code {
  readonly concept: Concept;
  readonly jurisdiction: string;
}

/** The codes to write for a concept in a record of this place, international ones first. None is an answer: write the text. */
export function codesFor(
  concept: Concept,
  place: string,
  { maps = codeMaps, marks = ['verified'] }: CodeChoice = {},
): readonly FoundCode[] {
  const holds = ({ places }: CodeMap) => places === undefined || places.includes(place);
  return inForce(maps.filter(holds), concept).filter(({ mark, readOnly }) => !readOnly && marks.includes(mark));
}

/** What a coding says: each concept that it is known to stand for, of every jurisdiction. */
export function conceptsOf(
  { system, code }: { readonly system?: string | undefined; readonly code?: string | undefined },
  { maps = codeMaps, marks = ['verified', 'second-hand', 'to-confirm'] }: CodeChoice = {},
): readonly FoundCode[] {
  return (index(maps).get(`${system}|${code}`) ?? []).filter(({ mark }) => marks.includes(mark));
}

const indexes = new WeakMap<readonly CodeMap[], ReadonlyMap<string, readonly FoundCode[]>>();

/** All codes in force, by system and code; made once for a list of maps, for a server reads many records by it. */
function index(maps: readonly CodeMap[]): ReadonlyMap<string, readonly FoundCode[]> {
  const made = indexes.get(maps);
  if (made) return made;
  const codes = new Map<string, FoundCode[]>();
  for (const concept of new Set(maps.flatMap((map) => Object.keys(map.concepts))))
    for (const one of inForce(maps, concept)) {
      const token = `${one.system}|${one.code}`;
      codes.set(token, [...(codes.get(token) ?? []), one]);
    }
  indexes.set(maps, codes);
  return codes;
}

/** Of each jurisdiction the last map that names the concept. */
function inForce(maps: readonly CodeMap[], concept: Concept): readonly FoundCode[] {
  const byJurisdiction = new Map<string, readonly FoundCode[]>();
  for (const { jurisdiction, concepts } of maps)
    if (Object.hasOwn(concepts, concept))
      byJurisdiction.set(
        jurisdiction,
        (concepts[concept] ?? []).map((code) => ({ ...code, concept, jurisdiction })),
      );
  return [...byJurisdiction.values()].flat();
}
