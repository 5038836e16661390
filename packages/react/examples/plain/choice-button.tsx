import type { Choice, Intent } from '@everycontact/core';

interface Props {
  readonly choice: Choice;
  readonly send: (intent: Intent) => void;
  readonly look?: 'quiet' | 'main' | 'danger' | 'mark';
}

/** A choice is a label and an intent: a button is all it takes. */
export function ChoiceButton({ choice: { label, intent, on = false }, send, look = 'quiet' }: Props) {
  return (
    <button
      type="button"
      className={`contact-${look}`}
      aria-pressed={look === 'mark' ? on : undefined}
      onClick={() => send(intent)}
    >
      {label}
    </button>
  );
}
