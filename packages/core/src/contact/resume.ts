import { clock } from '../platform.js';
import type { SessionEvent } from '../session/event.js';
import type { Shown } from '../session/shown.js';
import { lookUp } from '../session/follow.js';
import { known } from './known.js';
import { replay } from './replay.js';
import { runSession } from './session.js';
import type { RunOptions, Session } from './talk.js';

/**
 * Goes on from an earlier log of the same pack; what was still being looked for is looked for again.
 *
 * @throws EveryContactError `log-empty`, `log-newer`, `log-of-another-pack`
 */
export function resumeSession(log: readonly SessionEvent[], options: RunOptions): Session {
  const { pack, preview = false, now = clock } = options;
  const state = replay(pack, log);
  const at = now();
  const waiting = state.signposts.filter(({ services }) => services === 'looking');
  let last: Shown | undefined;
  for (const event of log) if (event.type === 'shown') last = event.view;
  return runSession(
    options,
    log,
    known(pack, state, preview, last),
    () => waiting.map((signpost) => lookUp(pack, state, signpost, at)),
    at,
  );
}
