import type { Pack } from '../pack/pack.js';
import { isUrgent } from '../rules/flag.js';
import type { Note } from './report.js';

/**
 * What stops or pauses most topics, and not this one: a behaviour that was added, and a list that was forgotten. A flag of
 * its own with the same notice is as good. Only a warning, since a flag may well be meant for some topics alone.
 */
export function leftOutFindings({ behaviours, flags }: Pack, note: Note): void {
  const notices = Object.entries(flags).flatMap(([id, flag]) => (isUrgent(flag) ? [] : [{ id, ...flag }]));
  for (const behaviour of Object.keys(behaviours)) {
    const others = Object.keys(behaviours).length - 1;
    const own = notices.filter((flag) => flag.behaviours.includes(behaviour)).map(({ notice }) => notice);
    for (const { id, notice, behaviours: named } of notices)
      if (named.length > 1 && named.length > others / 2 && !named.includes(behaviour) && !own.includes(notice))
        note(
          'flag-leaves-out',
          `behaviours.${behaviour}`,
          `expected the flag "${id}", which is for most topics (${named.join(', ')}), to be for this one too, found it is not: add "${behaviour}" to its "behaviours", or write a flag of your own with its notice, "${notice}"; leave it so only where it does not concern this topic`,
          { severity: 'warning' },
        );
  }
}
