import { EveryContactError } from '../error.js';
import type { Pack } from '../pack/pack.js';
import { advance } from './advance.js';
import type { SessionEvent } from './event.js';
import type { SessionState } from './state.js';

/**
 * Fold of `advance` over a log. A prefix of the log is an earlier moment.
 *
 * @throws EveryContactError `log-empty`, `log-newer`, or `log-of-another-pack` naming both versions: such a log still gives its record
 */
export function replay(pack: Pack, log: readonly SessionEvent[]): SessionState {
  const [first] = log;
  if (first?.type !== 'started')
    throw new EveryContactError('log-empty', 'log.0', 'Expected a log that begins with "started", found none. Start a new session.');
  if (first.schema !== 'everycontact/log@1')
    throw new EveryContactError(
      'log-newer',
      'log.0.schema',
      `Expected "everycontact/log@1", found "${String(first.schema)}". Update @everycontact/core to read this log.`,
    );
  const { id, version, digest } = first.pack;
  if (id !== pack.id || version !== pack.version || digest !== pack.digest)
    throw new EveryContactError(
      'log-of-another-pack',
      'log.0.pack',
      `The log was made with pack "${id}@${version}" (${digest}) and cannot go on with "${pack.id}@${pack.version}" (${pack.digest}). Take its record with toContactRecord and start a new session.`,
    );
  return log.reduce<SessionState | undefined>((state, event) => advance(pack, state, event).state, undefined) as SessionState;
}
