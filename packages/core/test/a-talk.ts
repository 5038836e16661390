import { createSession } from '../src/contact/session.js';
import type { Session, SessionOptions } from '../src/contact/talk.js';
import { memoryDirectory } from '../src/directory/memory.js';
import { choiceFor, found } from '../src/testing.js';
import { aService } from '../src/testing/directory-contract.js';
import { gardening } from './sample-pack.js';

export const club = aService({
  id: 'club',
  name: 'Wexmarsh Garden Club (invented)',
  needs: [{ need: 'club', how: 'main' }],
});
export const young = aService({ id: 'young', needs: [{ need: 'young', how: 'main' }] });

/** A talk about gardening that somebody looks at, each event a second after the other. */
export function begin(over: Partial<SessionOptions> = {}): Session {
  let second = 0;
  const session = createSession({
    pack: gardening,
    script: 'gardening.brief',
    reader: { locale: 'en-GB', audience: 'worker' },
    occasion: { setting: 'patient' },
    directory: memoryDirectory([club, young], '2026-11-21T06:00:00.000Z'),
    now: () => new Date(Date.UTC(2026, 10, 22, 9, 30, second++)).toISOString(),
    newId: () => `id-${second++}`,
    ...over,
  });
  session.subscribe(() => undefined);
  return session;
}

/** Makes each move once what is looked up is there. */
export async function walk(session: Session, ...moves: string[]): Promise<Session> {
  for (const move of moves) {
    await found(session);
    session.send(choiceFor(session.view, move).intent);
  }
  await found(session);
  return session;
}

export const place = ({ state: { position } }: Session) => ('step' in position ? position.step : position.in);
export const outcome = ({ view }: Session) => (view.kind === 'closed' ? view.outcome : view.kind);

/** From the first question to the signposts. */
export const toSignposts = ['next', 'answer:yes', 'answer:60', 'skip', 'answer:never', 'answer:no', 'next'];
