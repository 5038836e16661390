import type { Pack } from '../pack/pack.js';
import { filled, wordingsOf } from './wording.js';
import type { Note } from './report.js';

/** Urgent help works with the network gone: a number on each card, the place's own among them, in each language. */
export function helpFindings(pack: Pack, note: Note): void {
  const emergency = pack.place.facts.emergencyNumber?.value;
  if (emergency === undefined)
    note(
      'help-without-contact',
      'place.facts.emergencyNumber',
      'expected the emergency number of the place, found none: add it with its source',
    );
  for (const [id, { lines, heading, worker }] of Object.entries(pack.urgentHelp)) {
    if (!lines.some(({ phone, sms }) => phone ?? sms))
      note(
        'help-without-contact',
        `urgentHelp.${id}`,
        'expected a phone or text number, found none: add the place’s emergency number',
      );
    else if (emergency !== undefined && !lines.some(({ phone, tel }) => [phone, tel].includes(String(emergency))))
      for (const locale of pack.locales) {
        const texts = [heading, worker].flatMap((key) => pack.texts[locale]?.[key] ?? []);
        const words = texts.flatMap((text) => wordingsOf(text).map((one) => filled(pack, one.words)));
        if (!words.some((one) => one.includes(String(emergency))))
          note(
            'help-without-contact',
            `urgentHelp.${id}`,
            `expected ${emergency} among its lines or in its words in ${locale}, found neither: add it`,
          );
      }
  }
}
