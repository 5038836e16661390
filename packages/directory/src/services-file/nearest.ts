import { bitOf, primary } from './class-writer.js';
import { eachRow, placesOf, pointOf, ROW, type Opened } from './opened.js';
import { SELF_REFERRAL } from './parts.js';
import { bend, bendWithin, cosineOf, leastBend, metresOf, toGrid } from './sphere.js';
import { firstRow, leastBendTo, leastCosine, NODE, placeOf } from './tree.js';

/** What a plain search asks; what is left out is not asked. */
export interface PlainQuestion {
  readonly need: string;
  readonly language?: string;
  /** Whole years. */
  readonly age?: number;
  /** Only where a person may come by themselves. */
  readonly selfReferral?: boolean;
  readonly near: { readonly latitude: number; readonly longitude: number };
  /** 10 unless told. */
  readonly limit?: number;
}

/** The question as bits, made once. */
interface Asked {
  readonly need: number;
  readonly needBit: number;
  readonly languageBit: number;
  /** Entries that have a need or a language which shares its bit with others. */
  readonly inNeed: Uint8Array | undefined;
  readonly inLanguage: Uint8Array | undefined;
  readonly age: number;
  readonly flags: number;
  readonly latitude: number;
  readonly longitude: number;
  readonly cosine: number;
  readonly limit: number;
}
/** The best so far, nearest first. */
interface Found {
  readonly rows: Int32Array;
  readonly metres: Float64Array;
  count: number;
}

/** A rare question is answered from the lists of its classes; this is how many rows of a list cost as much as one of the tree. */
const LIST_COST = 3;
/** Twice as deep as any tree. */
const DEPTH = 64;

/**
 * The nearest eligible rows by whole metres, then by row; those without a point last.
 * A service with several places is found at the nearest of them.
 */
export function openNearest(file: Opened): (question: PlainQuestion) => readonly number[] {
  const { head, needsBits, speechBits, termsWords, classNeeds, classSpeech } = file;
  const { placed, rows } = head;
  const needs = new Map(head.needs.map(([need], i) => [need, i]));
  const languages = new Map(head.languages.map(([language], i) => [language, i]));
  const needMembers = members(file.needEnds, file.needClasses, classNeeds);
  const languageMembers = members(file.languageEnds, file.languageClasses, classSpeech);
  const searchTree = openTree(file);

  const says = (needs: number, speech: number, { needBit, languageBit, inNeed, inLanguage }: Asked): boolean =>
    ((needsBits[needs] ?? 0) & needBit) !== 0 &&
    ((speechBits[speech] ?? 0) & languageBit) === languageBit &&
    (!inNeed || inNeed[needs] === 1) &&
    (!inLanguage || inLanguage[speech] === 1);
  const fitsTerms = (row: number, { age, flags }: Asked): boolean =>
    fits(termsWords[file.rows[row * ROW.words + ROW.terms] ?? 0] ?? 0, age, flags);

  const saysRow = (row: number, asked: Asked): boolean =>
    says(file.rows[row * ROW.words + ROW.needs] ?? 0, file.rows[row * ROW.words + ROW.speech] ?? 0, asked);

  function searchLists(asked: Asked, found: Found): void {
    const { need, latitude, longitude, cosine, limit } = asked;
    let reach = Infinity;
    const end = Math.min(file.needEnds[need] ?? 0, file.needClasses.length);
    for (let i = need === 0 ? 0 : (file.needEnds[need - 1] ?? 0); i < end; i++) {
      const one = file.needClasses[i] ?? 0;
      if (!says(classNeeds[one] ?? 0, classSpeech[one] ?? 0, asked)) continue;
      eachRow(file, one, (row) => {
        if (row >= placed || !fitsTerms(row, asked)) return;
        const [there, across] = pointOf(file, row);
        const bent = bend(there - latitude, across - longitude, cosine * cosineOf(there));
        if (bent <= reach && offer(file, asked, found, row, metresOf(bent)) && found.count === limit)
          reach = bendWithin(found.metres[limit - 1] ?? 0);
      });
    }
  }

  let found: Found = { rows: new Int32Array(10), metres: new Float64Array(10), count: 0 };
  return (question) => {
    const need = needs.get(question.need);
    const language = question.language === undefined ? -1 : languages.get(primary(question.language));
    if (need === undefined || language === undefined) return [];
    const latitude = toGrid(question.near.latitude);
    const limit = Math.min(question.limit ?? 10, rows);
    const asked: Asked = {
      need,
      needBit: bitOf(need),
      languageBit: language < 0 ? 0 : bitOf(language),
      inNeed: needMembers(need),
      inLanguage: languageMembers(language),
      age: question.age === undefined ? -1 : Math.min(question.age, 0xff),
      flags: question.selfReferral ? SELF_REFERRAL : 0,
      latitude,
      longitude: toGrid(question.near.longitude),
      cosine: cosineOf(latitude),
      limit,
    };
    // Made once and used again: a search allocates nothing but its answer.
    if (found.rows.length < limit) found = { rows: new Int32Array(limit), metres: new Float64Array(limit), count: 0 };
    found.count = 0;
    const part = language < 0 ? 1 : (head.languages[language]?.[1] ?? 0) / rows;
    const expected = (head.needs[need]?.[1] ?? 0) * part;
    if (expected * expected * LIST_COST < limit * rows) searchLists(asked, found);
    else searchTree(asked, found);
    const answer: number[] = [];
    for (let i = 0; i < found.count; i++) answer.push(found.rows[i] ?? 0);
    for (let row = placed; row < rows && answer.length < limit; row++)
      if (saysRow(row, asked) && fitsTerms(row, asked)) answer.push(row);
    return answer;
  };
}

/** @param terms of a row, or of all under a node; @param age -1 where it is not asked */
const fits = (terms: number, age: number, flags: number): boolean =>
  (terms & flags) === flags && (age < 0 || (age >= (terms & 0xff) && age <= ((terms >> 8) & 0xff)));

/** Depth first, the nearer half first; one function of plain numbers, since this is what a search costs. */
function openTree(file: Opened): (asked: Asked, found: Found) => void {
  const { nodes, needsBits, speechBits, termsWords, rows } = file;
  const { leaves, placed } = file.head;
  const { stepped } = file;
  const stack = new Int32Array(DEPTH);
  const bends = new Float64Array(DEPTH);

  return (asked, found) => {
    const { needBit, languageBit, inNeed, inLanguage, age, flags, latitude, longitude, cosine, limit } = asked;
    let reach = Infinity;
    let top = leaves === 0 ? -1 : 0;
    stack[0] = 0;
    bends[0] = 0;
    while (top >= 0) {
      const node = stack[top] ?? 0;
      if ((bends[top--] ?? 0) > reach) continue;
      if (node < leaves - 1) {
        if (top >= DEPTH - 2) continue;
        const left = 2 * node + 1;
        let nearer = left;
        let least = Infinity;
        for (let child = left; child < left + 2; child++) {
          const at = placeOf(child);
          if (((nodes[at + NODE.needs] ?? 0) & needBit) === 0) continue;
          if (((nodes[at + NODE.languages] ?? 0) & languageBit) !== languageBit) continue;
          if (!fits(nodes[at + NODE.terms] ?? 0, age, flags)) continue;
          const bent = leastBendTo(nodes, at, latitude, longitude, cosine);
          if (bent > reach) continue;
          // The first goes on the stack; the second above it, or below where it is further.
          if (least === Infinity) {
            nearer = child;
            least = bent;
          } else if (bent <= least) {
            top++;
            stack[top] = nearer;
            bends[top] = least;
            nearer = child;
            least = bent;
          } else {
            top++;
            stack[top] = child;
            bends[top] = bent;
          }
        }
        if (least === Infinity) continue;
        top++;
        stack[top] = nearer;
        bends[top] = least;
        continue;
      }
      const at = placeOf(node);
      const leaf = node - leaves + 1;
      const south = (stepped ? (nodes[at + NODE.south] ?? 0) : 0) - latitude;
      const west = (stepped ? (nodes[at + NODE.west] ?? 0) : 0) - longitude;
      const cosines = cosine * leastCosine(nodes, at);
      const end = firstRow(leaf + 1, placed, leaves);
      let word = firstRow(leaf, placed, leaves) * ROW.words;
      for (let row = firstRow(leaf, placed, leaves); row < end; row++, word += ROW.words) {
        const needs = rows[word + ROW.needs] ?? 0;
        if (((needsBits[needs] ?? 0) & needBit) === 0) continue;
        const speech = rows[word + ROW.speech] ?? 0;
        if (((speechBits[speech] ?? 0) & languageBit) !== languageBit) continue;
        if (!fits(termsWords[rows[word + ROW.terms] ?? 0] ?? 0, age, flags)) continue;
        const up = (rows[word] ?? 0) + south;
        const aside = (rows[word + 1] ?? 0) + west;
        if (leastBend(up, aside, cosines) > reach) continue;
        if ((inNeed && inNeed[needs] !== 1) || (inLanguage && inLanguage[speech] !== 1)) continue;
        const bent = bend(up, aside, cosine * cosineOf(up + latitude));
        if (bent > reach || !offer(file, asked, found, row, metresOf(bent))) continue;
        if (found.count === limit) reach = bendWithin(found.metres[limit - 1] ?? 0);
      }
    }
  };
}

/** Takes a row in where it belongs; false where it is too far, or another place of its service is nearer. */
function offer(file: Opened, asked: Asked, found: Found, row: number, away: number): boolean {
  const { rows, metres } = found;
  let at = found.count;
  while (at > 0 && ((metres[at - 1] ?? 0) > away || (metres[at - 1] === away && (rows[at - 1] ?? 0) > row))) at--;
  if (at >= asked.limit || !isNearestPlace(file, asked, row, away)) return false;
  if (found.count < asked.limit) found.count++;
  for (let i = found.count - 1; i > at; i--) {
    rows[i] = rows[i - 1] ?? 0;
    metres[i] = metres[i - 1] ?? 0;
  }
  rows[at] = row;
  metres[at] = away;
  return true;
}

function isNearestPlace(file: Opened, { latitude, longitude, cosine }: Asked, row: number, away: number): boolean {
  const places = placesOf(file, row);
  if (!places) return true;
  for (const place of places) {
    if (place === row) continue;
    const [there, across] = pointOf(file, place);
    const other = metresOf(bend(there - latitude, across - longitude, cosine * cosineOf(there)));
    if (other < away || (other === away && place < row)) return false;
  }
  return true;
}

/** Of a word that shares its bit: the entries that have it, found once. */
function members(ends: ArrayLike<number>, list: ArrayLike<number>, entryOf: ArrayLike<number>) {
  const known = new Map<number, Uint8Array>();
  return (word: number): Uint8Array | undefined => {
    if (word < 31) return undefined;
    const had = known.get(word) ?? new Uint8Array(entryOf.length);
    if (!known.has(word))
      for (let i = ends[word - 1] ?? 0; i < Math.min(ends[word] ?? 0, list.length); i++)
        had[entryOf[list[i] ?? 0] ?? 0] = 1;
    known.set(word, had);
    return had;
  };
}
