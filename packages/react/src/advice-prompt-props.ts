import type { CSSProperties, ReactNode } from 'react';
import type { Audience, ContextFacts, Directory, Instant, Occasion, Service, Setting, Talk } from '@everycontact/core';
import type {
  AdviceChangeEvent,
  AdviceClosedEvent,
  AdviceErrorEvent,
  AdviceOutcomeEvent,
  AdviceUrgentEvent,
} from '@everycontact/web-component';

/** The properties of `<advice-prompt>`, where each is described, and its events as callbacks. */
export interface AdvicePromptProps {
  /** Shown where the prompt cannot be: on the server, before the script, with a broken pack. Say where help is. */
  readonly children: ReactNode;
  /** The pack as parsed JSON; checked before use. Keep it the same object. */
  readonly pack?: unknown;
  /** The panel is open; else there is a quiet button. */
  readonly open?: boolean;
  readonly behaviour?: string | undefined;
  readonly method?: string | undefined;
  /** A language of the pack; else the nearest `lang` around the element. */
  readonly locale?: string | undefined;
  /** `worker` unless told. */
  readonly audience?: Audience;
  readonly variant?: string | undefined;
  /** `patient` unless told. In `staff` only `onClosed` is ever called. */
  readonly setting?: Setting;
  readonly workerRole?: string | undefined;
  readonly mayRefer?: boolean;
  readonly registered?: boolean;
  /** Drafts are shown, under a banner. */
  readonly preview?: boolean;
  /** Change it with the person: all that was said and answered is wiped at once. */
  readonly subjectKey?: string | undefined;
  readonly disabled?: boolean;
  readonly compact?: boolean;
  readonly hotkeys?: 'on' | 'off';
  /** 10 unless told. */
  readonly undoSeconds?: number;
  /** The address of services in compact JSON. */
  readonly directory?: string | undefined;
  readonly services?: readonly Service[] | undefined;
  /** A directory of your own. */
  readonly directoryPort?: Directory | undefined;
  /** What is known beforehand, e.g. `{ 'context.age': 41 }`. */
  readonly context?: ContextFacts | undefined;
  readonly occasion?: Partial<Occasion> | undefined;
  /** A session of your own; `pack` is still needed. */
  readonly session?: Talk | undefined;
  readonly newId?: (() => string) | undefined;
  readonly now?: (() => Instant) | undefined;

  /** The contact is settled: `event.detail.record`. Once per contact. */
  readonly onOutcome?: ((event: AdviceOutcomeEvent) => void) | undefined;
  /** Another step is on the screen. */
  readonly onChange?: ((event: AdviceChangeEvent) => void) | undefined;
  /** Urgent help has been opened. */
  readonly onUrgent?: ((event: AdviceUrgentEvent) => void) | undefined;
  /** The panel has been closed: set `open` to false. */
  readonly onClosed?: ((event: AdviceClosedEvent) => void) | undefined;
  /** Something is wrong with what was given; the fallback is shown. */
  readonly onError?: ((event: AdviceErrorEvent) => void) | undefined;

  readonly id?: string | undefined;
  readonly className?: string | undefined;
  readonly style?: CSSProperties | undefined;
  readonly lang?: string | undefined;
  readonly slot?: string | undefined;
}
