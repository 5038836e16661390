import type { HTMLAttributes, ReactNode } from 'react';
import type {
  AdviceBeforeFinishEvent,
  AdviceChangeEvent,
  AdviceClosedEvent,
  AdviceDismissEvent,
  AdviceErrorEvent,
  AdviceHistoryEvent,
  AdviceOutcomeEvent,
  AdvicePrompt,
  AdvicePromptOptions,
  AdviceServiceWrongEvent,
  AdviceTextEvent,
  AdviceUrgentEvent,
} from '@everycontact/web-component';

/** The events of `<advice-prompt>` as callbacks. */
export interface AdvicePromptCallbacks {
  /** A contact is about to be settled: `event.preventDefault()` holds its record back. */
  readonly onBeforeFinish?: ((event: AdviceBeforeFinishEvent) => void) | undefined;
  /** The contact is settled: `event.detail.record`. Once per contact. */
  readonly onOutcome?: ((event: AdviceOutcomeEvent) => void) | undefined;
  /** Another step is on the screen. */
  readonly onChange?: ((event: AdviceChangeEvent) => void) | undefined;
  /** Urgent help has been opened. */
  readonly onUrgent?: ((event: AdviceUrgentEvent) => void) | undefined;
  /** The reader is about to close the panel: `event.preventDefault()` keeps it open. */
  readonly onDismiss?: ((event: AdviceDismissEvent) => void) | undefined;
  /** The panel has been closed: set `open` to false. */
  readonly onClosed?: ((event: AdviceClosedEvent) => void) | undefined;
  /** What became of a prompt, if you decide when to prompt: `event.detail.entry`. */
  readonly onHistory?: ((event: AdviceHistoryEvent) => void) | undefined;
  /** Details of a service or a national line are wrong: `event.preventDefault()` says that you pass it on. */
  readonly onServiceWrong?: ((event: AdviceServiceWrongEvent) => void) | undefined;
  /** A text message is wanted: `event.preventDefault()` says that you send it. */
  readonly onText?: ((event: AdviceTextEvent) => void) | undefined;
  /** Something is wrong with what was given; the fallback is shown. */
  readonly onError?: ((event: AdviceErrorEvent) => void) | undefined;
}

/** The options of the element, as it describes them itself; objects are set as properties. Keep `pack` the same object. */
export type AdvicePromptSettings = {
  readonly [Name in keyof AdvicePromptOptions]?: AdvicePromptOptions[Name] | undefined;
};

interface Own extends AdvicePromptSettings, AdvicePromptCallbacks {
  /** Shown where the prompt cannot be: on the server, before the script, with a broken pack. Say where help is. */
  readonly children: ReactNode;
}

/** All options of `<advice-prompt>`, its events as callbacks, and the attributes of any element. */
export interface AdvicePromptProps extends Own, Omit<HTMLAttributes<AdvicePrompt>, keyof Own> {}
