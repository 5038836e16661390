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

const oneAddress = /^[^\s@<>()"',;:\\]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+$/i;

/** A service's own e-mail address, from the first of the fields that says something. Addresses of staff and assurers are never asked for. */
export function readEmail(source: Source, notes: Notes, ...names: readonly string[]): string | undefined {
  const written = source.exact(...names);
  const bare = written?.replace(/^mailto:/i, '').replace(/^["'<]|["'>]$/g, '');
  if (bare === undefined || (bare.length <= 254 && oneAddress.test(bare))) return bare;
  notes.repaired('email-dropped', source.at(names[0] ?? 'email'), written);
  return undefined;
}

const number = /(?:\+ ?)?(?:\(\+?\d+\)|\d)[\d ().-]{1,22}\d/;

/** The first phone number in a text, without quotes and words around it; short numbers such as 112 count. */
export function phoneNumber(written: string): string | undefined {
  const found = number.exec(written.replace(/\s+/g, ' ').slice(0, 200))?.[0].trim();
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
      const cleaned = /fax/i.test(type) ? undefined : phoneNumber(written);
      if (found !== undefined) notes.notCarried(`${phone.at('number')} (a further number)`);
      else if (cleaned === undefined) notes.repaired('phone-dropped', phone.at('number'), written);
      else if (cleaned !== written) notes.repaired('phone-cleaned', phone.at('number'), written, cleaned);
      found ??= cleaned;
    }
    if (found !== undefined) break;
  }
  return found;
}
