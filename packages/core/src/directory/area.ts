import type { Truth } from '../pack/trace.js';
import type { Area } from './service.js';

/**
 * Whether somebody who lives here is inside the area a service is for. False only where both are told in the same sort
 * of code; prose, and a place told less exactly than the area, are to be checked.
 *
 * @param here a code or the first half of a postcode, upper case
 * @returns undefined where the service names no area, or serves all
 */
export function isInside(area: Area, here: string | undefined): Truth | undefined {
  if (area.kind === 'national' || area.kind === 'unknown') return undefined;
  if (area.kind === 'text' || here === undefined) return 'unknown';
  const [holds, isComparable] = area.kind === 'codes' ? [isSame, isSameSort] : [isWithin, isAsExact];
  let comparable = true;
  for (const written of area.codes) {
    const code = written.toUpperCase();
    if (holds(code, here)) return true;
    comparable &&= isComparable(code, here);
  }
  return comparable ? false : 'unknown';
}

const isSame = (code: string, here: string) => code === here;

/** `BS3` holds BS3 and not BS34, `N` holds N1 and not NW1, `80` holds 8000. */
function isWithin(prefix: string, here: string): boolean {
  if (!here.startsWith(prefix)) return false;
  const next = here.charAt(prefix.length);
  if (next === '' || !/[A-Z]/.test(prefix)) return true;
  return /\d$/.test(prefix) ? !/\d/.test(next) : !/[A-Z]/.test(next);
}

/** Statistical codes have nine characters and codes of municipalities begin with nought: neither is a postcode. */
const isAsExact = (prefix: string, here: string) =>
  /^([1-9]|[A-Z]{1,2}\d)/.test(here) &&
  here.length < STATISTICAL &&
  (here.length >= prefix.length || (/[A-Z]/.test(here) && !isWithin(here, prefix)));

/** Codes of one sort name areas of one level. */
const isSameSort = (code: string, here: string) => code.length === here.length && sort(code) === sort(here);

function sort(code: string): string {
  if (code.length === STATISTICAL) return localAuthorities.includes(code.slice(0, 3)) ? 'E06' : code.slice(0, 3);
  return code < '1' ? '0' : code < 'A' ? '9' : 'A';
}
const STATISTICAL = 9;
/** Unitary, district, metropolitan, London; Wales, Scotland, Northern Ireland. */
const localAuthorities = ['E06', 'E07', 'E08', 'E09', 'W06', 'S12', 'N09'];
