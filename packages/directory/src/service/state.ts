import type { Service } from '@everycontact/core';
import type { Notes, Source } from '../source.js';

const states: Readonly<Record<Service['state'], readonly string[]>> = {
  open: ['active', 'open', 'aktiv', 'åben', 'öppen'],
  paused: [
    'temporarily closed',
    'temporarily_closed',
    'paused',
    'suspended',
    'på pause',
    'midlertidigt lukket',
    'pausad',
    'tillfälligt stängd',
  ],
  closed: ['inactive', 'defunct', 'closed', 'lukket', 'inaktiv', 'stängd', 'nedlagd'],
  unknown: ['unknown', 'ukendt', 'okänd'],
};

/** Whether it runs, by the four words of the standard or their everyday ones; anything else is unknown. */
export function readState(service: Source, notes: Notes): Service['state'] {
  const written = service.exact('status', 'state');
  if (written === undefined) {
    notes.repaired('status-missing', service.at('status'), undefined);
    return 'unknown';
  }
  const found = (Object.keys(states) as Service['state'][]).find((state) =>
    states[state].includes(written.toLowerCase()),
  );
  if (found === undefined) notes.repaired('status-unknown', service.at('status'), written);
  return found ?? 'unknown';
}
