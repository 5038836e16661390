import { useMemo } from 'react';
import type { ContactRecord, Intent, View } from '@everycontact/core';
import { createContact, resumeContact, type Contact, type ContactOptions } from '@everycontact/core/agenda';
import { recordsOf, useHeldTalk } from './held-talk.js';
import type { OrUndefined } from './or-undefined.js';

export interface ContactHookOptions extends OrUndefined<ContactOptions> {
  /** Change it with the person: the contact is dropped at once and another starts. */
  readonly subjectKey?: string | undefined;
  /** A topic is settled. Called once per topic, and never in the setting `staff`. */
  readonly onOutcome?: ((record: ContactRecord) => void) | undefined;
}

export interface ContactOverTopics {
  /** The screen as plain data; the same object until something changes. */
  readonly view: View;
  /** Sends the intent of a choice on the view. */
  readonly send: (intent: Intent) => void;
  readonly contact: Contact;
  /** One for each topic that is settled, under one contact id. */
  readonly records: readonly ContactRecord[];
}

/**
 * A contact over several behaviours for markup of your own: its first view is the agenda, and each topic comes back to it.
 *
 * A contact is made for each `pack` and `subjectKey`; the other options are read when it is made.
 *
 * @throws EveryContactError as `createContact` does, while rendering: put an error boundary with urgent help around it
 */
export function useContact(options: ContactHookOptions): ContactOverTopics {
  const { talk: contact, view } = useHeldTalk<Contact>({
    start: () => createContact(options as ContactOptions),
    resume: (before) => resumeContact(before.log, options as ContactOptions),
    sessions: (talk) => talk.sessions,
    isFor: [options.pack, options.subjectKey],
    onOutcome: options.onOutcome,
  });
  const records = useMemo(() => recordsOf(contact.sessions), [contact, view]);
  return { view, send: contact.send, contact, records };
}
