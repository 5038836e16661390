import type { ContactRecord } from '@everycontact/core';

/** A record of which only that may be read which may stand in a person's record. */
export type Leaving = Pick<
  ContactRecord,
  | 'recordId'
  | 'pack'
  | 'place'
  | 'locale'
  | 'audience'
  | 'script'
  | 'behaviour'
  | 'method'
  | 'sensitive'
  | 'startedAt'
  | 'endedAt'
  | 'answers'
  | 'results'
  | 'signposts'
  | 'permission'
> & {
  readonly ended: 'completed' | 'stopped';
  readonly declined: boolean;
  readonly advised: boolean;
  readonly offered: boolean;
};

/**
 * What leaves. Not among it: notices and flags, the words of the advice, what was set aside or skipped, and the outcome
 * itself. A contact that ended in urgent help cannot be told from one that was stopped before the first answer.
 */
export function leaving(record: ContactRecord): Leaving {
  const { outcome, reached, answers } = record;
  const { recordId, pack, place, locale, audience, script, behaviour, method, sensitive, startedAt, endedAt } = record;
  const about = { recordId, pack, place, locale, audience, script, behaviour, method, sensitive, startedAt };
  const ended = endedAt === undefined ? {} : { endedAt };
  const { results, signposts, permission } = record;
  const nothing = { answers: [], results: [], signposts: [], permission: 'not-asked' } as const;
  if (outcome === 'urgent-help-shown')
    return { ...about, ...ended, ...nothing, ended: 'stopped', declined: false, advised: false, offered: false };
  return {
    ...about,
    ...ended,
    // A notice is not exported, but what led to it is: leaving food and weight alone, a pregnancy, a sign of dependence.
    sensitive: sensitive || record.notices.length > 0,
    results,
    signposts,
    permission,
    answers: answers.filter(({ value, setAside }) => !setAside && value !== 'skipped'),
    ended: outcome === 'stopped' ? 'stopped' : 'completed',
    declined: outcome === 'declined',
    advised: reached.advised,
    offered: reached.offered,
  };
}
