export { type Keep, minimisePack } from './adapt/minimise.js';
