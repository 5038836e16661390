export { choiceFor, choicesOf } from './testing/choices.js';
export { type Example, found, walkExample } from './testing/example.js';
export { aQuery, aService, type MakeDirectory, type Rule, testDirectory } from './testing/directory-contract.js';
export { aRecord } from './testing/record.js';
export { type PseudoLocale, pseudoPack } from './testing/pseudo-locale.js';
