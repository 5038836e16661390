import { type Judgement, type Question, shortlist, type Shortlist, stepOfMetres } from '@everycontact/core/directory';
import { boundsOf, leastByPhone, leastHere, type Bounds } from './bounds.js';
import type { Container } from './container.js';
import { openEntries, type Asked, type List, type Limits, NO_LEAF } from './entry-rank.js';
import { REF, type Opened, type OpenedGrove } from './opened.js';
import { openSpeakers } from './speakers.js';
import { bitOf } from './speech-writer.js';
import { cosineOf, leastMetres, toGrid } from './sphere.js';
import { type Added, distanceRank, FAR, openStandings, POSSIBLE, type Standing } from './standing.js';
import { firstEntry, leastBendTo, NODE, placeOf } from './tree.js';

/** Facts that a place of work asks with: kept, since they repeat. */
const KEPT = 32;
/** Twice as deep as any tree. */
const DEPTH = 64;

/** An entry without a point, which stands where it stands wherever one asks from. */
interface Unplaced {
  readonly entry: number;
  readonly judgement: Judgement;
}
interface Prepared {
  readonly standing: Standing;
  readonly bounds: Bounds;
  /** The best without a point, by the need, the minute and how many are shown. */
  readonly unplaced: Map<string, readonly Unplaced[]>;
}

/**
 * The entries that core's `match` over every service would choose, found without looking at every one: core judges the parts
 * of services, each entry is a sum of them, and nothing is visited that cannot come into the list.
 */
export function openRanking(container: Container, file: Opened) {
  const { standingOf, hoursAt } = openStandings(container);
  const speakersOf = openSpeakers(file);
  const consider = openEntries(file);
  const alphabetOf = (entry: number) => file.alphabet[(file.refs[entry] ?? 0) & REF.service] ?? 0;
  const before = (a: number, b: number) => alphabetOf(a) - alphabetOf(b);
  const kept = new Map<string, Prepared>();
  let clock = { key: '', hours: undefined as Added | undefined };

  function prepare(question: Question): Prepared {
    const key = keyOf(question);
    const had = kept.get(key);
    if (had) return had;
    const standing = standingOf(question);
    const language = file.head.languages.indexOf(question.spoken);
    const spoken = language < 0 ? undefined : { entries: speakersOf(language), bit: bitOf(language) };
    const made = {
      standing,
      bounds: boundsOf(standing, spoken, question.language !== undefined, question.area !== undefined),
      unplaced: new Map<string, readonly Unplaced[]>(),
    };
    if (kept.size >= KEPT) kept.delete(kept.keys().next().value ?? '');
    kept.set(key, made);
    return made;
  }

  function hoursOf(question: Question): Added {
    const key = `${question.clock.today} ${question.clock.minute}`;
    if (!clock.hours || clock.key !== key) clock = { key, hours: hoursAt(question) };
    return clock.hours as Added;
  }

  function unplacedOf({ unplaced }: Prepared, asked: Asked, limits: Limits): readonly Unplaced[] {
    const { grove, question } = asked;
    const key = `${question.clock.minute} ${limits.limit} ${limits.excluded} ${question.need}`;
    const had = unplaced.get(key);
    if (had) return had;
    const list = shortlist<number>(limits, before);
    const judged = new Map<number, Judgement>();
    const noted: List = {
      ...list,
      offer(entry, judgement) {
        judged.set(entry, judgement);
        list.offer(entry, judgement);
      },
    };
    consider(grove.placed, grove.end, NO_LEAF, asked, noted);
    const best = new Set([...list.matches.found, ...list.excluded.found, ...list.remote.found]);
    const made = [...judged].flatMap(([entry, judgement]) => (best.has(entry) ? [{ entry, judgement }] : []));
    if (unplaced.size >= KEPT) unplaced.clear();
    unplaced.set(key, made);
    return made;
  }

  const stack = new Int32Array(DEPTH);
  const least = new Float64Array(DEPTH);
  function searchTree(bounds: Bounds, asked: Asked, list: List): void {
    const { grove, question, latitude, longitude, cosine } = asked;
    const { nodes, leaves, first } = grove;
    const placed = grove.placed - first;
    const isPlaced = question.origin !== undefined;
    const metresTo = (at: number) =>
      isPlaced ? leastMetres(leastBendTo(nodes, at, latitude, longitude, cosine)) : FAR;
    let top = leaves === 0 ? -1 : 0;
    stack[0] = 0;
    least[0] = metresTo(placeOf(0));
    while (top >= 0) {
      const node = stack[top] ?? 0;
      if (!isWorth(placeOf(node), least[top--] ?? 0, bounds, asked, list)) continue;
      if (node >= leaves - 1) {
        const leaf = node - leaves + 1;
        const end = first + firstEntry(leaf + 1, placed, leaves);
        consider(first + firstEntry(leaf, placed, leaves), end, leaf, asked, list);
      } else {
        // Not as pairs: made and taken apart at every node they would cost a third of the search.
        const left = 2 * node + 1;
        const right = left + 1;
        const toLeft = metresTo(placeOf(left));
        const toRight = metresTo(placeOf(right));
        const isLeft = toLeft <= toRight;
        stack[++top] = isLeft ? right : left;
        least[top] = isLeft ? toRight : toLeft;
        stack[++top] = isLeft ? left : right;
        least[top] = isLeft ? toLeft : toRight;
      }
    }
  }

  /** Every entry that serves the need, into a list that tells what to relax. */
  function everything(grove: OpenedGrove, asked: Asked, limits: Limits): List {
    const list = shortlist<number>(limits, before);
    const endless: List = { ...list, matches: endlessly(list.matches), excluded: endlessly(list.excluded) };
    consider(grove.first, grove.end, NO_LEAF, asked, endless);
    return list;
  }

  return (question: Question, limits: Limits): Shortlist<number> => {
    const list = shortlist<number>(limits, before);
    const grove = file.groves.get(question.need);
    if (!grove) return list;
    const prepared = prepare(question);
    const { standing, bounds } = prepared;
    const { origin } = question;
    const latitude = toGrid(origin?.latitude ?? 0);
    const asked: Asked = {
      question,
      grove,
      standing,
      hours: hoursOf(question),
      latitude,
      longitude: toGrid(origin?.longitude ?? 0),
      cosine: cosineOf(latitude),
    };
    for (const { entry, judgement } of unplacedOf(prepared, asked, limits)) list.offer(entry, judgement);
    searchTree(bounds, asked, list);
    return list.matches.found.length ? list : everything(grove, asked, limits);
  };
}

/** Whether anything under a node may come in. @param metres no entry is nearer */
function isWorth(
  at: number,
  metres: number,
  { ofNode, terms, fine, apart }: Bounds,
  asked: Asked,
  list: List,
): boolean {
  const { matches, excluded, remote } = list;
  const { nodes } = asked.grove;
  const parts = nodes[at + NODE.parts] ?? 0;
  const own = asked.standing.base + ofNode(nodes, at);
  const here = own + distanceRank(stepOfMetres(asked.question.origin && metres), metres);
  if (here + terms <= matches.bound && here + leastHere(fine, parts) <= matches.bound) return true;
  if (here + terms <= excluded.bound && here + leastHere(apart, parts) <= excluded.bound) return true;
  // By phone or online is near everywhere.
  if (parts >>> 24 === 0) return false;
  const line = own + metres + leastByPhone(fine, parts);
  if (line <= matches.bound || (line < POSSIBLE && line <= remote.bound)) return true;
  return own + metres + leastByPhone(apart, parts) <= excluded.bound;
}

const endlessly = ({ found }: List['matches']) => ({ found, bound: Number.MAX_VALUE });

/** All that a standing depends on. */
function keyOf(question: Question): string {
  const { age, pregnant, gender, colleague, language, mayRefer, mustBeFree, stepFree, area, clock } = question;
  return `${age?.from}-${age?.to} ${pregnant} ${gender} ${colleague} ${mayRefer} ${mustBeFree} ${stepFree} ${clock.today} ${language?.length} ${language} ${area}`;
}
