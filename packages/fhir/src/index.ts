// Reading service directories
export { fhirFormat } from './services/format.js';
export { fhirDirectory } from './services/directory.js';
