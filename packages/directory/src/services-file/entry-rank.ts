import { metresBetween, type Question, type Shortlist } from '@everycontact/core/directory';
import { ENTRY, placesOf, pointOf, REF, type Opened, type OpenedGrove } from './opened.js';
import { leastBend, leastMetres } from './sphere.js';
import { type Added, distanceRank, type Standing, stepOf } from './standing.js';
import { leastCosine, NODE, placeOf } from './tree.js';

export interface Limits {
  readonly limit?: number;
  readonly excluded?: number;
}
export type List = Shortlist<number>;
/** A question made ready for one grove. */
export interface Asked {
  readonly question: Question;
  readonly grove: OpenedGrove;
  readonly standing: Standing;
  readonly hours: Added;
  /** Of the origin, on the grid. */
  readonly latitude: number;
  readonly longitude: number;
  readonly cosine: number;
}

/** Another place of the service is nearer, or this one too far to come in. */
const ELSEWHERE = -1;

/** Offers an entry at its place in the ranking, unless it surely has none or another place of its service is nearer. */
export function openEntries(file: Opened) {
  const { entries, refs, area: areaOf, hours: hoursOf, assured, head } = file;

  /** @param leaf it stands in; -1 where that is not known */
  return (entry: number, leaf: number, asked: Asked, list: List): void => {
    const { standing, hours } = asked;
    const mayFail = asked.question.area !== undefined;
    const word = entry * ENTRY.words;
    const speech = entries[word + ENTRY.speech] ?? 0;
    const terms = entries[word + ENTRY.terms] ?? 0;
    const ref = refs[entry] ?? 0;
    const service = ref & REF.service;
    if (service >= head.count) return;
    let rank =
      standing.base +
      (standing.how[(ref >> REF.how) & 3] ?? Infinity) +
      rankIn(standing.speech, speech) +
      rankIn(standing.terms, terms);
    const isRemote = standing.remote[terms] === 1;
    const isApart = ((standing.speech.failed[speech] ?? 0) | (standing.terms.failed[terms] ?? 0)) !== 0;
    const { matches, excluded, remote } = list;
    const fine = isRemote ? Math.max(matches.bound, remote.bound) : matches.bound;
    // Where an area is told, it may still rule it out.
    const most = isApart ? excluded.bound : mayFail ? Math.max(fine, excluded.bound) : fine;
    if (!(rank <= most) || rank === Infinity) return;
    if (leaf >= 0 && !isRemote && rank + leastAway(word, leaf, asked) > most) return;
    const area = areaOf[service] ?? 0;
    rank += rankIn(standing.area, area) + rankIn(hours, hoursOf[service] ?? 0);
    if ((assured[service] ?? 0) < standing.assuredSince) rank += standing.unassured;
    const failed =
      (standing.speech.failed[speech] ?? 0) | (standing.terms.failed[terms] ?? 0) | (standing.area.failed[area] ?? 0);
    const bound = failed ? excluded.bound : fine;
    if (!(rank <= bound)) return;
    const metres = metresOf(entry, asked, rank, bound);
    if (metres === ELSEWHERE) return;
    const near = isRemote && (metres === undefined || standing.isNear(area));
    rank += distanceRank(near ? 0 : stepOf(asked.question, metres), metres);
    if (rank <= bound) list.offer(entry, { rank, failed, isRemote });
  };

  /** What its distance adds to a rank at least. */
  function leastAway(word: number, leaf: number, { question, grove, latitude, longitude, cosine }: Asked): number {
    if (!question.origin) return 0;
    const at = placeOf(grove.leaves - 1 + leaf);
    const up = (entries[word] ?? 0) + (file.stepped ? (grove.nodes[at + NODE.south] ?? 0) : 0) - latitude;
    const aside = (entries[word + 1] ?? 0) + (file.stepped ? (grove.nodes[at + NODE.west] ?? 0) : 0) - longitude;
    const metres = leastMetres(leastBend(up, aside, cosine * leastCosine(grove.nodes, at)));
    return distanceRank(stepOf(question, metres), metres);
  }

  /** Whole metres as core counts them; undefined where they are not known. */
  function metresOf(entry: number, { question, grove, standing }: Asked, rank: number, bound: number) {
    const { origin } = question;
    const places = placesOf(file, grove, entry);
    const isOpen = (place: number) => !standing.closedPlace[entries[place * ENTRY.words + ENTRY.terms] ?? 0];
    if (!places) {
      if (!origin || entry >= grove.placed || !isOpen(entry)) return undefined;
      const metres = measured(grove, entry, origin);
      return rank + metres > bound ? ELSEWHERE : metres;
    }
    const open = origin ? places.filter(isOpen) : [];
    if (!origin || open.length === 0) return Math.min(...places) === entry ? undefined : ELSEWHERE;
    const metres = measured(grove, entry, origin);
    const nearest = open.every((place) => {
      const other = measured(grove, place, origin);
      return other > metres || (other === metres && place >= entry);
    });
    return nearest && open.includes(entry) ? metres : ELSEWHERE;
  }

  function measured(grove: OpenedGrove, entry: number, origin: NonNullable<Question['origin']>): number {
    const [latitude, longitude] = pointOf(file, grove, entry);
    return metresBetween(origin, { latitude: latitude / 10_000, longitude: longitude / 10_000 });
  }
}

function rankIn({ rank, meet }: Added, entry: number): number {
  const known = rank[entry] ?? Infinity;
  return Number.isNaN(known) ? meet(entry) : known;
}
