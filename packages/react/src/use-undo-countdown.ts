import { useEffect, useState } from 'react';
import type { Talk, View } from '@everycontact/core';

/**
 * The seconds in which an ending can still be taken back, and then the ending is settled. Draw `view.common.back` beside
 * it for the undo, and `view.next` for those who do not want to wait.
 *
 * @param contact what `useContactSession` gave; of `useContact` its view, and its contact as the session
 * @param seconds 0 settles at once
 * @returns whole seconds left, or nothing while no ending waits
 */
export function useUndoCountdown(
  { view, session }: { readonly view: View; readonly session: Talk },
  seconds = 10,
): number | undefined {
  const waiting = isWaiting(view);
  const [passed, setPassed] = useState(0);

  useEffect(() => {
    if (!waiting) return undefined;
    let count = 0;
    const look = () => {
      setPassed(count);
      if (count < seconds) return;
      clearInterval(timer);
      // It may have been settled or taken back since React last drew.
      if (isWaiting(session.view)) session.send({ type: 'settled' });
    };
    const timer = setInterval(() => {
      count += 1;
      look();
    }, 1000);
    look();
    return () => clearInterval(timer);
  }, [waiting, seconds, session]);

  return waiting ? Math.max(seconds - passed, 0) : undefined;
}

const isWaiting = (view: View) => view.kind === 'closed' && !view.settled;
