// Reading service directories
export { fhirFormat } from './services/format.js';
export { fhirDirectory } from './services/directory.js';

// Codes
export { codeMaps, codesFor, conceptsOf } from './codes/code-map.js';
export type { Code, CodeChoice, CodeMap, Concept, FoundCode, Mark } from './codes/code-map.js';
export { readCodeMap, type ReadCodeMap } from './codes/read-code-map.js';

// Context in
export { contextFromFhir, type ContextOptions, type FhirContext } from './context/context-from-fhir.js';
export type { From, Open, Told } from './context/told.js';
