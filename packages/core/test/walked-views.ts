import type { ContextFacts, Pack, ScriptId, View } from '../src/index.js';
import { createSession } from '../src/contact/session.js';
import { memoryDirectory } from '../src/directory/memory.js';
import { picked } from './picks.js';

/**
 * Every view of a walk by picks, as JSON.
 *
 * @param seen what is looked at of each field
 */
export function walkedViews(
  pack: Pack,
  script: ScriptId,
  told: ContextFacts,
  numbers: readonly number[],
  seen: (name: string, value: unknown) => unknown,
): View[] {
  const session = createSession({
    pack,
    script,
    context: told,
    reader: { locale: 'en-GB', audience: 'worker' },
    occasion: { setting: 'patient' },
    directory: memoryDirectory([], '2026-11-22T09:30:00.000Z'),
    now: () => '2026-11-22T09:30:00.000Z',
    newId: () => 'id',
  });
  const views = [session.view];
  for (const number of numbers) {
    const choice = picked(session.view, number);
    if (choice) session.send(choice.intent);
    views.push(session.view);
  }
  return JSON.parse(JSON.stringify(views, seen)) as View[];
}
