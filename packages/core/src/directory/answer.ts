import type { Instant } from '../pack/reader.js';
import type { DirectoryAnswer, Match, Reason, ReasonCode } from './directory.js';
import type { Question } from './question.js';
import { metresTo, metresToLocation } from './rank.js';
import { reasonsFor, verdictsOn } from './reasons.js';
import type { Location, Service } from './service.js';

/** What was chosen from a shortlist, as services with all their texts. */
export interface Chosen {
  readonly matches: readonly Service[];
  readonly excluded: readonly Service[];
  readonly relax?: { readonly code: ReasonCode; readonly nearest: Service; readonly would: number };
}

/** The answer with its reasons, which are made only for what is shown. @param asOf when the list was last known to be true */
export function answerOf({ matches, excluded, relax }: Chosen, question: Question, asOf: Instant): DirectoryAnswer {
  const failing = (service: Service, only?: ReasonCode): Reason | undefined => {
    const by = verdictsOn(service, question).find(({ code, truth }) => truth === false && (only ?? code) === code);
    return by && { code: by.code, truth: false, ...(by.with && { with: by.with }) };
  };
  const reason = relax && failing(relax.nearest, relax.code);
  return {
    matches: matches.map((service) => matchOf(service, question)),
    excluded: excluded.flatMap((service) => {
      const by = failing(service);
      return by ? [{ service: service.id, name: service.name, by }] : [];
    }),
    asOf,
    ...(relax && { relax: { code: relax.code, would: relax.would, ...(reason && { reason }) } }),
  };
}

const shown = [
  'summary',
  'phone',
  'email',
  'url',
  'hours',
  'hoursText',
  'howTo',
  'alert',
  'assuredOn',
] as const satisfies readonly (keyof Service & keyof Match)[];

/** A frozen copy of all that is displayed. */
function matchOf(service: Service, question: Question): Match {
  const { name, responsible } = service.organization;
  const metres = metresTo(service, question);
  const address = placeShown(service.locations, question, metres)?.address;
  const possible = verdictsOn(service, question).some(({ truth, ranked }) => truth === 'unknown' && !ranked);
  return {
    service: service.id,
    name: service.name,
    organization: name,
    ...(responsible !== undefined && { responsible }),
    eligible: possible ? 'possible' : 'eligible',
    reasons: reasonsFor(service, question),
    ...Object.fromEntries(
      shown.flatMap((field) => (service[field] === undefined ? [] : [[field, service[field]] as const])),
    ),
    ...(address !== undefined && { address }),
    ...(metres !== undefined && { metres }),
    ...(metres !== undefined && question.about && { about: true }),
    cost: service.cost,
  };
}

/** The nearest place, the first by id of those equally near; else the first that is told. */
function placeShown(places: readonly Location[], question: Question, metres: number | undefined) {
  if (metres === undefined) return places[0];
  const nearest = places.filter((place) => metresToLocation(place, question) === metres);
  return nearest.sort((a, b) => (a.id < b.id ? -1 : 1))[0];
}
