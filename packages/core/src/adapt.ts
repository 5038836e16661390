export { differences } from './adapt/differences.js';
export { adaptPack, type Adapted } from './adapt/adapt.js';
export { type Keep, minimisePack } from './adapt/minimise.js';
export { withoutProof } from './adapt/without-proof.js';
export type { Adaptation, Difference } from './pack/adaptation.js';
