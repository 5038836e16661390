// Eligibility, order and reasons of services: an index or a remote server yields candidates, this decides.
export { memoryDirectory } from './directory/memory.js';
export { inOrder, match } from './directory/match.js';
export { withNextNames } from './directory/next.js';

// The same in parts, for an index: judge each candidate, keep the first few, say why only of those
export { isOpenToAll, isRemote, type Profile } from './directory/profile.js';
export { type Question, questionOf } from './directory/question.js';
export { distanceStep, type Judgement, judge, rankOf, type RankSteps, stepOfMetres } from './directory/rank.js';
export { type First, type Relaxed, type Shortlist, shortlist } from './directory/shortlist.js';
export { answerOf, type Chosen } from './directory/answer.js';
export { metresBetween, metresFrom, onGrid, type Origin, type Point } from './directory/distance.js';

// Why one service fits or not
export { type Verdict, verdictsOn } from './directory/reasons.js';
