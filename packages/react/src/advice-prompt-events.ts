import type { AdvicePromptCallbacks } from './advice-prompt-props.js';

/** Which event calls which callback. */
export const events = {
  onBeforeFinish: 'advice-before-finish',
  onOutcome: 'advice-outcome',
  onChange: 'advice-change',
  onUrgent: 'advice-urgent',
  onDismiss: 'advice-dismiss',
  onClosed: 'advice-closed',
  onHistory: 'advice-history',
  onServiceWrong: 'advice-service-wrong',
  onText: 'advice-text',
  onError: 'advice-error',
} as const satisfies Record<keyof AdvicePromptCallbacks, keyof GlobalEventHandlersEventMap>;
