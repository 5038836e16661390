import type { Notes, Source } from '../source.js';

const noLimit = 120;

/**
 * Youngest and oldest age in years, part years allowed. Ages in prose are not read: a wrong guess would turn people away.
 * Open Referral UK 1.0 keeps them in `eligibilitys`.
 */
export function readAges(
  service: Source,
  notes: Notes,
): { readonly minimumAge?: number; readonly maximumAge?: number } {
  const older = service.list('eligibilitys', 'eligibility')[0];
  const from = age(service, older, 'minimum_age', notes);
  const to = age(service, older, 'maximum_age', notes);
  if (from !== undefined && to !== undefined && from > to) {
    notes.repaired('ages-crossed', service.at('minimum_age'), `${from} to ${to}`);
    return {};
  }
  return { ...(from === undefined ? {} : { minimumAge: from }), ...(to === undefined ? {} : { maximumAge: to }) };
}

function age(
  service: Source,
  older: Source | undefined,
  name: 'minimum_age' | 'maximum_age',
  notes: Notes,
): number | undefined {
  const years = service.number(name) ?? older?.number(name);
  if (years === undefined) return undefined;
  const none = name === 'minimum_age' ? years === 0 : years >= noLimit;
  if (!none && years > 0 && years < noLimit) return years;
  notes.repaired(none ? 'age-no-limit' : 'age-dropped', service.at(name), years);
  return undefined;
}
