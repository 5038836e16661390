import type { Finding, Instant } from '@everycontact/core';
import type { Happened } from '@everycontact/core/prompting';
import { isObject, isUuid, kindOf, memberOf, type Json } from '../json.js';
import { overrideReasons, overrideSystem, type OverrideReason } from './override-reasons.js';

/** What a client reports of one card. A comment in free text is not read. */
export interface CardFeedback {
  readonly card: string;
  readonly outcome: 'accepted' | 'overridden';
  /** One of ours; `other`, a reason that is not; nothing where none was given. */
  readonly reason?: OverrideReason | 'other';
  readonly at: Instant;
  /**
   * For the history of prompts. An accepted suggestion is a draft referral, so it counts as `referred` there; a card that
   * was set aside without a reason of ours as `dismissed`.
   */
  readonly happened: Happened;
}

export type ReadFeedback =
  | { readonly feedback: readonly CardFeedback[]; readonly findings?: undefined }
  | { readonly feedback?: undefined; readonly findings: readonly Finding[] };

const most = 100;

/**
 * Feedback from JSON that may be anything: every problem at once, nothing is thrown, no value of it is repeated.
 *
 * @param canonical the address that the reasons of the cards stand under
 */
export function readFeedback(json: unknown, canonical: string): ReadFeedback {
  const findings: Finding[] = [];
  const tell: Tell = (where, expected, found) => {
    findings.push({ code: 'cds-feedback-shape', where, message: `Expected ${expected}, found ${kindOf(found)}.` });
  };
  const list = isObject(json) ? memberOf(json, 'feedback') : undefined;
  if (!Array.isArray(list) || !list.length || list.length > most) {
    tell('feedback', `a list of 1 to ${most}`, isObject(json) ? list : json);
    return { findings };
  }
  const feedback = list.map((one: unknown, index) => entryOf(one, `feedback.${index}`, canonical, tell));
  return findings.length ? { findings } : { feedback };
}

type Tell = (where: string, expected: string, found: unknown) => void;

const utc = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]00:00)$/;

function entryOf(given: unknown, where: string, canonical: string, tell: Tell): CardFeedback {
  const entry: Json = isObject(given) ? given : {};
  if (!isObject(given)) tell(where, 'an object', given);
  const [card, outcome, at] = ['card', 'outcome', 'outcomeTimestamp'].map((name) => memberOf(entry, name));
  const isCard = typeof card === 'string' && isUuid(card);
  const isAt = typeof at === 'string' && utc.test(at) && Number.isFinite(Date.parse(at));
  if (!isCard) tell(`${where}.card`, 'the uuid of a card', card);
  if (!isAt) tell(`${where}.outcomeTimestamp`, 'an instant in UTC such as 2026-11-22T09:30:00Z', at);
  if (outcome !== 'accepted' && outcome !== 'overridden') tell(`${where}.outcome`, 'accepted or overridden', outcome);
  if (outcome === 'accepted') checkSuggestions(memberOf(entry, 'acceptedSuggestions'), where, tell);
  const reason =
    outcome === 'overridden' ? reasonIn(memberOf(entry, 'overrideReason'), where, canonical, tell) : undefined;
  return {
    card: isCard ? card.toLowerCase() : '',
    outcome: outcome === 'accepted' ? outcome : 'overridden',
    ...(reason && { reason }),
    at: isAt ? new Date(at).toISOString() : '',
    happened: outcome === 'accepted' ? 'referred' : reason && reason !== 'other' ? reason : 'dismissed',
  };
}

function checkSuggestions(given: unknown, where: string, tell: Tell): void {
  const isId = (one: unknown) => isObject(one) && typeof memberOf(one, 'id') === 'string';
  if (Array.isArray(given) && given.length && given.length <= most && given.every(isId)) return;
  tell(`${where}.acceptedSuggestions`, `a list of 1 to ${most} suggestions, each with its id`, given);
}

function reasonIn(given: unknown, where: string, canonical: string, tell: Tell): CardFeedback['reason'] {
  if (given === undefined) return undefined;
  if (!isObject(given)) {
    tell(`${where}.overrideReason`, 'an object', given);
    return undefined;
  }
  const coding = memberOf(given, 'reason');
  if (coding === undefined) return undefined;
  if (!isObject(coding) || typeof memberOf(coding, 'code') !== 'string') {
    tell(`${where}.overrideReason.reason`, 'a coding', coding);
    return undefined;
  }
  if (memberOf(coding, 'system') !== overrideSystem(canonical)) return 'other';
  return overrideReasons.find((code) => code === memberOf(coding, 'code')) ?? 'other';
}
