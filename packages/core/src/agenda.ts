// A contact over several behaviours
export { startContact } from './agenda/contact.js';
export type { Contact, ContactLog, ContactOptions, ResumeOptions, StartOptions } from './agenda/contact.js';
export { createContact, resumeContact } from './agenda/decided.js';
