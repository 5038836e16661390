import type { Pack } from '../pack/pack.js';
import type { Note } from './report.js';

/** Urgent help works with the network gone: a number on each card, and a line that dials the place's own. */
export function helpFindings(pack: Pack, note: Note): void {
  const emergency = pack.place.facts.emergencyNumber?.value;
  if (emergency === undefined)
    note(
      'help-without-contact',
      'place.facts.emergencyNumber',
      'expected the emergency number of the place, found none: add it with its source',
    );
  for (const [id, { lines }] of Object.entries(pack.urgentHelp)) {
    if (!lines.some(({ phone, sms }) => phone ?? sms))
      note(
        'help-without-contact',
        `urgentHelp.${id}`,
        'expected a phone or text number, found none: add the place’s emergency number',
      );
    else if (emergency !== undefined && !lines.some(({ phone, tel }) => [phone, tel].includes(String(emergency))))
      note(
        'help-without-contact',
        `urgentHelp.${id}`,
        `expected a line that dials ${emergency}, the emergency number of the place, found ${lines.flatMap(({ phone }) => phone ?? []).join(', ')}: add it`,
      );
  }
}
