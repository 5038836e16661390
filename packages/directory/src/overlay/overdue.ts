import type { Day, Service } from '@everycontact/core';
import { daysAfter, monthsAfter } from '../service/day.js';
import { applyOverlay, stalePeriods, type ApplyOptions } from './apply.js';
import type { Overlay } from './overlay.js';

/** One thing that should have been checked by now. */
export interface Overdue {
  readonly service: string;
  readonly name: string;
  /** `service`: nobody assured it for twelve months. `overlay`: nobody checked what the overlay says of it. */
  readonly what: 'service' | 'overlay';
  /** Absent where it was never checked. */
  readonly checkedOn?: Day;
  /** The day it was due. */
  readonly since?: Day;
}
export interface OverdueOfOne {
  /** A role or an address; the empty text where nobody is named. */
  readonly responsible: string;
  readonly overdue: readonly Overdue[];
}

/**
 * What is overdue, by who is responsible for it: the role named in the overlay or feed, else the owner of the overlay for
 * its entries and the organisation for its services. Most overdue first; what was never checked comes before all.
 *
 * @param overlay to be applied; without it, the one that the services already carry in their provenance
 */
export function overdueByResponsible(
  services: readonly Service[],
  overlay: Overlay | undefined,
  options: ApplyOptions,
): readonly OverdueOfOne[] {
  const { today, staleAfter } = { ...stalePeriods, ...options };
  const known = new Map(services.map((service) => [service.id.toLowerCase(), service]));
  const groups = new Map<string, Overdue[]>();
  const add = (responsible: string, overdue: Overdue): void => {
    const group = groups.get(responsible);
    if (group === undefined) groups.set(responsible, [overdue]);
    else group.push(overdue);
  };
  for (const { service: written, lastChecked, responsible, owner } of checksOf(services, overlay)) {
    const service = known.get(written.toLowerCase());
    const since = daysAfter(lastChecked, staleAfter + 1);
    if (service === undefined || since > today) continue;
    const whose = responsible ?? service.organization.responsible ?? owner;
    add(whose, { service: service.id, name: service.name, what: 'overlay', checkedOn: lastChecked, since });
  }
  const now = overlay === undefined ? services : applyOverlay(services, overlay, options).services;
  for (const { id, name, organization, assuredOn } of now) {
    const whose = organization.responsible ?? organization.name;
    if (assuredOn === undefined) add(whose, { service: id, name, what: 'service' });
    else if (monthsAfter(assuredOn, 12) < today)
      add(whose, { service: id, name, what: 'service', checkedOn: assuredOn, since: monthsAfter(assuredOn, 12) });
  }
  const order = (a: Overdue, b: Overdue): number => text(a.since ?? '', b.since ?? '') || text(a.name, b.name);
  return [...groups]
    .map(([responsible, overdue]) => ({ responsible, overdue: overdue.sort(order) }))
    .sort((a, b) => b.overdue.length - a.overdue.length || text(a.responsible, b.responsible));
}

/** When the entries of an overlay were checked: of this one, or of the one that was applied before. */
const checksOf = (services: readonly Service[], overlay: Overlay | undefined) =>
  overlay === undefined
    ? services.flatMap(({ id, provenance: { overlay: applied } }) =>
        applied ? [{ service: id, lastChecked: applied.checkedOn, owner: applied.owner, responsible: undefined }] : [],
      )
    : overlay.entries.map(({ service, lastChecked, responsible }) => ({
        ...{ service, lastChecked, responsible },
        owner: overlay.owner,
      }));

const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
