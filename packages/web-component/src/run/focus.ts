/** What has the focus, also inside the shadow roots on the way to it. */
export const focusedIn = ({ activeElement: at }: DocumentOrShadowRoot): Element | null =>
  at?.shadowRoot?.activeElement ? focusedIn(at.shadowRoot) : at;

/**
 * Brings back a step that came up above what is seen, because the one before it was longer. A page is not scrolled to a step
 * that is in its window, or below.
 */
export function bringBack(to: Element): void {
  const panel = to.closest('.panel') ?? to;
  panel.scrollTop = 0;
  if (to.getBoundingClientRect().top < 0) panel.scrollIntoView();
}
