/** What has the focus, also inside the shadow roots on the way to it. */
export const focusedIn = ({ activeElement: at }: DocumentOrShadowRoot): Element | null =>
  at?.shadowRoot?.activeElement ? focusedIn(at.shadowRoot) : at;
