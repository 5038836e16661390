import type { ContactRecord, ContextFacts, Pack, View } from '@everycontact/core';
import { useContactSession, useUndoCountdown } from '@everycontact/react/headless';
import { useEffect, useMemo, useRef, useState } from 'react';
import { servicesAt } from '@everycontact/directory/services-file';
import { HelpBoundary } from './help-boundary.js';
import { ChoiceButton } from './own-choice.js';
import { OwnStep } from './own-step.js';
import type { Words } from './words.js';

export interface TalkProps {
  readonly pack: Pack;
  readonly locale: string;
  /** The address of a services file. */
  readonly servicesFile: string;
  readonly context: ContextFacts;
  readonly words: Words;
  readonly onRecord: (record: ContactRecord) => void;
}

/** The conversation in this system's own markup. It starts when the worker asks for it, and again from the beginning. */
export function OwnTalk(props: TalkProps) {
  const { words } = props;
  const [times, setTimes] = useState(0);
  return (
    <div className="own">
      <h2>{words.own}</h2>
      <p className="hint">{words.ownHint}</p>
      {times === 0 ? (
        <button type="button" className="primary" onClick={() => setTimes(1)}>
          {words.start}
        </button>
      ) : (
        <HelpBoundary words={words}>
          <Talk key={times} {...props} onAgain={() => setTimes(times + 1)} />
        </HelpBoundary>
      )}
    </div>
  );
}

function Talk({
  pack,
  locale,
  servicesFile,
  context,
  words,
  onRecord,
  onAgain,
}: TalkProps & { readonly onAgain: () => void }) {
  const directory = useMemo(() => servicesAt(servicesFile, fetch), [servicesFile]);
  const reader = useMemo(() => ({ locale, audience: 'worker' as const }), [locale]);
  const { view, send, session } = useContactSession({
    pack,
    script: 'smoking.vba',
    reader,
    occasion: { setting: 'public' },
    directory,
    context,
    preview: true,
    onOutcome: onRecord,
  });

  const left = useUndoCountdown({ view, session });
  const settled = view.kind === 'closed' && view.settled;

  const heading = useRef<HTMLHeadingElement>(null);
  const place = placeOf(view);
  useEffect(() => heading.current?.focus({ preventScroll: true }), [place]);

  const { help, hide, notPrivate, back, notNow, decline, observe } = view.common;
  const { alreadySupported, notAppropriate, stop } = view.common;
  const over = view.kind === 'closed';
  return (
    <div className="own-talk">
      <div className="own-bar">
        {view.kind !== 'urgent' && <ChoiceButton choice={help} send={send} look="danger" />}
        {!over && <ChoiceButton choice={notPrivate} send={send} look="quiet" />}
        {!settled && <ChoiceButton choice={hide} send={send} look="quiet" />}
      </div>
      {view.preview && <p className="draft">{words.draft}</p>}
      <OwnStep view={view} send={send} words={words} heading={heading}>
        {!view.hidden && observe.length > 0 && (
          <details className="own-ticks" key={place}>
            <summary>{words.ticks}</summary>
            {observe.map(({ label, intent, on = false }) => (
              <label key={label}>
                <input type="checkbox" checked={on} onChange={() => send(intent)} /> {label}
              </label>
            ))}
          </details>
        )}
      </OwnStep>
      {left !== undefined && <p className="hint">{words.undo(left)}</p>}
      {settled && (
        <button type="button" className="primary" onClick={onAgain}>
          {words.again}
        </button>
      )}
      {!view.hidden && !settled && (
        <div className="own-bar own-ways">
          {back && <ChoiceButton choice={back} send={send} />}
          {notNow && <ChoiceButton choice={notNow} send={send} />}
          {decline && <ChoiceButton choice={decline} send={send} />}
          {alreadySupported && <ChoiceButton choice={alreadySupported} send={send} look="quiet" />}
          {notAppropriate && <ChoiceButton choice={notAppropriate} send={send} look="quiet" />}
          {!over && view.kind !== 'urgent' && <ChoiceButton choice={stop} send={send} look="quiet" />}
        </div>
      )}
    </div>
  );
}

const placeOf = (view: View) =>
  [view.hidden ? 'hidden' : view.kind, 'step' in view ? view.step : '', view.kind === 'closed' && view.settled].join(
    ' ',
  );
