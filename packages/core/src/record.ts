// What is written down of a contact: a projection of its log alone.
export { toContactRecord } from './record/contact-record.js';
export { isTakenAlong } from './record/taken-along.js';
export { type CountedWhere, type TallyRow, toTallyRow } from './record/tally-row.js';
export { readTallyRow, type ReadTallyRow } from './record/read-tally-row.js';
export { fewestStaff, tally, type TallyCell, type TallyField, tallyFields } from './record/tally.js';
