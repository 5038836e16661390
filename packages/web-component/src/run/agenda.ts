import { createContact, type Contact, type ContactOptions } from '@everycontact/core/agenda';

/** A contact over several behaviours, which begins with the choice among them. */
export function agenda(options: ContactOptions): Contact {
  return createContact(options);
}
