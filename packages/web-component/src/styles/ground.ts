import { css } from 'lit';

/**
 * The ground everything stands on. `all: initial` keeps out whatever the page says of text; sizes follow from one token, in
 * `em`, so that neither the page's root size nor its resets reach in. Colours follow the page's `color-scheme`.
 */
export const ground = css`
  :host {
    display: block;
    color-scheme: light dark;
  }
  :host([hidden]) {
    display: none;
  }
  .root {
    all: initial;
    color-scheme: inherit;
    visibility: inherit;
    display: block;
    container-type: inline-size;
    font: 400 var(--advice-font-size, 16px) / 1.45
      var(--advice-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif);
    overflow-wrap: anywhere;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;

    --_text: var(--advice-color, light-dark(#1b2733, #e7edf3));
    --_muted: var(--advice-muted, light-dark(#4d5b6b, #a9b7c5));
    --_surface: var(--advice-surface, light-dark(#ffffff, #18212a));
    --_sunken: var(--advice-sunken, light-dark(#f3f6f8, #212d38));
    --_border: var(--advice-border, light-dark(#c3ccd6, #3d4c5a));
    --_strong: light-dark(#6b7a8b, #8797a7);
    --_accent: var(--advice-accent, light-dark(#0b5c73, #7cc8dd));
    --_on-accent: var(--advice-on-accent, light-dark(#ffffff, #06222b));
    --_tint: light-dark(#e6f1f4, #1d3842);
    --_urgent: var(--advice-urgent, light-dark(#a3231b, #ffa69e));
    --_urgent-tint: light-dark(#fdf0ee, #3a2021);
    --_note: light-dark(#6b4a00, #f3d283);
    --_note-tint: light-dark(#fff6dc, #3a3118);
    --_focus: var(--advice-focus, light-dark(#0b5c73, #9be0f3));
    --_radius: var(--advice-radius, 0.5em);
    --_gap: 1em;
    color: var(--_text);
  }
  .root.compact {
    --_gap: 0.65em;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  p,
  ul,
  h2,
  h3,
  h4,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  ul {
    list-style: none;
  }
  .live {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  :focus-visible {
    outline: 0.1875em solid var(--_focus);
    outline-offset: 0.125em;
  }
  [tabindex='-1']:focus {
    outline: none;
  }
  @media (prefers-reduced-motion: no-preference) {
    button,
    .option {
      transition:
        background-color 120ms,
        border-color 120ms;
    }
  }
`;
