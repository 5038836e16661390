import type { Told } from '@everycontact/core/take-away';
import { element } from './element.js';

const style = `
dialog { box-sizing: border-box; inline-size: 100%; block-size: 100%; max-inline-size: none; max-block-size: none;
  margin: 0; padding: 1.5em; border: 0; overflow: auto; color: #000; background: #fff; color-scheme: light; }
dialog:not(:modal) { display: none; }
.controls, label { display: flex; flex-wrap: wrap; align-items: center; justify-content: flex-end; gap: 0.5em 1em; }
.controls { margin-block-end: 1.5em; font: 400 1em / 1.4 system-ui, 'Segoe UI', Roboto, Arial, sans-serif; }
button, select { padding: 0.5em 1.25em; min-block-size: 2.75em; cursor: pointer; font: inherit;
  color: #000; background: #fff; border: 2px solid #000; border-radius: 0.4em; }
button { font-weight: 600; }
:is(button, select):focus-visible { outline: 3px solid #0b5c73; outline-offset: 2px; }
.sheet { --size: max(18px, 1.125em); }
.sheet.large { --size: max(27px, 1.6875em); }
`;

/**
 * Fills the window, so that the screen can be turned towards the person. Escape or the button ends it; until then the focus
 * stays within, and no key reaches the page.
 *
 * @param beside where the dialog stands while it is open
 * @param title what the dialog is called by assistive technology
 * @param controls what stands beside the button that ends it
 * @param draw fills it: once what it is drawn into is in the document
 */
export function fullWindow(
  beside: ParentNode,
  title: Told,
  close: Told,
  controls: readonly HTMLElement[],
  draw: (root: ShadowRoot, dialog: HTMLElement) => void,
): HTMLDialogElement {
  const host = element('div');
  const root = host.attachShadow({ mode: 'open' });
  const dialog = element('dialog', { 'aria-label': title.text, lang: title.lang });
  const end = element('button', { type: 'button' }, close.text);
  end.addEventListener('click', () => dialog.close());
  dialog.append(element('div', { class: 'controls', lang: close.lang }, ...controls, end));
  root.append(dialog);
  draw(root, dialog);
  const frame = new CSSStyleSheet();
  frame.replaceSync(style);
  root.adoptedStyleSheets.push(frame);
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  dialog.addEventListener('close', () => host.remove());
  beside.append(host);
  dialog.showModal();
  return dialog;
}
