'use client';

// The element as a component
export { AdvicePrompt, type AdvicePromptElement } from './advice-prompt.js';
export type { AdvicePromptProps } from './advice-prompt-props.js';

// What the callbacks are handed
export type {
  AdviceChangeEvent,
  AdviceClosedEvent,
  AdviceErrorEvent,
  AdviceOutcomeEvent,
  AdviceUrgentEvent,
} from '@everycontact/web-component';
