import type { Choice, Intent } from '@everycontact/core';

interface Props {
  readonly choice: Choice;
  readonly send: (intent: Intent) => void;
  readonly look?: 'plain' | 'primary' | 'quiet' | 'danger' | 'mark';
}

/** A choice is a label and an intent: a button is all it takes. */
export function ChoiceButton({ choice, send, look = 'plain' }: Props) {
  const pressed = look === 'mark' ? { 'aria-pressed': choice.on ?? false } : {};
  return (
    <button type="button" className={look} {...pressed} onClick={() => send(choice.intent)}>
      {choice.label}
    </button>
  );
}
