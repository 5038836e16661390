// The element; importing it registers nothing
export { AdvicePrompt } from './prompt.js';
export type { AdvicePromptOptions, PromptOptions } from './prompt.options.js';

// What leaves it
export { AdviceChangeEvent, type AdviceChangeDetail } from './events/advice-change.js';
export { AdviceUrgentEvent, type AdviceUrgentDetail } from './events/advice-urgent.js';
export { AdviceOutcomeEvent, type AdviceOutcomeDetail } from './events/advice-outcome.js';
export { AdviceDismissEvent, type AdviceDismissDetail } from './events/advice-dismiss.js';
export { AdviceBeforeFinishEvent, type AdviceBeforeFinishDetail } from './events/advice-before-finish.js';
export { AdviceTextEvent, type AdviceTextDetail } from './events/advice-text.js';
export { AdviceClosedEvent, type AdviceClosedDetail } from './events/advice-closed.js';
export { AdviceServiceWrongEvent, type AdviceServiceWrongDetail } from './events/advice-service-wrong.js';
export { AdviceHistoryEvent, type AdviceHistoryDetail } from './events/advice-history.js';
export { AdviceErrorEvent, type AdviceErrorDetail } from './events/advice-error.js';

// What a page may write into its JSON block
export type { Settings } from './run/settings.js';
