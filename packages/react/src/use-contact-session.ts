import { useMemo } from 'react';
import {
  createSession,
  resumeSession,
  type ContactRecord,
  type Intent,
  type Session,
  type SessionOptions,
  type View,
} from '@everycontact/core';
import { recordsOf, useHeldTalk } from './held-talk.js';
import type { OrUndefined } from './or-undefined.js';

export interface ContactSessionOptions extends OrUndefined<SessionOptions> {
  /** Change it with the person: the contact is dropped at once and another starts. */
  readonly subjectKey?: string | undefined;
  /** The contact is settled. Called once per contact, and never in the setting `staff`. */
  readonly onOutcome?: ((record: ContactRecord) => void) | undefined;
}

export interface ContactSession {
  /** The screen as plain data; the same object until something changes. */
  readonly view: View;
  /** Sends the intent of a choice on the view. */
  readonly send: (intent: Intent) => void;
  readonly session: Session;
  /** As soon as the contact is settled. */
  readonly record?: ContactRecord;
}

/**
 * A contact for markup of your own. Draw `view`, send the intents it holds; nothing else is to be known.
 *
 * A session is made for each `pack`, `script` and `subjectKey`; the other options are read when it is made, and the
 * intent `reader-changed` changes language or audience in the middle. It ends when the component goes.
 *
 * @throws EveryContactError as `createSession` does, while rendering: put an error boundary with urgent help around it
 */
export function useContactSession(options: ContactSessionOptions): ContactSession {
  const { talk: session, view } = useHeldTalk<Session>({
    start: () => createSession(options as SessionOptions),
    resume: (before) => resumeSession(before.log, options as SessionOptions),
    sessions: (talk) => [talk],
    isFor: [options.pack, options.script, options.subjectKey],
    onOutcome: options.onOutcome,
  });
  // Settled is the end of a view's changes, so one look at each view is enough.
  const record = useMemo(() => (view.kind === 'closed' ? recordsOf([session])[0] : undefined), [session, view]);
  return { view, send: session.send, session, ...(record && { record }) };
}
