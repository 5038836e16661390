import { startContact, type Contact, type StartOptions } from '@everycontact/core/agenda';

/** A contact over several behaviours, which begins with the choice among them. */
export function agenda(options: StartOptions): Contact {
  return startContact(options);
}
