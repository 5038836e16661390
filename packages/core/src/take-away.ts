// What a person takes along: a sheet, a text message, a calendar file, and a screen turned towards them.
export { takeAway } from './take-away/take-away.js';
export type { Organisation, TakeAway, TakeAwayEntry, TakeAwayOptions, Told } from './take-away/document.js';
export { type TextLength, textLength } from './take-away/text-length.js';
export { textMessage } from './take-away/text-message.js';
export { type Appointment, calendarFile } from './take-away/calendar-file.js';
export { instantAt } from './take-away/instant.js';
export { personView, type PersonView } from './take-away/person-view.js';
