import type { Locale } from '@everycontact/core';
import { takeAway, type TakeAway } from '@everycontact/core/take-away';
import type { Around } from './around.js';
import { button, field, question } from './controls.js';
import { calendarFields } from './calendar-fields.js';
import { element } from './element.js';
import { languageField, speaks } from './languages.js';
import { showSheet } from './show-sheet.js';
import { printSheet } from './print.js';
import { textFields } from './text-fields.js';

/**
 * Asks first whether it is safe to take something along, and then how. Whatever is open - a sheet on the screen, a frame
 * that prints - stands within the panel, so that it goes when the panel goes.
 */
export function panel(around: Around): HTMLElement {
  const { label } = around.speaker;
  const made = element('div', { class: 'take group' });
  const asked = question(label('take.safe'));
  asked.id = 'take-safe';
  const answers = element('div', { class: 'row', role: 'group', 'aria-labelledby': asked.id });
  answers.append(
    button(label('ui.yes'), () => turn(made, ways(made, around))),
    ...[label('ui.no'), label('take.not-sure')].map((no) => button(no, () => turn(made, unsafe(made, around)))),
  );
  made.append(asked, answers);
  // A letter chosen or typed in here is nobody's shortcut.
  made.addEventListener('keydown', (event) => {
    if ((event.target as Element).matches('select, [type^=date]')) event.stopPropagation();
  });
  return made;
}

/** What was there goes, and the focus moves on to what comes. */
function turn(made: HTMLElement, next: readonly HTMLElement[]): void {
  made.replaceChildren(...next);
  made.querySelector<HTMLElement>('[tabindex], select, input, button')?.focus({ preventScroll: true });
}

/** It may still be read here, where it leaves nothing. */
function unsafe(made: HTMLElement, around: Around): readonly HTMLElement[] {
  const { label } = around.speaker;
  const show = () => shown(made, around, around.speaker.reader.locale, false);
  return [question(label('take.unsafe')), element('p', {}, button(label('take.show'), show))];
}

function ways(made: HTMLElement, around: Around): readonly HTMLElement[] {
  const { label } = around.speaker;
  const languages = languageField(around);
  const large = element('input', { type: 'checkbox' });
  const more = element('div', { class: 'group' });
  const locale = () => languages.value;
  const document = () => sheetIn(around, locale());
  const printed = () => printSheet(made, document(), large.checked);
  const text = () => unfold(more, textFields(document(), around));
  const calendar = () => unfold(more, calendarFields(document(), around));
  languages.addEventListener('change', () => {
    more.replaceChildren();
    void speaks(made, languages, around);
  });
  void speaks(made, languages, around);
  return [
    element(
      'p',
      { class: 'row' },
      ...(languages.length > 1 ? [field(label('take.language'), languages)] : []),
      element('label', { class: 'tick' }, large, label('take.large')),
    ),
    element(
      'p',
      { class: 'row' },
      button(label('take.print'), printed),
      button(label('take.show'), () => shown(made, around, locale(), large.checked)),
      ...(around.staff ? [] : [button(label('take.text'), text), button(label('take.appointment'), calendar)]),
    ),
    more,
  ];
}

/** The focus follows to what has come up, where something has. */
function unfold(more: HTMLElement, fields: readonly HTMLElement[]): void {
  more.replaceChildren(...fields);
  more.querySelector<HTMLElement>('input, textarea')?.focus({ preventScroll: true });
}

function shown(made: HTMLElement, around: Around, locale: Locale, large: boolean): void {
  const { label, reader } = around.speaker;
  showSheet(made, sheetIn(around, locale), large, { text: label('ui.close'), lang: reader.locale });
}

/** There is something: the element offers a panel only where there is. */
function sheetIn({ records, pack, organisation, preview }: Around, locale: Locale): TakeAway {
  const reader = { locale, audience: 'person' } as const;
  return takeAway(records, pack, { reader, preview, ...(organisation && { organisation }) }) as TakeAway;
}
