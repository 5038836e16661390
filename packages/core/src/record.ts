// What is written down of a contact: a projection of its log alone.
export { toContactRecord } from './record/contact-record.js';
export { isTakenAlong } from './record/taken-along.js';
export { type TallyRow, toTallyRow } from './record/tally-row.js';
