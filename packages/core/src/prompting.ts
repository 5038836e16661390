// When to ask at all
export { factsOf } from './rules/occasion.js';
export { decide, type Decision } from './prompting/decide.js';
export type { Verdict } from './prompting/verdict.js';
export { lastRaised } from './prompting/past.js';
export { noLimits } from './prompting/policy.js';
export type { CapRule, CoolDownRule, NeverRule, Policy, PolicyRule } from './prompting/policy.js';
export { emptyHistory, type Happened, type History, type HistoryEntry } from './prompting/history.js';
export { readHistory, readPolicy, type ReadHistory, type ReadPolicy } from './prompting/read.js';
