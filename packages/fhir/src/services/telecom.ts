import type { Day } from '@everycontact/core';
import { phoneNumber, readEmail, readUrl, type Notes, type Source } from '@everycontact/directory/reading';

export interface Telecom {
  readonly phone?: string;
  readonly email?: string;
  readonly url?: string;
}

type System = 'phone' | 'email' | 'url';

/**
 * One phone, e-mail and web address: those of the service before those of its places before its organisation's; among them the
 * preferred one (`rank`, 1 first). Old and temporary ones out of their time are left out, and whatever belongs to a named person is never
 * asked for.
 *
 * @param owners the service, its places, its organisation
 */
export function readTelecom(owners: readonly Source[], today: Day, notes: Notes): Telecom {
  const all = owners.map((owner) => owner.list('telecom').filter((one) => inUse(one, today)));
  const best = (system: System, read: (one: Source) => string | undefined): string | undefined => {
    let found: string | undefined;
    for (const one of all.flatMap((list) => byRank(list.filter((item) => item.exact('system') === system)))) {
      if (found === undefined) found = read(one);
      else notes.notCarried(`${one.at(system)} (a further one)`);
    }
    return found;
  };
  const phone = best('phone', (one) => {
    const written = one.exact('value');
    const cleaned = written === undefined ? undefined : phoneNumber(written);
    if (cleaned === undefined) notes.repaired('phone-dropped', one.at('value'), written);
    else if (cleaned !== written) notes.repaired('phone-cleaned', one.at('value'), written, cleaned);
    return cleaned;
  });
  const email = best('email', (one) => readEmail(one, notes, 'value'));
  const url = best('url', (one) => readUrl(one, notes, 'value'));
  return { ...(phone && { phone }), ...(email && { email }), ...(url && { url }) };
}

const byRank = (list: readonly Source[]): readonly Source[] =>
  [...list].sort((a, b) => (a.number('rank') ?? Infinity) - (b.number('rank') ?? Infinity) || 0);

function inUse(one: Source, today: Day): boolean {
  const period = one.record('period');
  const from = period?.exact('start')?.slice(0, 10) ?? today;
  const to = period?.exact('end')?.slice(0, 10) ?? today;
  // A year or a month alone lasts to its own end.
  return one.exact('use') !== 'old' && from <= today && to >= today.slice(0, to.length);
}
