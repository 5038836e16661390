import type { TakeAway } from '@everycontact/core/take-away';
import { drawn } from './drawn.js';

/** What printing needs of the frame's window: its own maker of style sheets, and its own printer. */
type FrameWindow = Window & Pick<typeof globalThis, 'CSSStyleSheet'>;

/**
 * Prints a sheet from a frame of its own. The frame has no address, so it stands under the policy of the page: its sheet of
 * styles is made by its own window, since one of the page's would be refused there.
 *
 * @param beside where the frame stands until it has been printed
 */
export function printSheet(
  beside: ParentNode,
  document: TakeAway,
  large: boolean,
  print: (frame: Window) => void = (frame) => frame.print(),
): void {
  const frame = globalThis.document.createElement('iframe');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  frame.title = document.title.text;
  // Not laid out of the page with `display: none`, which some browsers do not print.
  Object.assign(frame.style, {
    position: 'fixed',
    width: '0',
    height: '0',
    border: '0',
    insetInlineEnd: '0',
    bottom: '0',
  });
  frame.addEventListener(
    'load',
    () => {
      const window = frame.contentWindow as FrameWindow;
      const page = window.document;
      page.title = document.title.text;
      page.documentElement.lang = document.lang;
      page.documentElement.dir = document.dir;
      drawn(page, page.body, document, large, window.CSSStyleSheet);
      window.addEventListener('afterprint', () => frame.remove(), { once: true });
      print(window);
    },
    { once: true },
  );
  beside.append(frame);
}
