import { element } from './element.js';

/** A button that looks like those of the element around it. */
export function button(label: string, act: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: 'plain', part: 'button plain-button' }, label);
  made.addEventListener('click', act);
  return made;
}

/** A field beside its label; neither is wider than the panel, however long the words in it are. */
export function field(label: string, control: HTMLElement): HTMLLabelElement {
  const made = element('label', { class: 'row' }, label, control);
  for (const one of [made, control]) one.style.maxInlineSize = '100%';
  return made;
}

/** What the focus goes to when it comes up. */
export const question = (words: string): HTMLParagraphElement => element('p', { class: 'name', tabindex: '-1' }, words);
