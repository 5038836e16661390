import type { ContextFacts } from '../pack/fact.js';
import type { Directory } from '../directory/directory.js';
import type { Pack, ScriptId } from '../pack/pack.js';
import type { Instant, Occasion, Reader } from '../pack/reader.js';
import type { SessionEvent } from '../session/event.js';
import type { Intent } from '../session/intent.js';
import type { View } from '../session/shown.js';
import type { SessionState } from '../session/state.js';

/** All that a face ever sees. `dispose` aborts look-ups; a late answer is ignored. */
export interface Talk {
  readonly view: View;
  send(intent: Intent): void;
  /** Look-ups start with the first subscriber. Gives back the unsubscribe. */
  subscribe(listener: () => void): () => void;
  dispose(): void;
}
export interface Session extends Talk {
  readonly state: SessionState;
  readonly log: readonly SessionEvent[];
}
export interface RunOptions {
  readonly pack: Pack;
  readonly directory: Directory;
  /** Drafts are shown, under a banner. Without it a script that holds a draft is refused. */
  readonly preview?: boolean;
  readonly now?: () => Instant;
}
export interface SessionOptions extends RunOptions {
  readonly script: ScriptId;
  readonly reader: Reader;
  readonly occasion: Occasion;
  readonly context?: ContextFacts;
  readonly contactId?: string;
  readonly newId?: () => string;
}
