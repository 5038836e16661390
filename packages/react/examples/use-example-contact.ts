import { useEffect, useMemo, useRef, type RefObject } from 'react';
import { civilDay, speaker, type Speaker, type View } from '@everycontact/core';
import { useContactSession, useUndoCountdown, type ContactSession } from '@everycontact/react/headless';
import type { ContactProps } from './contact-props.js';

export interface ExampleContact extends Pick<ContactSession, 'view' | 'send'> {
  /** Labels that stand on no choice: they are in the pack, in its languages. */
  readonly label: Speaker['label'];
  /** Takes the focus on each new step; put `tabIndex={-1}` on it. */
  readonly heading: RefObject<HTMLHeadingElement | null>;
  /** Which step this is: a key for what must not be carried over from the one before. */
  readonly place: string;
  readonly secondsLeft: number | undefined;
}

/** What both examples share: nothing of it is drawn. */
export function useExampleContact({
  pack,
  locale,
  onRecord,
  occasion,
  now = instant,
  ...given
}: ContactProps): ExampleContact {
  const reader = useMemo(() => ({ locale, audience: 'worker' as const }), [locale]);
  const { view, send, session } = useContactSession({
    pack,
    reader,
    occasion: occasion ?? { setting: 'patient' },
    // Drafts are shown: look at `view.preview`.
    preview: true,
    onOutcome: onRecord,
    now,
    ...given,
  });
  const secondsLeft = useUndoCountdown({ view, session });
  const { label } = useMemo(() => speaker(pack, reader, civilDay(now(), pack.place.timeZone)), [pack, reader, now]);

  const heading = useRef<HTMLHeadingElement>(null);
  const place = placeOf(view);
  const before = useRef(place);
  useEffect(() => {
    // Never at the first drawing: the reader was somewhere else.
    if (before.current !== place) heading.current?.focus({ preventScroll: true });
    before.current = place;
  }, [place]);

  return { view, send, label, heading, place, secondsLeft };
}

const instant = () => new Date().toISOString();

function placeOf(view: View): string {
  const at = 'step' in view ? [view.step, view.item] : 'flag' in view ? [view.flag] : [];
  return [view.hidden ? 'hidden' : view.kind, ...at].join(' ');
}
