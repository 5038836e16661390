'use client';

// When to ask, and a contact over several behaviours, in your own markup
export { useContact, type ContactHookOptions, type ContactOverTopics } from './use-contact.js';
export { useDecision, type DecisionOptions } from './use-decision.js';
