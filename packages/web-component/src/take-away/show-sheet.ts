import type { TakeAway, Told } from '@everycontact/core/take-away';
import { drawn } from './drawn.js';
import { fullWindow } from './full-window.js';

/** Fills the window with a sheet. @param beside where the dialog stands while it is open */
export function showSheet(beside: ParentNode, document: TakeAway, large: boolean, close: Told): HTMLDialogElement {
  const title = { text: document.title.text, lang: document.lang };
  return fullWindow(beside, title, close, [], (root, dialog) => drawn(root, dialog, document, large, CSSStyleSheet));
}
