// Eligibility, order and reasons of services: an index or a remote server yields candidates, this decides.
export { memoryDirectory } from './directory/memory.js';
export { match } from './directory/match.js';
