import { bitOf, primary } from './class-writer.js';
import { SELF_REFERRAL } from './parts.js';
import { eachRow, placesOf, pointOf, type Opened } from './opened.js';
import { bend, bendWithin, cosineOf, metresOf, toGrid } from './sphere.js';
import { firstRow, leastBendTo, NODE } from './tree.js';

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

/** A rare question is answered from the lists of its classes; this is how many rows of a list cost as much as one of the tree. */
const LIST_COST = 3;
const DEPTH = 64;

/**
 * The nearest eligible rows by whole metres, then by row; those without a point last.
 * A service with several places is found at the nearest of them.
 */
export function openNearest(file: Opened): (question: PlainQuestion) => readonly number[] {
  const { head, nodes, classes, latitude: latitudes, longitude: longitudes, class: classOf, stepped } = file;
  const { terms: termsOf, termsWords } = file;
  const { leaves, placed, rows } = head;
  const entries = (words: readonly (readonly [string, number])[]) => new Map(words.map(([one], i) => [one, i]));
  const needs = entries(head.needs);
  const languages = entries(head.languages);
  const stack = new Int32Array(DEPTH);
  const bends = new Float64Array(DEPTH);

  // One question at a time: what it asks, and the best so far.
  let [needBit, languageBit, age, flags] = [0, 0, -1, 0];
  let inNeed: Uint8Array | undefined;
  let inLanguage: Uint8Array | undefined;
  let [latitude, longitude, cosine] = [0, 0, 1];
  let limit = 10;
  let found: number[] = [];
  let metres: number[] = [];
  let reach = Infinity;

  const fitsClass = (one: number): boolean =>
    ((classes[one * 2] ?? 0) & needBit) !== 0 &&
    ((classes[one * 2 + 1] ?? 0) & languageBit) === languageBit &&
    (!inNeed || inNeed[one] === 1) &&
    (!inLanguage || inLanguage[one] === 1);
  const fitsTerms = (terms: number): boolean =>
    (terms & flags) === flags && (age < 0 || (age >= (terms & 0xff) && age <= ((terms >> 8) & 0xff)));
  const fits = (row: number): boolean => fitsClass(classOf[row] ?? 0) && fitsTerms(termsWords[termsOf[row] ?? 0] ?? 0);
  const isNearestPlace = (row: number, away: number): boolean => {
    const places = placesOf(file, row);
    if (!places) return true;
    for (const place of places) {
      if (place === row) continue;
      const [there, across] = pointOf(file, place);
      const other = metresOf(bend(there - latitude, across - longitude, cosine * cosineOf(there)));
      if (other < away || (other === away && place < row)) return false;
    }
    return true;
  };
  const offer = (row: number, bent: number): void => {
    const away = metresOf(bent);
    let at = found.length;
    while (at > 0 && ((metres[at - 1] ?? 0) > away || (metres[at - 1] === away && (found[at - 1] ?? 0) > row))) at--;
    if (at >= limit || !isNearestPlace(row, away)) return;
    found.splice(at, 0, row);
    metres.splice(at, 0, away);
    if (found.length > limit) found.length = metres.length = limit;
    if (found.length === limit) reach = bendWithin(metres[limit - 1] ?? 0);
  };
  const scanLeaf = (node: number): void => {
    const leaf = node - leaves + 1;
    const south = stepped ? (nodes[node * 8] ?? 0) - latitude : -latitude;
    const west = stepped ? (nodes[node * 8 + 2] ?? 0) - longitude : -longitude;
    const end = firstRow(leaf + 1, placed, leaves);
    for (let row = firstRow(leaf, placed, leaves); row < end; row++) {
      if (!fits(row)) continue;
      const up = (latitudes[row] ?? 0) + south;
      const bent = bend(up, (longitudes[row] ?? 0) + west, cosine * cosineOf(up + latitude));
      if (bent <= reach) offer(row, bent);
    }
  };
  const mayHold = (at: number): boolean => {
    if (((nodes[at + NODE.needs] ?? 0) & needBit) === 0) return false;
    if (((nodes[at + NODE.languages] ?? 0) & languageBit) !== languageBit) return false;
    return fitsTerms(nodes[at + NODE.terms] ?? 0);
  };
  const searchTree = (): void => {
    if (leaves === 0) return;
    let top = 0;
    stack[0] = 0;
    bends[0] = 0;
    while (top >= 0) {
      const node = stack[top] ?? 0;
      if ((bends[top--] ?? 0) > reach) continue;
      if (node >= leaves - 1) {
        scanLeaf(node);
        continue;
      }
      const left = 2 * node + 1;
      const at = left * NODE.words;
      const a = mayHold(at) ? leastBendTo(nodes, at, latitude, longitude, cosine) : Infinity;
      const b = mayHold(at + NODE.words) ? leastBendTo(nodes, at + NODE.words, latitude, longitude, cosine) : Infinity;
      // The nearer one on top.
      const [far, near] = a <= b ? [left + 1, left] : [left, left + 1];
      if (Math.max(a, b) <= reach && top < DEPTH - 2) {
        stack[++top] = far;
        bends[top] = Math.max(a, b);
      }
      if (Math.min(a, b) <= reach && top < DEPTH - 1) {
        stack[++top] = near;
        bends[top] = Math.min(a, b);
      }
    }
  };
  const searchLists = (need: number): void => {
    const begin = need === 0 ? 0 : (file.needEnds[need - 1] ?? 0);
    const end = Math.min(file.needEnds[need] ?? 0, file.needClasses.length);
    for (let i = begin; i < end; i++) {
      const one = file.needClasses[i] ?? 0;
      if (!fitsClass(one)) continue;
      eachRow(file, one, (row) => {
        if (row >= placed || !fitsTerms(termsWords[termsOf[row] ?? 0] ?? 0)) return;
        const [there, across] = pointOf(file, row);
        const bent = bend(there - latitude, across - longitude, cosine * cosineOf(there));
        if (bent <= reach) offer(row, bent);
      });
    }
  };
  const members = (ends: ArrayLike<number>, list: ArrayLike<number>) => {
    const known = new Map<number, Uint8Array>();
    return (entry: number): Uint8Array | undefined => {
      if (entry < 31) return undefined;
      const had = known.get(entry) ?? new Uint8Array(classes.length / 2);
      if (!known.has(entry))
        for (let i = ends[entry - 1] ?? 0; i < Math.min(ends[entry] ?? 0, list.length); i++) had[list[i] ?? 0] = 1;
      known.set(entry, had);
      return had;
    };
  };
  const needMembers = members(file.needEnds, file.needClasses);
  const languageMembers = members(file.languageEnds, file.languageClasses);

  return (question) => {
    const need = needs.get(question.need);
    const language = question.language === undefined ? -1 : (languages.get(primary(question.language)) ?? NaN);
    if (need === undefined || Number.isNaN(language)) return [];
    needBit = bitOf(need);
    inNeed = needMembers(need);
    languageBit = language < 0 ? 0 : bitOf(language);
    inLanguage = language < 0 ? undefined : languageMembers(language);
    age = question.age === undefined ? -1 : Math.min(question.age, 0xff);
    flags = question.selfReferral ? SELF_REFERRAL : 0;
    latitude = toGrid(question.near.latitude);
    longitude = toGrid(question.near.longitude);
    cosine = cosineOf(latitude);
    limit = question.limit ?? 10;
    found = [];
    metres = [];
    reach = Infinity;
    const part = language < 0 ? 1 : (head.languages[language]?.[1] ?? 0) / rows;
    const expected = (head.needs[need]?.[1] ?? 0) * part;
    if (expected * expected * LIST_COST < limit * rows) searchLists(need);
    else searchTree();
    for (let row = placed; row < rows && found.length < limit; row++) if (fits(row)) found.push(row);
    return found;
  };
}
