// What a pack says, for whoever reads one without running it
export { helpLines, type PlacedLine } from './pack/help-lines.js';
export { interpreters } from './pack/reader.js';
export { branchesOf, targets } from './pack/script-graph.js';
export { formsOf, type Form, wordingsFor } from './pack/wording.js';
export { flagsFor } from './rules/flag.js';
export { inputsOf } from './rules/measure.js';
export { itemsOf, type OwnedItem } from './rules/score.js';
