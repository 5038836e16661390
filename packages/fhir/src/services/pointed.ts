import { openSource, type Source } from '@everycontact/directory/reading';
import type { Account } from './account.js';
import { ownNote } from './findings.js';
import type { References } from './references.js';
import type { Resource } from './resource.js';

/** What a reference leads to: the resource, or at least what it is called. */
export interface Pointed {
  readonly source?: Source;
  readonly id?: string;
  readonly display?: string;
}

/** @param type what the reference must lead to */
export function follow(reference: Source, type: string, from: Resource, among: References, account: Account): Pointed {
  const display = reference.line('display', 'name');
  const written = reference.exact('reference');
  const found = among.find(reference, type, from);
  if (found === undefined) account.own(ownNote('reference-missing', reference.at('reference'), written ?? display));
  const id = found?.id ?? reference.record('identifier')?.exact('value') ?? written;
  const source = found && openSource(found.raw, account.notes, reference.at(''));
  source?.exact('resourceType');
  return {
    ...(source && { source }),
    ...(id === undefined ? {} : { id }),
    ...(display === undefined ? {} : { display }),
  };
}
