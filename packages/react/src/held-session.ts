import {
  createSession,
  resumeSession,
  toContactRecord,
  type ContactRecord,
  type Session,
  type View,
} from '@everycontact/core';
import type { ContactSessionOptions } from './use-contact-session.js';

/** A session with what React may do to it: mount it twice, hide it and show it again, or drop it unmounted. */
export interface HeldSession {
  readonly session: Session;
  readonly isFor: (options: ContactSessionOptions) => boolean;
  /** How often it is mounted now. */
  mounts: number;
  disposed: boolean;
  told: boolean;
}

/**
 * Nothing is asked of anybody before somebody subscribes, so a session that React throws away leaves no trace.
 *
 * @param before goes on from its log
 */
export function hold(options: ContactSessionOptions, before?: HeldSession): HeldSession {
  const { pack, script, subjectKey } = options;
  return {
    session: before ? resumeSession(before.session.log, options) : createSession(options),
    isFor: (next) => next.pack === pack && next.script === script && next.subjectKey === subjectKey,
    mounts: 0,
    disposed: false,
    told: before?.told ?? false,
  };
}

/**
 * React's strict mode unmounts and mounts again at once: only a session that is still unmounted when that is over goes.
 *
 * @param onGone called before it is disposed of
 */
export function release(held: HeldSession, onGone: () => void): void {
  held.mounts -= 1;
  queueMicrotask(() => {
    if (held.mounts > 0 || held.disposed) return;
    onGone();
    held.disposed = true;
    held.session.dispose();
  });
}

/** The record of a settled contact; nothing leaves in the setting `staff`. */
export function recordOf({ session }: HeldSession): ContactRecord | undefined {
  const { view, state, log } = session;
  return isSettled(view) && state.occasion.setting !== 'staff' ? toContactRecord(log) : undefined;
}

export const isSettled = (view: View): boolean => view.kind === 'closed' && view.settled === true;

/** Hands the record over, once. */
export function tell(held: HeldSession, onOutcome: ContactSessionOptions['onOutcome']): void {
  const record = held.told ? undefined : recordOf(held);
  if (!record) return;
  held.told = true;
  onOutcome?.(record);
}

/** An ending that only waits for its undo is taken as it is, so that nobody who leaves the page loses a record. */
export function settle({ session }: HeldSession): void {
  if (session.view.kind === 'closed' && !isSettled(session.view)) session.send({ type: 'settled' });
}
