import { EveryContactError } from '../error.js';
import type { Pack, PackRef } from '../pack/pack.js';
import { moved } from './advance.js';
import type { SessionEvent } from '../session/event.js';
import type { SessionState } from '../session/state.js';

/**
 * Fold of `advance` over a log. A prefix of the log is an earlier moment.
 *
 * @throws EveryContactError `log-empty`, `log-newer`, or `log-of-another-pack` naming both versions: such a log still gives its record
 */
export function replay(pack: Pack, log: readonly SessionEvent[]): SessionState {
  const [first] = log;
  const started = first?.type === 'started' ? first : undefined;
  const refuse = (code: string, at: string, expected: unknown, found: unknown, remedy: string) => {
    throw new EveryContactError(code, at, `Expected ${String(expected)}, found ${String(found)}. ${remedy}`);
  };
  if (!started)
    refuse('log-empty', 'log.0', 'a log that begins with "started"', first?.type ?? 'nothing', 'Start a new session.');
  else if (started.schema !== 'everycontact/log@1')
    refuse(
      'log-newer',
      'log.0.schema',
      'everycontact/log@1',
      started.schema,
      'Update @everycontact/core to read this log.',
    );
  else if (nameOf(started.pack) !== nameOf(pack))
    refuse(
      'log-of-another-pack',
      'log.0.pack',
      nameOf(started.pack),
      nameOf(pack),
      'Take its record and start a new session.',
    );
  return log.reduce<SessionState | undefined>((state, event) => moved(pack, state, event), undefined) as SessionState;
}

const nameOf = ({ id, version, digest }: PackRef) => `${id}@${version} (${digest})`;
