import type { View } from '@everycontact/core';
import { choicesOf } from '@everycontact/core/testing';
import { useContactSession, useUndoCountdown, type ContactSessionOptions } from '../src/headless.js';

export interface HostPromptProps extends ContactSessionOptions {
  /** Hands the test what is on the screen. */
  readonly onView: (view: View) => void;
  readonly undoSeconds?: number;
}

/** A host's own markup, plain as can be: a heading, a field where a number is asked, and a button for each choice. */
export function HostPrompt({ onView, undoSeconds = 600, ...options }: HostPromptProps) {
  const contact = useContactSession(options);
  const left = useUndoCountdown(contact, undoSeconds);
  const { view, send, record } = contact;
  onView(view);
  return (
    <section aria-label="Contact">
      <h2>{(view.say ?? view.prompt)?.text}</h2>
      {view.kind === 'number' && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const value = Number(new FormData(event.currentTarget).get('number'));
            send({ type: 'answered', value, step: view.step });
          }}
        >
          <input name="number" />
        </form>
      )}
      {choicesOf(view).map((choice, index) => (
        <button
          key={`${index} ${JSON.stringify(choice.intent)}`}
          data-intent={JSON.stringify(choice.intent)}
          onClick={() => send(choice.intent)}
        >
          {choice.label}
        </button>
      ))}
      {left === undefined ? null : <p className="left">{left}</p>}
      {record ? <output>{record.outcome}</output> : null}
    </section>
  );
}
