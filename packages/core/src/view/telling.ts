import type { Match, Reason, ReasonCode } from '../directory/directory.js';

/** What tells one service from another, the most telling first; any other reason comes after these, as it was ranked. */
const telling: readonly ReasonCode[] = [
  'pinned',
  'distance',
  'remote',
  'open-now',
  'open-until',
  'opens',
  'language',
  'interpreter',
  'step-free',
  'gender',
  'pregnancy',
  'need-side',
];

/** Said beside the service in words of their own, so not knowing them is no caution. */
const saidElsewhere: readonly ReasonCode[] = ['distance', 'hours', 'assured'];

/**
 * The reasons of each service of a list, the most telling first, so that whoever shows two shows the right two: what is to be
 * checked first, then what tells the services apart, and last what every one of them says. That a service was last looked at
 * long ago is to be checked where another was not.
 */
export function tellingFirst(matches: readonly Match[]): (match: Match) => readonly Reason[] {
  const saidBy = new Map<string, number>();
  let isAnyFresh = false;
  for (const { reasons } of matches) {
    for (const reason of reasons) {
      const said = JSON.stringify(reason);
      saidBy.set(said, (saidBy.get(said) ?? 0) + 1);
      isAnyFresh ||= reason.code === 'assured' && reason.truth === true;
    }
  }
  const place = (reason: Reason): number => {
    const { code, truth } = reason;
    const isOld = code === 'assured' && reason.with && isAnyFresh;
    if (truth !== true && (isOld || !saidElsewhere.includes(code))) return -1;
    const at = telling.indexOf(code);
    const isShared = matches.length > 1 && saidBy.get(JSON.stringify(reason)) === matches.length;
    return (at < 0 ? telling.length : at) + (isShared ? telling.length : 0);
  };
  return ({ reasons }) => [...reasons].sort((a, b) => place(a) - place(b));
}
