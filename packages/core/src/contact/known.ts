import { oncePer } from '../pack/once-per.js';
import type { Pack } from '../pack/pack.js';
import type { SessionEvent, Started } from '../session/event.js';
import type { Intent } from '../session/intent.js';
import type { Shown, View } from '../session/shown.js';
import type { SessionState } from '../session/state.js';
import { speaker } from '../view/speaker.js';
import { screen, withCommon } from '../view/view.js';
import { moved } from './advance.js';
import { frozen } from './frozen.js';
import { isSameJson } from './same-json.js';

/**
 * Where a contact is, in state and words, and the ways that were gone from here before. The engine is pure: the same
 * start and the same choices always lead to the same states and the same words, so a pack keeps the ways it has seen and
 * the next contact walks them without working anything out. No id, instant, place or found service is in them.
 */
export interface Known {
  readonly state: SessionState;
  readonly shown: Shown;
  readonly view: View;
  /** Whether it shows something else than what stood there before. */
  readonly isNews: boolean;
  /** By the very choice of this view: one that a host made itself is judged anew. */
  readonly onward: Map<Intent, Known>;
  /** Nothing where what follows is of this session alone. */
  readonly room: Room | undefined;
}
/** How many more states a pack keeps. */
export interface Room {
  left: number;
}

/** What does not change from contact to contact with the same start. */
export type Beginning = Omit<Started, 'contactId' | 'recordId'>;
export interface Opening {
  readonly beginning: Beginning;
  readonly known: Known;
}

/** Puts a state into words. What cannot be shown does not happen. @param before what stands on the screen now */
export function known(pack: Pack, state: SessionState, preview: boolean, before?: Shown, room?: Room): Known {
  const say = speaker(pack, state.reader, state.today);
  const shown = screen(pack, state, say);
  const bare = withCommon(pack, state, shown, say);
  const view = preview ? Object.assign(bare, { preview }) : bare;
  if (room) frozen([state, view]);
  return {
    state,
    shown,
    view,
    isNews: shown.kind !== before?.kind || !isSameJson(shown, before),
    onward: new Map(),
    room,
  };
}

/** The way that an intent leads; news of services are of their session alone. */
export function onward(pack: Pack, from: Known, event: SessionEvent, intent?: Intent): Known {
  const found = intent && from.onward.get(intent);
  if (found) return found;
  const { room } = from;
  const keeps = intent !== undefined && room !== undefined && room.left > 0;
  const next = known(
    pack,
    moved(pack, from.state, event),
    from.view.preview ?? false,
    from.shown,
    keeps ? room : undefined,
  );
  if (keeps) {
    room.left--;
    from.onward.set(intent, next);
  }
  return next;
}

/** The start that a key stands for, made when it is first asked for; without a key it is of its session alone. */
export function opening(pack: Pack, key: string | undefined, open: (room?: Room) => Opening): Opening {
  if (key === undefined) return open();
  const kept = keptFor(pack);
  let found = kept.openings.get(key);
  if (found) return found;
  if (kept.room.left <= 0) {
    kept.openings.clear();
    kept.room = { left: statesKept };
  }
  kept.room.left--;
  kept.openings.set(key, (found = open(kept.room)));
  return found;
}

/** About eight megabytes for each pack at most; then it begins anew. */
const statesKept = 2048;
const keptFor = oncePer((_: Pack) => ({ openings: new Map<string, Opening>(), room: { left: statesKept } }));
