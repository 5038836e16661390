// A contact over several behaviours
export { createContact, resumeContact } from './agenda/contact.js';
export type { Contact, ContactLog, ContactOptions, ResumeOptions } from './agenda/contact.js';
