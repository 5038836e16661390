import type { TakeAway, Told } from '@everycontact/core/take-away';
import { drawn } from './drawn.js';
import { element } from './element.js';

const style = `
dialog { box-sizing: border-box; inline-size: 100%; block-size: 100%; max-inline-size: none; max-block-size: none;
  margin: 0; padding: 1.5em; border: 0; overflow: auto; color: #000; background: #fff; color-scheme: light; }
button { display: block; margin: 0 0 1.5em auto; padding: 0.5em 1.25em; min-block-size: 2.75em; cursor: pointer;
  font: 600 16px / 1.4 system-ui, 'Segoe UI', Roboto, Arial, sans-serif; color: #000; background: #fff; border: 2px solid #000; border-radius: 0.4em; }
button:focus-visible { outline: 3px solid #0b5c73; outline-offset: 2px; }
.sheet { --size: 18px; }
.sheet.large { --size: 27px; }
`;

/**
 * Fills the window with a sheet, so that the screen can be turned towards the person. Escape or the button ends it; until
 * then the focus stays within, and no key reaches the page.
 *
 * @param beside where the dialog stands while it is open
 */
export function showSheet(beside: ParentNode, document: TakeAway, large: boolean, close: Told): HTMLDialogElement {
  const host = element('div');
  const root = host.attachShadow({ mode: 'open' });
  const dialog = element('dialog', { 'aria-label': document.title.text, lang: document.lang, dir: document.dir });
  const end = element('button', { type: 'button', lang: close.lang }, close.text);
  end.addEventListener('click', () => dialog.close());
  dialog.append(end);
  drawn(root, dialog, document, large, CSSStyleSheet);
  const frame = new CSSStyleSheet();
  frame.replaceSync(style);
  root.adoptedStyleSheets.push(frame);
  root.append(dialog);
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  dialog.addEventListener('close', () => host.remove());
  beside.append(host);
  dialog.showModal();
  return dialog;
}
