import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { ContactRecord, Session, Talk, View } from '@everycontact/core';
import { toContactRecord } from '@everycontact/core/record';
import { isSameData } from './same-data.js';

/** A talk that makes a record for each of its sessions. */
export interface Kind<T extends Talk> {
  readonly start: () => T;
  /** The same talk again, from its log. */
  readonly resume: (before: T) => T;
  readonly sessions: (talk: T) => readonly Session[];
  /** A talk is for these: where one of them is another, another talk starts. */
  readonly isFor: readonly unknown[];
  readonly onOutcome: ((record: ContactRecord) => void) | undefined;
}

/** A talk with what React may do to it: mount it twice, hide it and show it again, or drop it unmounted. */
interface Held<T> {
  readonly talk: T;
  readonly isFor: readonly unknown[];
  /** How often it is mounted now. */
  mounts: number;
  disposed: boolean;
  /** Records that were handed over, by their id. */
  readonly told: Set<string>;
}

/**
 * Keeps a talk over React's drawings, and hands over each record once. Nothing is asked of anybody before somebody
 * subscribes, so a talk that React throws away leaves no trace.
 */
export function useHeldTalk<T extends Talk>(kind: Kind<T>): { readonly talk: T; readonly view: View } {
  const [kept, keep] = useState(() => hold(kind));
  const held = isSame(kept.isFor, kind.isFor) ? kept : hold(kind);
  if (held !== kept) keep(held);

  const latest = useRef({ kind, held });
  useEffect(() => {
    latest.current = { kind, held };
  });

  const { talk } = held;
  const snapshot = () => talk.view;
  const view = useSyncExternalStore(talk.subscribe, snapshot, snapshot);

  useEffect(() => {
    held.mounts += 1;
    // Shown again after React had hidden it: the talk goes on from its log.
    if (held.disposed) keep((now) => (now === held ? hold(latest.current.kind, held) : now));
    return () =>
      release(held, () => {
        // Another person's talk is dropped; one that only leaves the screen loses no record.
        if (latest.current.held !== held) return;
        settle(talk);
        tell(held, latest.current.kind);
      });
  }, [held, talk]);

  useEffect(() => tell(held, latest.current.kind), [held, view]);

  return { talk, view };
}

/** The records of what is settled; nothing leaves in the setting `staff`. */
export function recordsOf(sessions: readonly Session[]): readonly ContactRecord[] {
  const settled = sessions.filter(({ view, state }) => isSettled(view) && state.occasion.setting !== 'staff');
  return settled.map(({ log }) => toContactRecord(log));
}

const isSettled = (view: View): boolean => view.kind === 'closed' && view.settled === true;
const isSame = (a: readonly unknown[], b: readonly unknown[]) => a.every((one, index) => isSameData(one, b[index]));

/** @param before goes on from its log */
function hold<T extends Talk>(kind: Kind<T>, before?: Held<T>): Held<T> {
  const talk = before ? kind.resume(before.talk) : kind.start();
  return { talk, isFor: kind.isFor, mounts: 0, disposed: false, told: before?.told ?? new Set() };
}

/**
 * React's strict mode unmounts and mounts again at once: only a talk that is still unmounted when that is over goes.
 *
 * @param onGone called before it is disposed of
 */
function release(held: Held<Talk>, onGone: () => void): void {
  held.mounts -= 1;
  queueMicrotask(() => {
    if (held.mounts > 0 || held.disposed) return;
    onGone();
    held.disposed = true;
    held.talk.dispose();
  });
}

function tell<T extends Talk>({ talk, told }: Held<T>, { sessions, onOutcome }: Kind<T>): void {
  for (const record of recordsOf(sessions(talk))) {
    if (told.has(record.recordId)) continue;
    told.add(record.recordId);
    onOutcome?.(record);
  }
}

/** An ending that only waits for its undo is taken as it is, so that nobody who leaves the page loses a record. */
function settle(talk: Talk): void {
  if (talk.view.kind === 'closed' && !isSettled(talk.view)) talk.send({ type: 'settled' });
}
