import type { Day, Finding, Service } from '@everycontact/core';
import { present } from '../present.js';
import { areaOfCodes } from '../service/area.js';
import { daysBetween, monthsAfter } from '../service/day.js';
import type { Overlay, OverlayEntry } from './overlay.js';
import { problem } from './written.js';

export interface ApplyOptions {
  readonly today: Day;
  /** Days after its check from which an entry is flagged; 180 by default, a proposal to be settled locally. */
  readonly staleAfter?: number;
  /** Days after its check from which an entry no longer counts; 365 by default, a proposal to be settled locally. */
  readonly hideAfter?: number;
}

export interface Applied {
  /** In the same order, each service as the overlay has it. `provenance.overlay` says what came from there. */
  readonly services: readonly Service[];
  readonly findings: readonly Finding[];
}

/** When an entry is due to be checked again, and when it stops to count. */
export const stalePeriods = { staleAfter: 180, hideAfter: 365 };

/**
 * Services as the local team knows them: what an entry says stands before the feed, what it does not say stays.
 *
 * An entry that nobody checked for `staleAfter` days still counts and its service carries the warning `overlay-stale`;
 * after `hideAfter` days the entry is hidden: the service is again what its feed says, the pause and the pin of that entry
 * included, and only `provenance.overlay`, without a field, tells that somebody has to look. The day of the check counts as the day the service was assured, where it is the later one.
 */
export function applyOverlay(services: readonly Service[], overlay: Overlay, options: ApplyOptions): Applied {
  const { today, staleAfter, hideAfter } = { ...stalePeriods, ...options };
  const ids = new Map(services.map(({ id }) => [id.toLowerCase(), id]));
  const names = new Map(services.map(({ id, name }) => [id, name]));
  const findings: Finding[] = [];
  const counted = new Map<string, { readonly entry: OverlayEntry; readonly stale: boolean }>();
  const hidden = new Map<string, Day>();
  overlay.entries.forEach((entry, at) => {
    const where = entry.where ?? `entries.${at}`;
    const id = ids.get(entry.service.toLowerCase());
    const age = daysBetween(entry.lastChecked, today);
    const checked = `last checked ${entry.lastChecked}, ${age} days ago`;
    if (id === undefined) {
      const remedy = 'correct the id, or take the entry out if the service is gone';
      findings.push(
        problem('overlay-service-unknown', where, 'the id of a service of the feed', `"${entry.service}"`, remedy),
      );
    } else if (age > hideAfter) {
      hidden.set(id, entry.lastChecked);
      findings.push(
        warning('overlay-hidden', where, `a check within ${hideAfter} days`, checked, 'it no longer counts; check it'),
      );
    } else {
      if (age > staleAfter)
        findings.push(warning('overlay-stale', where, `a check within ${staleAfter} days`, checked, 'check it again'));
      counted.set(id, { entry: withKnownNext({ ...entry, where }, id, ids, findings), stale: age > staleAfter });
      findings.push(...ended({ ...entry, where }, today), ...misnamed({ ...entry, where }, names.get(id)));
    }
  });
  return {
    services: services.map((service) => {
      const found = counted.get(service.id);
      if (found) return overlaid(service, found.entry, found.stale, overlay.owner, today);
      const checkedOn = hidden.get(service.id);
      if (checkedOn === undefined) return service;
      return {
        ...service,
        provenance: { ...service.provenance, overlay: { owner: overlay.owner, checkedOn, fields: [] } },
      };
    }),
    findings,
  };
}

type Placed = OverlayEntry & { readonly where: string };

const warning = (...told: Parameters<typeof problem>): Finding => ({ ...problem(...told), severity: 'warning' });

/** A name beside an id that belongs to another service: one of the two is a slip. */
function misnamed({ where, name }: Placed, known = ''): readonly Finding[] {
  if (name === undefined || name.toLowerCase() === known.toLowerCase()) return [];
  return [
    warning('overlay-name-differs', where, `"${known}" as in the feed`, `"${name}"`, 'see whether the id is right'),
  ];
}

/** A pin or a pause whose last day is over. */
const ended = ({ where, ...entry }: Placed, today: Day): readonly Finding[] =>
  (['pinned', 'paused'] as const).flatMap((field) => {
    const until = entry[field];
    if (typeof until !== 'string' || until >= today) return [];
    return [warning(`overlay-${field}-ended`, where, 'a day to come', until, 'take it out, or set a new day')];
  });

function withKnownNext(entry: Placed, id: string, ids: ReadonlyMap<string, string>, findings: Finding[]): OverlayEntry {
  if (entry.next === undefined) return entry;
  const next = entry.next.flatMap((written) => {
    const known = ids.get(written.toLowerCase());
    if (known !== undefined && known !== id) return [known];
    const found = known === undefined ? `"${written}"` : 'the service itself';
    const remedy = 'correct the id, or take it out';
    findings.push(problem('overlay-next-unknown', entry.where, 'the id of another service of the feed', found, remedy));
    return [];
  });
  return { ...entry, next };
}

function overlaid(service: Service, entry: OverlayEntry, stale: boolean, owner: string, today: Day): Service {
  const { minimumAge, maximumAge, warnings = [], ...rest } = service;
  const ages = agesOf({ minimumAge, maximumAge }, entry);
  const said = changes(service, entry, today);
  const fields = [
    ...Object.keys(said),
    ...(['minimumAge', 'maximumAge'] as const).filter((name) => ages[name] !== service[name]),
  ];
  const later = entry.lastChecked > (service.assuredOn ?? '');
  const told = [
    ...warnings.filter((one) => !later || !['assured-missing', 'assured-old'].includes(one)),
    ...(later && monthsAfter(entry.lastChecked, 12) < today ? ['assured-old'] : []),
    ...(stale ? ['overlay-stale'] : []),
  ];
  return {
    ...rest,
    ...ages,
    ...said,
    ...(later ? { assuredOn: entry.lastChecked } : {}),
    provenance: { ...service.provenance, overlay: { owner, checkedOn: entry.lastChecked, fields } },
    ...(told.length === 0 ? {} : { warnings: told }),
  };
}

interface Ages {
  readonly minimumAge?: number | undefined;
  readonly maximumAge?: number | undefined;
}

/** The limits of both; where one of the entry's crosses one of the feed's, only the entry's is left. */
function agesOf(feed: Ages, entry: OverlayEntry): Pick<Service, 'minimumAge' | 'maximumAge'> {
  const [from, to] = [entry.minimumAge ?? feed.minimumAge, entry.maximumAge ?? feed.maximumAge];
  const crossed = typeof from === 'number' && typeof to === 'number' && from > to;
  return present({
    minimumAge: from === 'none' || (crossed && entry.minimumAge === undefined) ? undefined : from,
    maximumAge: to === 'none' || (crossed && entry.maximumAge === undefined) ? undefined : to,
  });
}

/** What else the entry says, in the fields of a service. */
function changes(service: Service, entry: OverlayEntry, today: Day): Partial<Service> {
  const { responsible, needs, who, areas, languages, interpreter, cost, access, stepFree, next } = entry;
  const holds = (last: true | Day | undefined): boolean => last === true || (last !== undefined && last >= today);
  return present({
    organization: responsible === undefined ? undefined : { ...service.organization, responsible },
    needs: needs && needsOf(service, needs),
    who: who && { ...service.who, ...who },
    area: areas && areaOfCodes(areas),
    languages,
    interpreter,
    cost,
    access: access && { ...service.access, ...access },
    locations: stepFree && service.locations.map((place) => ({ ...place, stepFree })),
    pinned: holds(entry.pinned) ? (true as const) : undefined,
    state: holds(entry.paused) && service.state !== 'closed' ? ('paused' as const) : undefined,
    next: next && next.length > 0 ? next : undefined,
  });
}

/** Those of the entry first, then those of the feed of which the entry says nothing. */
function needsOf({ needs: feed }: Service, { main = [], side = [], not = [] }: NonNullable<OverlayEntry['needs']>) {
  const said = [...main, ...side, ...not];
  return [
    ...main.map((need) => ({ need, how: 'main' as const })),
    ...side.filter((need) => !main.includes(need)).map((need) => ({ need, how: 'side' as const })),
    ...feed.filter(({ need }) => !said.includes(need)),
  ];
}
