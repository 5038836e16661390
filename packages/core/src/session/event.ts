import type { DirectoryAnswer } from '../directory/directory.js';
import type { ContextFacts } from '../pack/fact.js';
import type { BehaviourId, Method, PackRef, ScriptId } from '../pack/pack.js';
import type { Day, Instant, Occasion, Reader } from '../pack/reader.js';
import type { Intent } from './intent.js';
import type { Shown } from './shown.js';

export interface Started {
  readonly type: 'started';
  readonly schema: 'everycontact/log@1';
  readonly contactId: string;
  readonly recordId: string;
  readonly pack: PackRef;
  readonly place: string;
  readonly script: ScriptId;
  readonly behaviour: BehaviourId;
  readonly method: Method;
  readonly sensitive: boolean;
  /** The civil day at the place. */
  readonly today: Day;
  readonly context: ContextFacts;
  readonly reader: Reader;
  readonly occasion: Occasion;
}

/** What happened, in order. JSON; it holds no name, number or note of a person. */
export type SessionEvent = { readonly at: Instant } & (
  | Intent
  | Started
  | { readonly type: 'shown'; readonly view: Shown }
  | { readonly type: 'services-found'; readonly lookUp: number; readonly answer: DirectoryAnswer }
  | { readonly type: 'services-failed'; readonly lookUp: number; readonly reason: string }
);
