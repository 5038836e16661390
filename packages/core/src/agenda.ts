export type { Decision } from './prompting/decide.js';
