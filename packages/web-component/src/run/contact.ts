import {
  civilDay,
  speaker,
  type ContactRecord,
  type Day,
  type Instant,
  type Pack,
  type Reader,
  type Session,
  type SessionState,
  type Speaker,
  type Talk,
} from '@everycontact/core';
import { toContactRecord } from '@everycontact/core/record';
import type { Contact } from '@everycontact/core/agenda';
import { AdviceBeforeFinishEvent } from '../events/advice-before-finish.js';
import { AdviceChangeEvent } from '../events/advice-change.js';
import { AdviceOutcomeEvent } from '../events/advice-outcome.js';
import { AdviceUrgentEvent } from '../events/advice-urgent.js';
import { placeOf } from '../views/frame.js';
import { noteLine } from './note.js';
import { countDown, type Countdown } from './undo.js';

/** What a contact needs of the element that shows it. */
export interface Around {
  readonly undoSeconds: () => number;
  readonly now: () => Instant;
  /** Gives back whether nobody vetoed. */
  readonly emit: (event: Event) => boolean;
  readonly redraw: () => void;
  readonly fail: (error: unknown) => void;
}

/** A contact on the screen: it is listened to while the element is connected, each topic told of once, and settled in the end. */
export interface RunningContact {
  readonly talk: Talk;
  /** Whether the talk was made here, and so ends here. */
  readonly own: boolean;
  readonly staff: boolean;
  readonly pack: Pack;
  readonly speaker: Speaker;
  /** Seconds in which the ending can be taken back. */
  readonly left: number | undefined;
  /** The topic that is open, or was last. */
  readonly state: SessionState | undefined;
  /** Nothing was answered, and it is not over. */
  readonly untouched: boolean;
  /** What the topics that came to their end came to, settled or not. */
  readonly records: readonly ContactRecord[];
  /** A line for each topic that is settled. */
  readonly note: string | undefined;
  connect(): void;
  disconnect(): void;
  /** Settles at once what only waits for its undo to run out, unless the host keeps it back. */
  settle(): void;
  /** Forgets everything; nothing is told any more. */
  drop(): void;
}

/** What has been told of a talk, by whichever element: one that is made again in another place does not tell it twice. */
interface Told {
  place?: string;
  readonly outcomes: Set<Session>;
}
const told = new WeakMap<Talk, Told>();

/** The civil day at the place of a pack. */
export const todayAt = ({ place }: Pick<Pack, 'place'>, now: Instant): Day => civilDay(now, place.timeZone);

/** @param reader whose labels are shown where the talk itself does not say who reads */
export function runContact(talk: Talk, pack: Pack, reader: Reader, around: Around, own: boolean): RunningContact {
  const said: Told = told.get(talk) ?? { outcomes: new Set() };
  told.set(talk, said);
  let stopListening: (() => void) | undefined;
  let countdown: Countdown | undefined;
  let spoken: Speaker | undefined;
  let dropped = false;
  let vetoed = false;

  const session = 'state' in talk ? (talk as Session) : undefined;
  const contact = 'sessions' in talk ? (talk as Contact) : undefined;
  const sessions = () => contact?.sessions ?? (session ? [session] : []);
  const words = (): Speaker => {
    const now = session?.state.reader ?? contact?.reader ?? reader;
    if (spoken?.reader !== now) {
      spoken = speaker(pack, now, session?.state.today ?? todayAt(pack, around.now()));
    }
    return spoken;
  };

  function look(): void {
    try {
      tellPlace();
      wait();
      tellOutcome();
    } catch (error) {
      around.fail(error);
    }
    around.redraw();
  }

  function tellPlace(): void {
    const { view } = talk;
    const place = placeOf(view);
    if (said.place === place) return;
    said.place = place;
    around.emit(new AdviceChangeEvent(view.kind, 'step' in view ? view.step : undefined));
    if (view.kind === 'urgent') around.emit(new AdviceUrgentEvent());
  }

  function wait(): void {
    const { view } = talk;
    const ending = view.kind === 'closed' && !view.settled;
    if (!ending) {
      countdown?.stop();
      countdown = undefined;
      vetoed = false;
    } else if (!countdown && !vetoed) {
      const seconds = around.undoSeconds();
      if (seconds > 0) countdown = countDown(seconds, around.redraw, settle);
      else settle();
    }
  }

  function tellOutcome(): void {
    for (const one of sessions()) {
      const { position } = one.state;
      if (position.in !== 'closed' || !position.settled || said.outcomes.has(one)) continue;
      said.outcomes.add(one);
      around.emit(new AdviceOutcomeEvent(toContactRecord(one.log)));
    }
  }

  function settle(): void {
    const { view } = talk;
    if (dropped || view.kind !== 'closed' || !view.next) return;
    countdown?.stop();
    countdown = undefined;
    vetoed = !around.emit(new AdviceBeforeFinishEvent(view.outcome));
    try {
      if (!vetoed) talk.send(view.next.intent);
    } catch (error) {
      around.fail(error);
    }
    if (vetoed || !stopListening) look();
  }

  return {
    talk,
    own,
    staff: (session?.state.occasion ?? contact?.occasion)?.setting === 'staff',
    pack,
    get speaker() {
      return words();
    },
    get left() {
      return countdown?.left;
    },
    get state() {
      return sessions().at(-1)?.state;
    },
    get untouched() {
      return talk.view.kind !== 'closed' && !sessions().some(({ log }) => log.some(({ type }) => type === 'answered'));
    },
    get records() {
      const over = sessions().filter((one) => one.state.position.in === 'closed');
      return over.map(({ log }) => toContactRecord(log));
    },
    get note() {
      const told = sessions().filter((one) => said.outcomes.has(one));
      return told.map(({ log }) => noteLine(pack, toContactRecord(log), words())).join('\n') || undefined;
    },
    settle,
    connect() {
      if (stopListening || dropped) return;
      stopListening = talk.subscribe(look);
      look();
    },
    disconnect() {
      stopListening?.();
      stopListening = undefined;
      if (!countdown) return;
      // A move to another place connects again within the same task; whoever is gone after it loses no record.
      setTimeout(() => {
        if (!stopListening) settle();
      });
    },
    drop() {
      dropped = true;
      countdown?.stop();
      stopListening?.();
      stopListening = undefined;
      if (own) talk.dispose();
    },
  };
}
