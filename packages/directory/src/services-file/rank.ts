import { metresBetween, type Question, shortlist, type Shortlist } from '@everycontact/core/directory';
import { boundsOf, type Bounds } from './bounds.js';
import { bitOf } from './class-writer.js';
import type { Container } from './container.js';
import { eachRow, placesOf, pointOf, ROW, type Opened } from './opened.js';
import { bend, cosineOf, leastMetres, toGrid } from './sphere.js';
import { distanceRank, FAR, openStandings, POSSIBLE, stepOf, type Standing } from './standing.js';
import { firstRow, leastBendTo, NODE, placeOf } from './tree.js';

interface Limits {
  readonly limit?: number;
  readonly excluded?: number;
}
type List = Shortlist<number>;
interface Unplaced {
  readonly row: number;
  readonly rank: number;
  readonly failed: number;
  readonly isRemote: boolean;
}
/** What stays the same wherever one asks from. */
interface Prepared {
  readonly standing: Standing;
  readonly bounds: Bounds;
  readonly unplaced: readonly Unplaced[];
  readonly needBit: number;
}

/** Questions kept: in one place of work they repeat. */
const KEPT = 16;
const DEPTH = 64;
/** As in a plain search: how many rows of a list cost as much as one of the tree. */
const LIST_COST = 3;

/**
 * The rows that core's `match` over every service would choose, found without looking at every one: core judges the parts
 * of services once a question, each row is a sum of them, and nothing is visited that cannot come into the list.
 */
export function openRanking(container: Container, file: Opened) {
  const standingOf = openStandings(container, file);
  const prepared = new Map<string, Prepared>();
  const { head, nodes, needsBits, rows: words, area: areaOf, hours: hoursOf, assured } = file;
  const termsOf = (row: number) => words[row * ROW.words + ROW.terms] ?? 0;
  const { leaves, placed, rows } = head;
  const before = (a: number, b: number) => (file.alphabet[a] ?? 0) - (file.alphabet[b] ?? 0);

  /** Offers a row at its place in the ranking, unless it surely has none or another place of its service is nearer. */
  function consider(row: number, standing: Standing, question: Question, list: List): void {
    const needs = words[row * ROW.words + ROW.needs] ?? 0;
    const speech = words[row * ROW.words + ROW.speech] ?? 0;
    const terms = termsOf(row);
    const area = areaOf[row] ?? 0;
    const failed =
      (standing.speech.failed[speech] ?? 0) | (standing.terms.failed[terms] ?? 0) | (standing.area.failed[area] ?? 0);
    let rank =
      standing.base +
      standing.ofNeeds(needs) +
      (standing.speech.rank[speech] ?? Infinity) +
      (standing.terms.rank[terms] ?? Infinity) +
      (standing.area.rank[area] ?? Infinity);
    const isRemote = standing.remote[terms] === 1;
    let bound = failed ? list.excluded.bound : list.matches.bound;
    if (isRemote && !failed && rank < POSSIBLE) bound = Math.max(bound, list.remote.bound);
    if (!(rank <= bound) || rank === Infinity) return;
    rank += standing.ofHours(hoursOf[row] ?? 0);
    if ((assured[row] ?? 0) < standing.assuredSince) rank += standing.unassured;
    if (rank > bound) return;
    const metres = metresOf(row, standing, question, rank, bound);
    if (metres === ELSEWHERE) return;
    const near = isRemote && (metres === undefined || standing.near[area] === 1);
    rank += distanceRank(near ? 0 : stepOf(question, metres), metres);
    if (rank <= bound) list.offer(row, { rank, failed, isRemote });
  }

  /** Whole metres as core counts them; undefined where they are not known. */
  function metresOf(row: number, standing: Standing, question: Question, rank: number, bound: number) {
    const { origin } = question;
    const places = placesOf(file, row);
    if (!places) {
      if (!origin || row >= placed || standing.closedPlace[termsOf(row)]) return undefined;
      const [latitude, longitude] = pointOf(file, row);
      const [from, across] = [toGrid(origin.latitude), toGrid(origin.longitude)];
      const bent = bend(latitude - from, longitude - across, cosineOf(from) * cosineOf(latitude));
      // Core measures only what can still come in.
      return rank + leastMetres(bent) > bound ? ELSEWHERE : measured(row, origin);
    }
    const open = origin ? places.filter((place) => !standing.closedPlace[termsOf(place)]) : [];
    if (!origin || open.length === 0) return Math.min(...places) === row ? undefined : ELSEWHERE;
    const metres = measured(row, origin);
    const nearest = open.every((place) => {
      const other = measured(place, origin);
      return other > metres || (other === metres && place >= row);
    });
    return nearest && open.includes(row) ? metres : ELSEWHERE;
  }
  function measured(row: number, origin: NonNullable<Question['origin']>): number {
    const [latitude, longitude] = pointOf(file, row);
    return metresBetween(origin, { latitude: latitude / 10_000, longitude: longitude / 10_000 });
  }

  function searchTree({ standing, bounds, needBit }: Prepared, question: Question, list: List): void {
    const origin = question.origin;
    const latitude = toGrid(origin?.latitude ?? 0);
    const longitude = toGrid(origin?.longitude ?? 0);
    const cosine = cosineOf(latitude);
    const stack = new Int32Array(DEPTH);
    const metresTo = (node: number) =>
      origin ? leastMetres(leastBendTo(nodes, placeOf(node), latitude, longitude, cosine)) : FAR;
    let top = leaves === 0 ? -1 : 0;
    while (top >= 0) {
      const node = stack[top--] ?? 0;
      const at = placeOf(node);
      if (((nodes[at + NODE.needs] ?? 0) & needBit) === 0) continue;
      if (!isWorth(bounds, nodes[at + NODE.entries] ?? 0, metresTo(node), list)) continue;
      if (node >= leaves - 1) {
        const end = firstRow(node - leaves + 2, placed, leaves);
        for (let row = firstRow(node - leaves + 1, placed, leaves); row < end; row++)
          if (((needsBits[words[row * ROW.words + ROW.needs] ?? 0] ?? 0) & needBit) !== 0)
            consider(row, standing, question, list);
      } else if (top < DEPTH - 2) {
        const left = 2 * node + 1;
        const nearer = metresTo(left) <= metresTo(left + 1) ? left : left + 1;
        stack[++top] = nearer === left ? left + 1 : left;
        stack[++top] = nearer;
      }
    }
  }

  function searchLists({ standing, bounds }: Prepared, question: Question, list: List): void {
    for (const one of standing.classes) {
      const may =
        comesIn(bounds.matchOfClass(one), Math.max(list.matches.bound, list.remote.bound)) ||
        comesIn(bounds.excludedOfClass(one), list.excluded.bound);
      if (!may) continue;
      eachRow(file, one, (row) => {
        if (row < placed) consider(row, standing, question, list);
      });
    }
  }

  /** Every row that serves the need, into a list that tells what to relax. */
  function everything(standing: Standing, question: Question, limits: Limits): List {
    const list = shortlist<number>(limits, before);
    const endless = { ...list, matches: endlessly(list.matches), excluded: endlessly(list.excluded) };
    for (const one of standing.classes) eachRow(file, one, (row) => consider(row, standing, question, endless));
    return list;
  }

  function prepare(question: Question, limits: Limits): Prepared {
    const { origin, calendar: _, ...rest } = question;
    const key = JSON.stringify([rest, limits.limit, limits.excluded, origin !== undefined]);
    const had = prepared.get(key);
    if (had) return had;
    const standing = standingOf(question);
    const unplaced: Unplaced[] = [];
    const list = shortlist<number>(limits, before);
    const kept: List = {
      ...list,
      offer(row, judgement) {
        unplaced.push({ row, ...judgement });
        list.offer(row, judgement);
      },
    };
    for (const one of standing.classes)
      eachRow(file, one, (row) => {
        if (row >= placed) consider(row, standing, question, kept);
      });
    const best = new Set([...list.matches.found, ...list.excluded.found, ...list.remote.found]);
    const need = head.needs.findIndex(([one]) => one === question.need);
    const made = {
      standing,
      bounds: boundsOf(standing, question),
      unplaced: unplaced.filter(({ row }) => best.has(row)),
      needBit: need < 0 ? 0 : bitOf(need),
    };
    if (prepared.size >= KEPT) prepared.delete(prepared.keys().next().value ?? '');
    prepared.set(key, made);
    return made;
  }

  return (question: Question, limits: Limits): List => {
    const ready = prepare(question, limits);
    const { standing, unplaced } = ready;
    const list = shortlist<number>(limits, before);
    for (const { row, ...judgement } of unplaced) list.offer(row, judgement);
    const best = rowsOfBest(file, standing);
    if (best * best * LIST_COST < (limits.limit ?? 5) * rows) searchLists(ready, question, list);
    else searchTree(ready, question, list);
    return list.matches.found.length ? list : everything(standing, question, limits);
  };
}

/** Another place of the service is nearer, or this one too far to come in. */
const ELSEWHERE = -1;

const endlessly = ({ found }: List['matches']) => ({ found, bound: Number.MAX_VALUE });

const comesIn = (rank: number, bound: number) => rank <= bound && rank < Infinity;

function isWorth(bounds: Bounds, entries: number, metres: number, list: List): boolean {
  if (comesIn(bounds.match(entries, metres), list.matches.bound)) return true;
  if (comesIn(bounds.excluded(entries, metres), list.excluded.bound)) return true;
  const remote = bounds.remote(entries, metres);
  return remote < POSSIBLE && comesIn(remote, list.remote.bound);
}

/** How many rows the classes have that stand as well as the best. */
function rowsOfBest({ classRows }: Opened, { classes, ofClass }: Standing): number {
  const [first] = classes;
  let sum = 0;
  for (const one of classes) {
    if (first === undefined || ofClass(one) > ofClass(first)) break;
    sum += classRows[one] ?? 0;
  }
  return sum;
}
