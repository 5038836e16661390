// A person's record, in and out. A page can load this: unlike the readers of directories it needs nothing of Node.
export { contextFromFhir, type ContextOptions, type FhirContext } from './context/context-from-fhir.js';
export type { From, Open, Told } from './context/told.js';
export { toBundle } from './export/to-bundle.js';
export type { BundleOptions } from './export/options.js';
