import type { Pack, FlagId, HelpId, Outcome, ScriptId } from '../pack/pack.js';
import type { Day, Reader } from '../pack/reader.js';
import { isUrgent } from '../rules/flag.js';
import type { SessionEvent } from '../session/event.js';
import type { Intent } from '../session/intent.js';
import { isSettled } from '../session/offers.js';
import type { SessionState } from '../session/state.js';

/** Where a contact is: choosing, in its last topic, at urgent help, or at its end. */
export type AgendaPosition =
  | { readonly in: 'choosing' | 'topic' }
  | { readonly in: 'urgent'; readonly help: HelpId; readonly hidden: boolean; readonly back: AgendaPosition }
  | {
      readonly in: 'closed';
      readonly outcome: Outcome;
      readonly back: AgendaPosition;
      readonly settled?: true;
    };
/** What a contact knows besides its sessions. */
export interface AgendaState {
  readonly reader: Reader;
  /** The civil day at the place when the contact started. */
  readonly today: Day;
  readonly hidden: boolean;
  /** Nothing sensitive is opened any more, nor spoken of. */
  readonly notPrivate: boolean;
  /** The topics so far, oldest first: a session each. */
  readonly opened: readonly ScriptId[];
  readonly position: AgendaPosition;
}

/** What an intent that the agenda offered does to it. */
export function afterIntent(pack: Pack, state: AgendaState, intent: Intent): AgendaState {
  const { position, opened } = state;
  switch (intent.type) {
    case 'topic-chosen':
      return { ...state, opened: [...opened, intent.script], position: { in: 'topic' } };
    case 'reader-changed':
      return { ...state, reader: intent.reader };
    case 'hidden':
      return { ...state, hidden: intent.hidden };
    case 'help-opened':
      return urgent(state, pack.helpAtHand);
    case 'observed':
      return urgent(state, helpFor(pack, intent.flag));
    case 'help-not-needed':
      return position.in === 'urgent' ? { ...state, hidden: position.hidden, position: position.back } : state;
    case 'help-under-way':
      return { ...state, position: { in: 'closed', outcome: 'urgent-help-shown', back: position } };
    case 'ended': {
      if (position.in === 'closed') return state;
      const outcome = intent.as === 'not-private' ? 'not-now' : opened.length ? 'stopped' : 'not-asked';
      return { ...state, position: { in: 'closed', outcome, back: position } };
    }
    case 'reopened':
      return position.in === 'closed' ? { ...state, position: position.back } : state;
    case 'settled':
      return position.in === 'closed' ? { ...state, position: { ...position, settled: true } } : state;
    default:
      return state;
  }
}

/** Back on the agenda once a topic is settled: the reader, what was hidden and what is not private stay as they are. */
export function afterTopic(
  state: AgendaState,
  { reader, hidden }: SessionState,
  log: readonly SessionEvent[],
): AgendaState {
  const notPrivate = state.notPrivate || endedNotPrivate(log);
  return { ...state, reader, hidden, notPrivate, position: { in: 'choosing' } };
}

/** Whether a contact may go on after a topic: it is settled, and help is not under way. */
export function mayGoOn({ position }: SessionState): boolean {
  return isSettled(position) && position.in === 'closed' && position.outcome !== 'urgent-help-shown';
}

/** An ending that was taken back does not count. */
function endedNotPrivate(log: readonly SessionEvent[]): boolean {
  const last = log.filter(({ type }) => type === 'ended' || type === 'reopened').at(-1);
  return last?.type === 'ended' && last.as === 'not-private';
}

function urgent(state: AgendaState, help: HelpId): AgendaState {
  const { position } = state;
  const { back, hidden } = position.in === 'urgent' ? position : { back: position, hidden: false };
  return { ...state, hidden: false, position: { in: 'urgent', help, hidden: hidden || state.hidden, back } };
}

function helpFor(pack: Pack, id: FlagId): HelpId {
  const flag = pack.flags[id];
  return flag && isUrgent(flag) ? flag.help : pack.helpAtHand;
}
