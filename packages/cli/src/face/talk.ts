import { EveryContactError, type Intent, type Talk, type View } from '@everycontact/core';
import { choiceFor } from '@everycontact/core/testing';
import { draw, type Drawn } from './draw.js';
import type { Lines } from './lines.js';
import type { Pen } from './pen.js';

/** How the talk is shown. */
export interface Face {
  readonly pen: Pen;
  write(lines: readonly string[]): void;
  /** Quick hide clears the screen. */
  readonly clears: boolean;
}

const clear = '\u001b[2J\u001b[3J\u001b[H';

/** Draws each view and sends what is typed, until the contact is settled. The end of the input stops it. */
export async function talk(session: Talk, face: Face, lines: Lines): Promise<void> {
  const unsubscribe = session.subscribe(() => undefined);
  let drawn = await show(session, face);
  while (!isSettled(session.view)) {
    const line = await lines.next();
    if (line === undefined) {
      finish(session);
      drawn = await show(session, face);
    } else if (take(session, face, drawn, line)) drawn = await show(session, face);
  }
  unsubscribe();
}

/** Walks by the words of the named examples, e.g. `answer:yes`, and ends as the end of the input does. */
export async function walk(session: Talk, face: Face, moves: readonly string[]): Promise<void> {
  const unsubscribe = session.subscribe(() => undefined);
  await show(session, face);
  for (const move of moves) {
    face.write([`> ${move}`]);
    session.send(choiceFor(session.view, move).intent);
    await show(session, face);
  }
  if (!isSettled(session.view)) {
    finish(session);
    await show(session, face);
  }
  unsubscribe();
}

async function show(session: Talk, { pen, write, clears }: Face): Promise<Drawn> {
  await found(session);
  const drawn = draw(session.view, pen);
  write(session.view.hidden && clears ? [clear, ...drawn.lines] : drawn.lines);
  return drawn;
}

/** @returns whether something was sent; else it says what can be typed */
function take(session: Talk, { write }: Face, { choices }: Drawn, line: string): boolean {
  const { view } = session;
  const choice = choices.get(line) ?? choices.get(line.toLowerCase());
  const intent = choice?.intent ?? typedNumber(view, line);
  if (!intent) {
    write([`No choice "${line}". Type one of: ${[...choices.keys()].join(' ')}`]);
    return false;
  }
  try {
    session.send(intent);
    return true;
  } catch (error) {
    if (!(error instanceof EveryContactError) || error.code !== 'intent-not-offered' || view.kind !== 'number')
      throw error;
    write([view.range]);
    return false;
  }
}

function typedNumber(view: View, line: string): Intent | undefined {
  const value = Number(line.replace(',', '.'));
  if (view.kind !== 'number' || !line || !Number.isFinite(value)) return undefined;
  return { type: 'answered', value, step: view.step, ...(view.item !== undefined && { item: view.item }) };
}

/** Ends what is still going on as stopped, topic and agenda; an ending that waits for its undo is taken as it is. */
function finish(session: Talk): void {
  while (!isSettled(session.view))
    session.send(session.view.kind === 'closed' ? { type: 'settled' } : session.view.common.stop.intent);
}

const isSettled = (view: View) => view.kind === 'closed' && view.settled === true;

/** Waits while services are being looked up. */
function found(session: Talk): Promise<void> {
  const looking = () => 'groups' in session.view && session.view.groups.some(({ services }) => services === 'looking');
  if (!looking()) return Promise.resolve();
  return new Promise((resolve) => {
    const unsubscribe = session.subscribe(() => {
      if (looking()) return;
      unsubscribe();
      resolve();
    });
  });
}
