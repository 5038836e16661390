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

    --text: var(--advice-color, #1b2733);
    --muted: var(--advice-muted, #4d5b6b);
    --surface: var(--advice-surface, #ffffff);
    --sunken: var(--advice-sunken, #f3f6f8);
    --border: var(--advice-border, #c3ccd6);
    --strong: #6b7a8b;
    --accent: var(--advice-accent, #0b5c73);
    --on-accent: var(--advice-on-accent, #ffffff);
    --tint: #e6f1f4;
    --urgent: var(--advice-urgent, #a3231b);
    --urgent-tint: #fdf0ee;
    --note: #6b4a00;
    --note-tint: #fff6dc;
    --focus: var(--advice-focus, #0b5c73);
    --radius: var(--advice-radius, 0.5em);
    --gap: 1em;
    color: var(--text);
  }
  @supports (color: light-dark(#000, #fff)) {
    .root {
      --text: var(--advice-color, light-dark(#1b2733, #e7edf3));
      --muted: var(--advice-muted, light-dark(#4d5b6b, #a9b7c5));
      --surface: var(--advice-surface, light-dark(#ffffff, #18212a));
      --sunken: var(--advice-sunken, light-dark(#f3f6f8, #212d38));
      --border: var(--advice-border, light-dark(#c3ccd6, #3d4c5a));
      --strong: light-dark(#6b7a8b, #8797a7);
      --accent: var(--advice-accent, light-dark(#0b5c73, #7cc8dd));
      --on-accent: var(--advice-on-accent, light-dark(#ffffff, #06222b));
      --tint: light-dark(#e6f1f4, #1d3842);
      --urgent: var(--advice-urgent, light-dark(#a3231b, #ffa69e));
      --urgent-tint: light-dark(#fdf0ee, #3a2021);
      --note: light-dark(#6b4a00, #f3d283);
      --note-tint: light-dark(#fff6dc, #3a3118);
      --focus: var(--advice-focus, light-dark(#0b5c73, #9be0f3));
    }
  }
  .root.compact {
    --gap: 0.65em;
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
    outline: 0.1875em solid var(--focus);
    outline-offset: 0.125em;
  }
  .heading:focus,
  .problem:focus {
    outline: none;
  }
  .heading:focus-visible {
    outline: 0.125em solid var(--focus);
    outline-offset: 0.25em;
    border-radius: 0.125em;
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
