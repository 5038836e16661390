import { textLength, textMessage, type TakeAway } from '@everycontact/core/take-away';
import { AdviceTextEvent } from '../events/advice-text.js';
import { button } from './controls.js';
import { element } from './element.js';
import type { Around } from './around.js';

/** The text to copy, with its length in parts; nothing where the host takes it and sends it itself. */
export function textFields(document: TakeAway, { speaker: { label }, emit }: Around): readonly HTMLElement[] {
  const text = textMessage(document);
  const { parts } = textLength(text);
  if (!emit(new AdviceTextEvent({ text, lang: document.lang, parts }))) return [];
  const { lang, dir } = document;
  const entry = element('textarea', {
    class: 'entry',
    rows: '5',
    readonly: '',
    lang,
    dir,
    'aria-label': label('take.text'),
  });
  entry.value = text;
  const said = element('span', { class: 'small' }, label('take.parts', { parts }));
  const copy = button(label('take.copy'), () => void copied());
  // Where there is no clipboard - plain http - the text is selected instead.
  const copied = async () => {
    try {
      await navigator.clipboard.writeText(text);
      // The prompt has one live region, and here is no second.
      const live = (copy.getRootNode() as ParentNode).querySelector('[aria-live]');
      for (const place of [said, live]) place?.replaceChildren(label('ui.copied'));
    } catch {
      entry.select();
    }
  };
  return [entry, element('p', { class: 'row' }, copy, said)];
}
