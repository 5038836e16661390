// What a reader of another format is made of, so that every reader repairs, doubts and reports alike.
export { isDay } from '@everycontact/core';
export { openSource, type Notes, type Raw, type Source } from './source.js';
export { jsonReader } from './feed/json.js';
export { headerOf, type Header, withoutMark } from './feed/spreadsheet.js';
export type { Item } from './feed/item.js';
export { slugOf } from './import/ids.js';
export { needsOf, type FoundNeed, type Term } from './needs.js';
export { accessOf } from './service/access.js';
export { readArea } from './service/area.js';
export { phoneNumber, readEmail, readUrl } from './service/contact.js';
export { costOf } from './service/cost.js';
export { readDay } from './service/day.js';
export { deliveryOf } from './service/delivery.js';
export { languageTag } from './service/languages.js';
export { readPoint, stepFree } from './service/places.js';
export { firstSentence, plainText } from './service/plain-text.js';
export { spanOf } from './service/span.js';
export { whoOf } from './service/who.js';

// What a directory over another kind of server is made of.
export { ask, shownAddress } from './remote/ask.js';
export { remoteDirectory, type RemoteGiven, type RemoteOptions } from './remote/remote-directory.js';
