import type { TakeAway } from '@everycontact/core/take-away';
import { sheet } from './sheet.js';
import { sheetStyle } from './sheet-style.js';

/** Draws a sheet into a page or a shadow root, with a style sheet made by the window it stands in. */
export function drawn(
  root: DocumentOrShadowRoot,
  into: ParentNode,
  document: TakeAway,
  large: boolean,
  Sheet: typeof CSSStyleSheet,
): HTMLElement {
  const style = new Sheet();
  style.replaceSync(sheetStyle);
  root.adoptedStyleSheets = [style];
  const made = sheet(document);
  made.classList.toggle('large', large);
  into.append(made);
  return made;
}
