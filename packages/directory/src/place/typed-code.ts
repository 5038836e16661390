import type { Places } from './places.js';

const outward = /^[A-Z]{1,2}\d[A-Z\d]?$/;
const whole = /^([A-Z]{1,2}\d[A-Z\d]?)\d[A-Z]{2}$/;

/**
 * A code as a place file has it, from what somebody typed; nothing where it cannot be one. Of a whole United Kingdom
 * postcode only the first half is ever looked at: the rest names a few doors.
 */
export function typedCode(country: Places['country'], typed: string): string | undefined {
  if (typed.length > 40) return undefined;
  const written = typed.trim().toUpperCase();
  if (country === 'GB') {
    const [first = ''] = written.split(/\s+/);
    if (outward.test(first)) return first;
    const joined = written.replace(/[\s.-]+/g, '');
    return whole.exec(joined)?.[1] ?? (outward.test(joined) ? joined : undefined);
  }
  const digits = written.replace(country === 'DK' ? /^DK/ : /^SE?(?=[\s-]*\d)/, '').replace(/[\s-]+/g, '');
  if (country === 'DK') return /^\d{4}$/.test(digits) ? digits : undefined;
  return /^\d{5}$/.test(digits) ? `${digits.slice(0, 3)} ${digits.slice(3)}` : undefined;
}
