import type { Opened, OpenedGrove } from './opened.js';
import { ENTRY, placesOf, pointOf, REF } from './opened.js';
import { SELF_REFERRAL } from './parts.js';
import { bend, bendWithin, cosineOf, metresOf, squareWithin, toGrid } from './sphere.js';
import { openSpeakers } from './speakers.js';
import { bitOf, primary } from './speech-writer.js';
import { COSINES, firstEntry, NODE, placeOf } from './tree.js';

/** What a plain search asks; what is left out is not asked. */
export interface PlainQuestion {
  readonly need: string;
  readonly language?: string;
  /** Whole years. */
  readonly age?: number;
  /** Only where a person may come by themselves. */
  readonly selfReferral?: boolean;
  readonly near: { readonly latitude: number; readonly longitude: number };
  /** 10 by default. */
  readonly limit?: number;
}

/** The question made ready, once. */
interface Asked {
  readonly languageBit: number;
  /** Entries of speech that have the language; undefined where none is asked. */
  readonly spoken: Uint8Array | undefined;
  /** The age from and to. */
  readonly least: number;
  readonly most: number;
  readonly flags: number;
  readonly latitude: number;
  readonly longitude: number;
  readonly cosine: number;
  readonly limit: number;
}
/** The best so far, nearest first. */
interface Found {
  readonly entries: Int32Array;
  readonly metres: Float64Array;
  count: number;
}

/** Twice as deep as any tree. */
const DEPTH = 64;

/**
 * The numbers of the nearest eligible services by whole metres, then as they stand in their grove; those without a point
 * last. A service with several places is found at the nearest of them.
 */
export function openNearest(file: Opened): (question: PlainQuestion) => readonly number[] {
  const { head, groves, entries, refs, termsWords } = file;
  const { count } = head;
  const languages = new Map(head.languages.map((language, i) => [language, i]));
  const speakersOf = openSpeakers(file);
  const searchTree = openTree(file);

  // Made once and used again: a search allocates little but its answer.
  let found: Found = { entries: new Int32Array(10), metres: new Float64Array(10), count: 0 };
  return ({ need, language: tag, age, selfReferral, near, limit: wanted = 10 }) => {
    const grove = groves.get(need);
    const language = tag === undefined ? -1 : (languages.get(tag) ?? languages.get(primary(tag)));
    if (!grove || language === undefined || wanted < 1) return [];
    const limit = Math.min(wanted, grove.end - grove.first);
    const latitude = toGrid(near.latitude);
    const longitude = toGrid(near.longitude);
    const spoken = language < 0 ? undefined : speakersOf(language);
    const least = age === undefined ? ANY_AGE : Math.min(age, 0xff);
    const most = age === undefined ? -1 : least;
    const flags = selfReferral ? SELF_REFERRAL : 0;
    const languageBit = language < 0 ? 0 : bitOf(language);
    const cosine = cosineOf(latitude);
    if (found.entries.length < limit)
      found = { entries: new Int32Array(limit), metres: new Float64Array(limit), count: 0 };
    found.count = 0;
    searchTree(grove, { languageBit, spoken, least, most, flags, latitude, longitude, cosine, limit }, found);
    const answer: number[] = [];
    for (let i = 0; i < found.count; i++) {
      const service = (refs[found.entries[i] ?? 0] ?? 0) & REF.service;
      if (service < count) answer.push(service);
    }
    for (let entry = grove.placed; entry < grove.end && answer.length < limit; entry++) {
      const word = entry * ENTRY.words;
      if (spoken && spoken[entries[word + ENTRY.speech] ?? 0] !== 1) continue;
      const service = (refs[entry] ?? 0) & REF.service;
      if (service < count && fits(termsWords[entries[word + ENTRY.terms] ?? 0] ?? 0, flags, least, most))
        answer.push(service);
    }
    return answer;
  };
}
/** No age that is asked. */
const ANY_AGE = 0x100;

/** @param terms of an entry, or of all under a node; @param least age, 256 where none is asked; @param most -1 then */
const fits = (terms: number, flags: number, least: number, most: number): boolean =>
  (terms & flags) === flags && (terms & 0xff) <= least && ((terms >> 8) & 0xff) >= most;

/**
 * Depth first, the nearer half first; one function of plain numbers, since this is what a search costs. Distances are
 * squares in units of the grid, as on a flat map; where the map is not flat enough, nothing is left out for its distance.
 */
function openTree(file: Opened): (grove: OpenedGrove, asked: Asked, found: Found) => void {
  const { termsWords, entries, stepped } = file;
  const stack = new Int32Array(DEPTH);
  const squares = new Float64Array(DEPTH);

  return (grove, asked, found) => {
    const { languageBit, spoken, least, most, flags, latitude, longitude, cosine, limit } = asked;
    const { nodes, leaves, first } = grove;
    const placed = grove.placed - first;
    const inner = leaves - 1;
    const cosineStep = cosine / COSINES;
    let reach = Infinity;
    let square = Infinity;
    let top = leaves === 0 ? -1 : 0;
    stack[0] = 0;
    squares[0] = 0;
    while (top >= 0) {
      let node = stack[top] ?? 0;
      if ((squares[top--] ?? 0) > square) continue;
      // Down to the leaf that is nearest; the other halves wait.
      while (node < inner) {
        let at = placeOf(2 * node + 1);
        let left = -1;
        let right = -1;
        let terms = nodes[at + NODE.terms] ?? 0;
        if (((nodes[at + NODE.languages] ?? 0) & languageBit) === languageBit && fits(terms, flags, least, most))
          left = squareTo(nodes, at, latitude, longitude, (terms >>> 24) * cosineStep);
        at += NODE.words;
        terms = nodes[at + NODE.terms] ?? 0;
        if (((nodes[at + NODE.languages] ?? 0) & languageBit) === languageBit && fits(terms, flags, least, most))
          right = squareTo(nodes, at, latitude, longitude, (terms >>> 24) * cosineStep);
        const isLeft = right < 0 || (left >= 0 && left <= right);
        const near = isLeft ? left : right;
        const far = isLeft ? right : left;
        if (near < 0 || near > square) break;
        if (far >= 0 && far <= square) {
          stack[++top] = isLeft ? 2 * node + 2 : 2 * node + 1;
          squares[top] = far;
        }
        node = isLeft ? 2 * node + 1 : 2 * node + 2;
      }
      if (node < inner) continue;
      const at = placeOf(node);
      const leaf = node - inner;
      const south = (stepped ? (nodes[at + NODE.south] ?? 0) : 0) - latitude;
      const west = (stepped ? (nodes[at + NODE.west] ?? 0) : 0) - longitude;
      const cosines = ((nodes[at + NODE.terms] ?? 0) >>> 24) * cosineStep;
      const end = (first + firstEntry(leaf + 1, placed, leaves)) * ENTRY.words;
      for (let word = (first + firstEntry(leaf, placed, leaves)) * ENTRY.words; word < end; word += ENTRY.words) {
        const up = (entries[word] ?? 0) + south;
        const aside = (entries[word + 1] ?? 0) + west;
        if (up * up + aside * aside * cosines > square) continue;
        if (!fits(termsWords[entries[word + ENTRY.terms] ?? 0] ?? 0, flags, least, most)) continue;
        if (spoken && spoken[entries[word + ENTRY.speech] ?? 0] !== 1) continue;
        const bent = bend(up, aside, cosine * cosineOf(up + latitude));
        if (bent > reach || !offer(file, grove, asked, found, word / ENTRY.words, metresOf(bent))) continue;
        if (found.count < limit) continue;
        reach = bendWithin(found.metres[limit - 1] ?? 0);
        square = squareWithin(reach, cosine, longitude);
      }
    }
  };
}

/** How near anything under a node can be. @param cosines of the latitudes of both, at least */
function squareTo(nodes: Int32Array, at: number, latitude: number, longitude: number, cosines: number): number {
  const south = (nodes[at] ?? 0) - latitude;
  const north = latitude - (nodes[at + 1] ?? 0);
  const west = (nodes[at + 2] ?? 0) - longitude;
  const east = longitude - (nodes[at + 3] ?? 0);
  const up = south > 0 ? south : north > 0 ? north : 0;
  const aside = west > 0 ? west : east > 0 ? east : 0;
  return up * up + aside * aside * cosines;
}

/** Takes an entry in where it belongs; false where it is too far, or another place of its service is nearer. */
function offer(file: Opened, grove: OpenedGrove, asked: Asked, found: Found, entry: number, away: number): boolean {
  const { entries, metres } = found;
  let at = found.count;
  while (at > 0 && ((metres[at - 1] ?? 0) > away || (metres[at - 1] === away && (entries[at - 1] ?? 0) > entry))) at--;
  if (at >= asked.limit || !isNearestPlace(file, grove, asked, entry, away)) return false;
  if (found.count < asked.limit) found.count++;
  for (let i = found.count - 1; i > at; i--) {
    entries[i] = entries[i - 1] ?? 0;
    metres[i] = metres[i - 1] ?? 0;
  }
  entries[at] = entry;
  metres[at] = away;
  return true;
}

function isNearestPlace(
  file: Opened,
  grove: OpenedGrove,
  { latitude, longitude, cosine }: Asked,
  entry: number,
  away: number,
): boolean {
  const places = (file.refs[entry] ?? 0) < 0 ? placesOf(file, grove, entry) : undefined;
  if (!places) return true;
  for (const place of places) {
    if (place === entry) continue;
    const [there, across] = pointOf(file, grove, place);
    const other = metresOf(bend(there - latitude, across - longitude, cosine * cosineOf(there)));
    if (other < away || (other === away && place < entry)) return false;
  }
  return true;
}
