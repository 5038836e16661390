import { randomId } from '@everycontact/core';
import { calendarFile, instantAt, type TakeAway } from '@everycontact/core/take-away';
import { button, field } from './controls.js';
import { element } from './element.js';
import type { Around } from './around.js';

/** When it is, and a file with it. The clock is that of the place, wherever this screen thinks it is. */
export function calendarFields(
  document: TakeAway,
  { pack, speaker: { label }, now, newId }: Around,
): readonly HTMLElement[] {
  const when = element('input', { type: 'datetime-local', class: 'entry', required: '' });
  when.style.inlineSize = 'auto';
  const save = button(label('take.calendar'), () => {
    const start = instantAt(when.value, pack.place.timeZone);
    if (start === undefined) when.reportValidity();
    else {
      const id = `${(newId ?? randomId)()}@everycontact`;
      const { text: title } = document.appointment;
      download('appointment.ics', calendarFile({ id, title, start, made: now(), ...placeOf(document) }));
    }
  });
  return [element('p', { class: 'row' }, field(label('take.appointment'), when), save)];
}

/** Where there is one place only, that is where. */
function placeOf({ groups }: TakeAway): { readonly address: string } | undefined {
  const known = groups.flatMap(({ entries }) => entries.flatMap(({ address = [] }) => address));
  const [address] = known;
  return address !== undefined && known.length === 1 ? { address } : undefined;
}

function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }));
  element('a', { href: address, download: name }).click();
  // A browser may ask first where to put it, and reads the address only then.
  setTimeout(() => URL.revokeObjectURL(address), 40_000);
}
