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

// Records out
export { toBundle } from './export/to-bundle.js';
export type { BundleOptions } from './export/options.js';
export { type CodedExtra, codedExtras, type Who } from './export/coded-extras.js';
export { profiles, type Profile, type ProfileId } from './export/profiles.js';

// Forms out and in
export {
  toQuestionnaire,
  type QuestionnaireExport,
  type QuestionnaireOptions,
} from './questionnaire/to-questionnaire.js';
export type { Offer, Offers } from './questionnaire/steps.js';
export {
  fromQuestionnaire,
  type ImportedInstrument,
  type ImportOptions,
  type QuestionnaireImport,
} from './questionnaire/from-questionnaire.js';
