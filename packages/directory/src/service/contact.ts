import type { Notes, Source } from '../source.js';

const ourSchemes = new Set(['http:', 'https:']);
const hostFirst = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+(?::\d{1,5})?(?:[/?#]|$)/i;

/**
 * A web address that may be shown as a link: http or https, with a host and without a user name in it, or nothing.
 * Without a scheme, `https://` is put in front where the rest begins with a host (`www.example.org/stop`).
 */
export function webAddress(written: string): { readonly url?: string; readonly completed: boolean } {
  const bare = written.replace(/^\/\//, '');
  const completed = hostFirst.test(bare);
  const whole = completed ? `https://${bare}` : written;
  if (whole.length > 2000 || /[\s<>"\\]/.test(whole)) return { completed };
  if (!completed && !/^https?:\/\/[^/]/i.test(whole)) return { completed };
  try {
    const { protocol, username, password, href } = new URL(whole);
    return ourSchemes.has(protocol) && username === '' && password === '' ? { url: href, completed } : { completed };
  } catch {
    return { completed };
  }
}

export function readUrl(source: Source, notes: Notes, ...names: readonly string[]): string | undefined {
  const written = source.exact(...names);
  if (written === undefined) return undefined;
  const { url, completed } = webAddress(written);
  const field = source.at(names[0] ?? 'url');
  if (url === undefined) notes.repaired('url-dropped', field, written);
  else if (completed) notes.repaired('url-scheme-added', field, written, url);
  return url;
}

// `?`, `&`, `%` and `#` would speak of other receivers, a subject or a text once it is a link.
const oneAddress = /^[^\s@<>()"',;:\\?&%#]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+$/i;

/** A service's own e-mail address, from the first of the fields that says something. Addresses of staff and assurers are never asked for. */
export function readEmail(source: Source, notes: Notes, ...names: readonly string[]): string | undefined {
  const written = source.exact(...names);
  const bare = written?.replace(/^mailto:/i, '').replace(/^["'<]|["'>]$/g, '');
  if (bare === undefined || (bare.length <= 254 && oneAddress.test(bare))) return bare;
  notes.repaired('email-dropped', source.at(names[0] ?? 'email'), written);
  return undefined;
}

const number = /(?:\+ ?)?(?:\(\+?\d+\)|\d)[\d ().-]{1,22}\d/;

/** What a spreadsheet makes of a long number in a narrow cell, `1,63296E+09`, or with marks for thousands: digits may be gone. */
const rounded = /\d[.,]\d+E[+-]?\d|^\d{1,3}(?:,\d{3})+$/i;
/** Nine or ten digits and nothing else, none of them a zero in front: what is left where a spreadsheet took it for a number. */
const withoutZero = /^[1-9]\d{8,9}$/;

/** The first phone number in a text, without quotes and words around it; short numbers such as 112 count. */
export function phoneNumber(written: string): string | undefined {
  const bare = written.replace(/\s+/g, ' ').slice(0, 200);
  const found = number.exec(bare.replace(/^(\d+)[.,]0+$/, '$1'))?.[0].trim();
  return found !== undefined && found.replace(/\D/g, '').length >= 3 ? found : undefined;
}

/** The nearest phone: the service's own, else that of its contacts, its places or its organisation. Names of contacts stay behind. */
export function readPhone(
  service: Source,
  places: readonly Source[],
  organization: Source | undefined,
  notes: Notes,
): string | undefined {
  const ofContacts = (source: Source): readonly Source[] =>
    source.list('contacts').flatMap((contact) => contact.list('phones'));
  const near: readonly (() => readonly Source[])[] = [
    () => service.list('phones'),
    () => ofContacts(service),
    () => places.flatMap((place) => place.list('phones')),
    () => places.flatMap(ofContacts),
    () => organization?.list('phones') ?? [],
  ];
  let found: string | undefined;
  for (const phones of near) {
    for (const phone of phones()) {
      const type = phone.exact('type') ?? '';
      const written = phone.exact('number', 'name');
      if (written === undefined) continue;
      const lost = rounded.test(written);
      const cleaned = lost || /fax/i.test(type) ? undefined : phoneNumber(written);
      if (found !== undefined) notes.notCarried(`${phone.at('number')} (a further number)`);
      else if (lost) notes.repaired('phone-rounded', phone.at('number'), written);
      else if (cleaned === undefined) notes.repaired('phone-dropped', phone.at('number'), written);
      else if (cleaned !== written) notes.repaired('phone-cleaned', phone.at('number'), written, cleaned);
      if (found === undefined && withoutZero.test(cleaned ?? ''))
        notes.repaired('phone-zero', phone.at('number'), written);
      found ??= cleaned;
    }
    if (found !== undefined) break;
  }
  return found;
}
