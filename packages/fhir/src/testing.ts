// For tests and demos: never a server for real people
export { memoryFhir, type MemoryFhir, type MemoryFhirOptions, type Written } from './testing/memory-fhir.js';
