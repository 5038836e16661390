// One file that holds a whole directory: written once from services, opened without parsing in a browser or in Node.
export { writeServices, type WriteOptions, type ServicesFile } from './services-file/write.js';
export { openServices, type OpenOptions, type ServicesDirectory } from './services-file/open.js';
export type { PlainQuestion } from './services-file/nearest.js';
export { openedFrom, servicesAt, type FetchFile } from './services-file/served.js';
export { textsBeside } from './services-file/beside.js';
