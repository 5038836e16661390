import type { Instant } from '../pack/reader.js';
import type { DirectoryAnswer, Excluded, Match, ReasonCode } from './directory.js';
import type { Question } from './question.js';
import { metresToLocation } from './rank.js';
import { explain, failing } from './reasons.js';
import type { Location, Service } from './service.js';

/** What was chosen from a shortlist, as services with all their texts. */
export interface Chosen {
  readonly matches: readonly Service[];
  readonly excluded: readonly Service[];
  readonly relax?: { readonly code: ReasonCode; readonly nearest: Service; readonly would: number };
}

/** The answer with its reasons, which are made only for what is shown. @param asOf when the list was last known to be true */
export function answerOf({ matches, excluded, relax }: Chosen, question: Question, asOf: Instant): DirectoryAnswer {
  const reason = relax && failing(relax.nearest, question, relax.code);
  const credits = creditsOf(matches);
  const apart: Excluded[] = [];
  for (const service of excluded) {
    const by = failing(service, question);
    if (by) apart.push({ service: service.id, name: service.name, by });
  }
  return {
    matches: matches.map((service) => matchOf(service, question)),
    excluded: apart,
    asOf,
    ...(credits.length && { credits }),
    ...(relax && { relax: { code: relax.code, would: relax.would, ...(reason && { reason }) } }),
  };
}

function creditsOf(matches: readonly Service[]): readonly string[] {
  const credits = new Set<string>();
  for (const { provenance } of matches) {
    const { attribution, licence } = provenance;
    if (attribution) credits.add(licence ? `${attribution}, ${licence}` : attribution);
  }
  return [...credits].sort();
}

type Draft = { -readonly [Field in keyof Match]: Match[Field] };

/** A copy of all that is displayed. Built field by field: this is what an answer costs. */
function matchOf(service: Service, question: Question): Match {
  const { summary, phone, email, url, hours, hoursText, howTo, alert, assuredOn, cost } = service;
  const { name, responsible } = service.organization;
  const place = placeShown(service, question);
  const metres = place && metresToLocation(place, question);
  const { reasons, unknowns } = explain(service, question, metres);
  const match: Draft = {
    service: service.id,
    name: service.name,
    organization: name,
    eligible: unknowns ? 'possible' : 'eligible',
    reasons,
    cost,
  };
  if (responsible !== undefined) match.responsible = responsible;
  if (summary !== undefined) match.summary = summary;
  if (phone !== undefined) match.phone = phone;
  if (email !== undefined) match.email = email;
  if (url !== undefined) match.url = url;
  if (place?.address !== undefined) match.address = place.address;
  if (metres !== undefined) match.metres = metres;
  if (metres !== undefined && question.about) match.about = true;
  if (hours !== undefined) match.hours = hours;
  if (hoursText !== undefined) match.hoursText = hoursText;
  if (howTo !== undefined) match.howTo = howTo;
  if (alert !== undefined) match.alert = alert;
  if (assuredOn !== undefined) match.assuredOn = assuredOn;
  if (service.nextNames) match.next = service.nextNames;
  return match;
}

/** The nearest place, the first by id of those equally near; the first that is told where no distance is known. */
function placeShown({ locations }: Service, question: Question): Location | undefined {
  let nearest = locations[0];
  let least = Infinity;
  for (const place of locations) {
    const metres = metresToLocation(place, question) ?? Infinity;
    if (metres > least || (metres === least && (metres === Infinity || place.id >= (nearest?.id ?? '')))) continue;
    nearest = place;
    least = metres;
  }
  return nearest;
}
