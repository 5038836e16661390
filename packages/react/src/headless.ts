'use client';

// A contact in your own markup
export { useContactSession, type ContactSession, type ContactSessionOptions } from './use-contact-session.js';
export { useUndoCountdown } from './use-undo-countdown.js';

// Services for a question that is no contact
export { useDirectory, type DirectoryOptions, type DirectoryQuestion, type LookUp } from './use-directory.js';
