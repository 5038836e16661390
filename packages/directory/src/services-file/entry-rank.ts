import { metresFrom, type Question, type Shortlist, stepOfMetres } from '@everycontact/core/directory';
import { ENTRY, placesOf, pointOf, REF, type Opened, type OpenedGrove } from './opened.js';
import { leastBend, leastMetres } from './sphere.js';
import { type Added, distanceRank, type Standing } from './standing.js';
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
/** No leaf, where the entries do not stand in one. */
export const NO_LEAF = -1;

/**
 * Offers entries that stand side by side at their places in the ranking, without those that surely have none and those of
 * which another place of the service is nearer. One loop, for it goes through hundreds in a town.
 */
export function openEntries(file: Opened) {
  const { entries, refs, area: areaOf, hours: hoursOf, assured, head } = file;

  /** @param leaf they stand in, or `NO_LEAF` */
  return (from: number, end: number, leaf: number, asked: Asked, list: List): void => {
    const { question, grove, standing, hours } = asked;
    const { base, how, speech, terms, area, remote, assuredSince, unassured } = standing;
    const { rank: speechRank, failed: speechFailed } = speech;
    const { rank: termsRank, failed: termsFailed } = terms;
    const areaRank = area.rank;
    const hoursRank = hours.rank;
    const { matches, excluded, remote: line } = list;
    const mayFail = question.area !== undefined;
    const knowsAway = leaf !== NO_LEAF && question.origin !== undefined;
    const at = placeOf(knowsAway ? grove.leaves - 1 + leaf : 0);
    const south = (knowsAway && file.stepped ? (grove.nodes[at + NODE.south] ?? 0) : 0) - asked.latitude;
    const west = (knowsAway && file.stepped ? (grove.nodes[at + NODE.west] ?? 0) : 0) - asked.longitude;
    const cosines = knowsAway ? asked.cosine * leastCosine(grove.nodes, at) : 0;
    let most = Math.max(matches.bound, excluded.bound, line.bound);
    for (let entry = from; entry < end; entry++) {
      const word = entry * ENTRY.words;
      const ofSpeech = entries[word + ENTRY.speech] ?? 0;
      const ofTerms = entries[word + ENTRY.terms] ?? 0;
      const ref = refs[entry] ?? 0;
      let rank =
        base +
        (how[(ref >> REF.how) & 3] ?? Infinity) +
        (speechRank[ofSpeech] ?? Infinity) +
        (termsRank[ofTerms] ?? Infinity);
      if (!(rank <= most)) continue;
      const byPhone = remote[ofTerms] === 1;
      const apart = (speechFailed[ofSpeech] ?? 0) | (termsFailed[ofTerms] ?? 0);
      const fine = byPhone ? Math.max(matches.bound, line.bound) : matches.bound;
      // Where an area is told, it may still rule it out.
      if (!(rank <= (apart ? excluded.bound : mayFail ? Math.max(fine, excluded.bound) : fine))) continue;
      const service = ref & REF.service;
      if (service >= head.count) continue;
      const ofArea = areaOf[service] ?? 0;
      const ofHours = hoursOf[service] ?? 0;
      const byArea = areaRank[ofArea] ?? Infinity;
      const byHours = hoursRank[ofHours] ?? Infinity;
      rank += Number.isNaN(byArea) ? area.meet(ofArea) : byArea;
      rank += Number.isNaN(byHours) ? hours.meet(ofHours) : byHours;
      if ((assured[service] ?? 0) < assuredSince) rank += unassured;
      const failed = apart | (area.failed[ofArea] ?? 0);
      const bound = failed ? excluded.bound : fine;
      if (!(rank <= bound)) continue;
      if (knowsAway && !byPhone) {
        const bent = leastBend((entries[word] ?? 0) + south, (entries[word + 1] ?? 0) + west, cosines);
        const least = leastMetres(bent);
        if (rank + distanceRank(stepOfMetres(least), least) > bound) continue;
      }
      const metres = metresOf(entry, asked, rank, bound);
      if (metres === ELSEWHERE) continue;
      const near = byPhone && (metres === undefined || standing.isNear(ofArea));
      rank += distanceRank(near ? 0 : stepOfMetres(metres), metres);
      if (!(rank <= bound)) continue;
      list.offer(entry, { rank, failed, isRemote: byPhone });
      most = Math.max(matches.bound, excluded.bound, line.bound);
    }
  };

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
    return metresFrom(origin, { latitude: latitude / 10_000, longitude: longitude / 10_000 });
  }
}
