'use client';

// A contact in your own markup
export { useContactSession, type ContactSession, type ContactSessionOptions } from './use-contact-session.js';
export { useUndoCountdown } from './use-undo-countdown.js';
