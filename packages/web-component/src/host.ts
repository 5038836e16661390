// A host's context into an element of its own page
export { setHostContext } from './host/set-host-context.js';

// Into an element in a frame: for the page in the frame, and for the page around it
export { listenForHostContext, tellHost } from './host/framed-page.js';
export { listenToPrompt, sendHostContext, type Link, type SendOptions } from './host/page-around.js';
export type { ContextMessage, PromptMessage } from './host/messages.js';
