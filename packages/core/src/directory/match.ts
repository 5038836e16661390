import type { Instant } from '../pack/reader.js';
import { answerOf } from './answer.js';
import type { DirectoryAnswer, DirectoryQuery } from './directory.js';
import { questionOf } from './question.js';
import { judge } from './rank.js';
import type { Service } from './service.js';
import { shortlist } from './shortlist.js';

/**
 * Eligibility, order and reasons of all candidates. Services that one stated criterion rules out are listed apart with
 * that criterion; the rest come in the order of `RankSteps`: visible, lexicographic and total.
 *
 * @param asOf when the candidates were last known to be true
 */
export function match(candidates: Iterable<Service>, query: DirectoryQuery, asOf: Instant): DirectoryAnswer {
  const question = questionOf(query);
  const list = shortlist<Service>(query, inOrder);
  for (const service of candidates) {
    const judgement = judge(service, question);
    if (judgement) list.offer(service, judgement);
  }
  const relax = list.matches.found.length ? undefined : list.relax();
  return answerOf({ matches: list.chosen(), excluded: list.excluded.found, ...(relax && { relax }) }, question, asOf);
}

type Named = Pick<Service, 'name' | 'id'>;

/** By name, then by id, by code unit: the same in every engine and language. */
export const inOrder = (a: Named, b: Named) => text(a.name, b.name) || text(a.id, b.id);
const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
