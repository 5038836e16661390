import type { Instant } from '../pack/reader.js';
import type { DirectoryAnswer, DirectoryQuery, Excluded, Match, Reason, ReasonCode } from './directory.js';
import { metresBetween } from './distance.js';
import { criteria, reason } from './eligibility.js';
import type { Location, Service } from './service.js';

interface Candidate {
  readonly service: Service;
  readonly how: 'main' | 'side' | 'wording';
  readonly reasons: readonly Reason[];
  readonly place?: Location;
  readonly metres?: number;
}

/**
 * Eligibility, order and reasons: the only place where they live. An index or a remote server yields candidates, this
 * decides. Services that one stated criterion rules out are listed apart with that criterion; the rest come in a visible,
 * lexicographic and total order: the same question always gives the same list.
 *
 * @param asOf when the candidates were last known to be true
 */
export function match(candidates: Iterable<Service>, query: DirectoryQuery, asOf: Instant): DirectoryAnswer {
  const found: Candidate[] = [];
  const excluded: Excluded[] = [];
  for (const service of candidates) {
    const how = service.needs.find(({ need }) => need === query.need)?.how;
    if (!how) continue;
    const candidate = examined(service, how, query);
    const by = candidate.reasons.find(({ truth }) => truth === false);
    if (by) excluded.push({ service: service.id, name: service.name, by });
    else found.push(candidate);
  }
  const matches = withOneRemote(found.sort(order(query)), query.limit ?? 5).map(frozen);
  const relax = matches.length ? undefined : mostFrequent(excluded);
  excluded.sort((a, b) => text(a.name, b.name) || text(a.service, b.service));
  return { matches, excluded, asOf, ...(relax && { relax }) };
}

const isRemote = ({ delivery }: Service) => delivery.includes('phone') || delivery.includes('online');

function examined(service: Service, how: Candidate['how'], query: DirectoryQuery): Candidate {
  const { near } = query.occasion;
  const from = near && 'latitude' in near ? near : undefined;
  const places = service.locations.flatMap((place) =>
    from && place.latitude !== undefined && place.longitude !== undefined
      ? [{ place, metres: metresBetween(from, { latitude: place.latitude, longitude: place.longitude }) }]
      : [],
  );
  const nearest = places.sort((a, b) => a.metres - b.metres || text(a.place.id, b.place.id))[0];
  const told: Reason[] = [reason(`need-${how}`, true)];
  if (nearest) told.push(reason('distance', true, { metres: nearest.metres }));
  else if (isRemote(service)) told.push(reason('remote', true));
  if (service.cost === 'free') told.push(reason('free', true));
  const late = isStale(service, query);
  told.push(reason('assured', late ? 'unknown' : true, service.assuredOn ? { date: service.assuredOn } : undefined));
  const place = nearest?.place ?? service.locations[0];
  return {
    service,
    how,
    reasons: [...criteria(service, query), ...told],
    ...(place && { place }),
    ...(nearest && { metres: nearest.metres }),
  };
}

const isStale = ({ assuredOn }: Service, { at }: DirectoryQuery) =>
  !assuredOn || Date.parse(at) - Date.parse(assuredOn) > 365 * 86_400_000;

/** The visible ranking, one step after the other; no score. */
function order(query: DirectoryQuery): (a: Candidate, b: Candidate) => number {
  const steps: ((candidate: Candidate) => number)[] = [
    ({ reasons }) => unknowns(reasons),
    ({ how }) => ['main', 'side', 'wording'].indexOf(how),
    ({ reasons }) => rank(reasons, 'route') + rank(reasons, 'capacity'),
    ({ service }) => (service.state === 'paused' ? 1 : 0),
    ({ service, metres }) => band(metres, isRemote(service)),
    ({ service }) => ({ free: 0, unknown: 1, mixed: 1, paid: 2 })[service.cost],
    ({ service }) => (isStale(service, query) ? 1 : 0),
    ({ metres }) => metres ?? Infinity,
  ];
  return (a, b) => {
    for (const step of steps) {
      const [left, right] = [step(a), step(b)];
      if (left !== right) return left < right ? -1 : 1;
    }
    return text(a.service.name, b.service.name) || text(a.service.id, b.service.id);
  };
}

/** Eligible before possible, few unknowns first; being late or paused is ranked further down, not counted here. */
const unknowns = (reasons: readonly Reason[]) =>
  reasons.filter(({ code, truth }) => truth === 'unknown' && !['assured', 'route', 'capacity', 'state'].includes(code))
    .length;

function rank(reasons: readonly Reason[], code: ReasonCode): number {
  const found = reasons.find((one) => one.code === code);
  return found ? (found.truth === true ? 0 : 2) : 1;
}

/** Up to 1 km, 3, 10, 30, further; by phone or online counts as near. */
function band(metres: number | undefined, remote: boolean): number {
  if (metres === undefined) return remote ? 0 : 5;
  return [1_000, 3_000, 10_000, 30_000].filter((limit) => metres > limit).length;
}

/** At least one by phone or online among the first five, where one is there at all. */
function withOneRemote(sorted: readonly Candidate[], limit: number): readonly Candidate[] {
  const first = sorted.slice(0, limit);
  const remote = sorted.find(({ service }) => isRemote(service));
  if (!remote || first.slice(0, 5).includes(remote)) return first;
  const kept = first.slice(0, Math.min(limit, 5) - 1);
  return [...kept, remote, ...sorted.filter((one) => one !== remote && !kept.includes(one))].slice(0, limit);
}

function frozen({ service, reasons, place, metres }: Candidate): Match {
  const open = (
    ['summary', 'phone', 'email', 'url', 'hours', 'hoursText', 'howTo', 'alert', 'assuredOn'] as const
  ).flatMap((field) => (service[field] === undefined ? [] : [[field, service[field]] as const]));
  const { name, responsible } = service.organization;
  return {
    service: service.id,
    name: service.name,
    organization: name,
    ...(responsible !== undefined && { responsible }),
    eligible: unknowns(reasons) ? 'possible' : 'eligible',
    reasons,
    ...Object.fromEntries(open),
    ...(place?.address !== undefined && { address: place.address }),
    ...(metres !== undefined && { metres }),
    cost: service.cost,
  };
}

function mostFrequent(excluded: readonly Excluded[]): DirectoryAnswer['relax'] {
  const codes = excluded.map(({ by }) => by.code);
  const count = (code: ReasonCode) => codes.filter((one) => one === code).length;
  const [code] = [...new Set(codes)].sort((a, b) => count(b) - count(a) || text(a, b));
  return code && { code, would: count(code) };
}

/** By code unit: the same in every engine and language. */
const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
