'use client';

// The element as a component
export { AdvicePrompt, type AdvicePromptElement } from './advice-prompt.js';
export type { AdvicePromptCallbacks, AdvicePromptProps, AdvicePromptSettings } from './advice-prompt-props.js';

// What the callbacks are handed
export type {
  AdviceBeforeFinishEvent,
  AdviceChangeEvent,
  AdviceClosedEvent,
  AdviceDismissEvent,
  AdviceErrorEvent,
  AdviceHistoryEvent,
  AdviceOutcomeEvent,
  AdviceServiceWrongEvent,
  AdviceTextEvent,
  AdviceUrgentEvent,
} from '@everycontact/web-component';
