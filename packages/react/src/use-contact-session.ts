import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { ContactRecord, Intent, Session, SessionOptions, View } from '@everycontact/core';
import { hold, isSettled, recordOf, release, settle, tell } from './held-session.js';

export interface ContactSessionOptions extends SessionOptions {
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
  const [kept, keep] = useState(() => hold(options));
  const held = kept.isFor(options) ? kept : hold(options);
  if (held !== kept) keep(held);

  const latest = useRef({ options, held });
  useEffect(() => {
    latest.current = { options, held };
  });

  const { session } = held;
  const snapshot = () => session.view;
  const view = useSyncExternalStore(session.subscribe, snapshot, snapshot);
  const record = useMemo(() => (isSettled(view) ? recordOf(held) : undefined), [held, view]);

  useEffect(() => {
    held.mounts += 1;
    // Shown again after React had hidden it: the talk goes on from its log.
    if (held.disposed) keep((now) => (now === held ? hold(latest.current.options, held) : now));
    return () =>
      release(held, () => {
        // Another person's contact is dropped; one that only leaves the screen loses no record.
        if (latest.current.held !== held) return;
        settle(held);
        tell(held, latest.current.options.onOutcome);
      });
  }, [held]);

  useEffect(() => {
    if (record) tell(held, latest.current.options.onOutcome);
  }, [held, record]);

  return { view, send: session.send, session, ...(record && { record }) };
}
