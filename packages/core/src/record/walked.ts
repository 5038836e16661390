import type { SessionEvent } from '../session/event.js';
import type { At, Intent } from '../session/intent.js';
import type { Shown } from '../session/shown.js';

/** A place that was shown, as it was last shown, and what was done there. */
export interface Entry {
  readonly view: Shown & At;
  readonly done?: Intent & At;
}

/**
 * The way through a script as a log tells it: being shown a place again sets aside what came after it. An answer that
 * raised urgent help is in neither list, however the contact went on from there.
 */
export function walked(log: readonly SessionEvent[]): {
  readonly entries: readonly Entry[];
  readonly setAside: readonly Entry[];
} {
  let entries: Entry[] = [];
  const setAside: Entry[] = [];
  let cause: SessionEvent['type'] | undefined;
  for (const event of log) {
    switch (event.type) {
      case 'shown': {
        const { view } = event;
        if (view.kind === 'urgent' && cause === 'answered')
          entries = entries.map((entry, i) => (i === entries.length - 1 ? { view: entry.view } : entry));
        if (!('step' in view)) break;
        const before = entries.findIndex((entry) => entry.view.step === view.step && entry.view.item === view.item);
        if (before >= 0) {
          setAside.push(...entries.slice(before).filter(({ done }) => done));
          entries = entries.slice(0, before);
        }
        entries.push({ view });
        break;
      }
      case 'answered':
      case 'skipped':
      case 'continued': {
        const last = entries.pop();
        if (last) entries.push({ view: last.view, done: event });
        cause = event.type;
        break;
      }
      case 'observed':
      case 'help-opened':
        cause = event.type;
        break;
      case 'help-not-needed':
        cause = undefined;
        break;
    }
  }
  return { entries, setAside };
}
