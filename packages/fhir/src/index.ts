// Reading service directories
export { fhirFormat } from './services/format.js';
