import { createSession } from '../contact/session.js';
import type { Session } from '../contact/talk.js';
import type { Directory } from '../directory/directory.js';
import type { ContextFacts } from '../pack/fact.js';
import type { FlagId, NeedId, Outcome, Pack, ScriptId } from '../pack/pack.js';
import type { Audience, Locale, Occasion, Variant } from '../pack/reader.js';
import { choiceFor } from './choices.js';

/** A named walk through a script: the same list drives unit tests, every face, the stories and the demo. */
export interface Example {
  readonly id: string;
  readonly name: string;
  readonly script: ScriptId;
  readonly occasion: Occasion;
  readonly context?: ContextFacts;
  readonly audience: Audience;
  readonly variant?: Variant;
  /** Words of `choiceFor`, in order. */
  readonly moves: readonly string[];
  readonly expect: {
    readonly outcome: Outcome;
    /** Needs that were signposted. */
    readonly needs?: readonly NeedId[];
    readonly notices?: readonly FlagId[];
    /** Keys at most, from focus in the panel. */
    readonly keys?: number;
  };
}

/** Walk a named example to its end, waiting for look-ups before each move. @returns the session, closed */
export async function walkExample(
  pack: Pack,
  example: Example,
  locale: Locale,
  directory: Directory,
  /** Called before every move, with the session and the word. */
  onMove: (session: Session, move: string) => void = () => undefined,
): Promise<Session> {
  const { script, occasion, context = {}, audience, variant } = example;
  const reader = { locale, audience, ...(variant !== undefined && { variant }) };
  const session = createSession({ pack, script, occasion, context, reader, directory, preview: true });
  session.subscribe(() => undefined);
  for (const move of example.moves) {
    await found(session);
    onMove(session, move);
    session.send(choiceFor(session.view, move).intent);
  }
  return session;
}

/** Resolves when no look-up is waited for any more; told by the session, so a test that waits in vain can time out. */
export function found(session: Session): Promise<void> {
  const waits = () => session.state.signposts.some(({ services }) => services === 'looking');
  if (!waits()) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = session.subscribe(() => {
      if (waits()) return;
      stop();
      resolve();
    });
  });
}
