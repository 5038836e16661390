import { css } from './css.js';

/**
 * The ground everything stands on. `all: initial` keeps out whatever the page says of text; sizes follow from one token, in
 * `em`, so that neither the page's root size nor its resets reach in. Colours follow the page's `color-scheme`.
 *
 * Queries of its own width take from the panel the width of what is in it. The grid gives it one where a place asks how much it
 * would like, and none where a place asks how little it can do with: a dialog is filled, and no column is made wider.
 */
export const ground = css`
  :host {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    break-inside: avoid;
  }
  :host([hidden]) {
    display: none !important;
  }
  .root {
    all: initial;
    color-scheme: inherit;
    visibility: inherit;
    display: block;
    max-inline-size: 44em;
    container-type: inline-size;
    contain-intrinsic-inline-size: 36em;
    font: 400 var(--advice-font-size, medium) / 1.45 var(--advice-font, system-ui, 'Segoe UI', Roboto, Arial, sans-serif);
    overflow-wrap: anywhere;
    text-underline-offset: 0.2em;
    -webkit-text-size-adjust: 100%;

    --_text: var(--advice-color, light-dark(#1b2733, #e7edf3));
    --_muted: var(--advice-muted, light-dark(#4d5b6b, #a9b7c5));
    --_surface: var(--advice-surface, light-dark(#fff, #18212a));
    --_sunken: var(--advice-sunken, light-dark(#f3f6f8, #212d38));
    --_border: var(--advice-border, light-dark(#c3ccd6, #3d4c5a));
    --_accent: var(--advice-accent, light-dark(#0b5c73, #7cc8dd));
    --_on-accent: var(--advice-on-accent, light-dark(#fff, #06222b));
    --_urgent: var(--advice-urgent, light-dark(#a3231b, #ffa69e));
    --_strong: var(--advice-control, light-dark(#6b7a8b, #8797a7));
    --_note: var(--advice-note, light-dark(#6b4a00, #f3d283));
    --_note-tint: var(--advice-note-ground, light-dark(#fff6dc, #3a3118));
    --_tint: color-mix(in srgb, var(--_accent) 10%, var(--_surface));
    --_radius: var(--advice-radius, 0.5em);
    --_gap: 1em;
    --_height: 2.75em;
    color: var(--_text);
  }
  :host(:not([open])) .root {
    container-type: normal;
    justify-self: start;
  }
  :host([compact]) .root {
    --_gap: 0.65em;
    --_height: 2.25em;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  p,
  ul,
  h2,
  h3,
  h4,
  h5,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
    list-style: none;
  }
  b,
  h3,
  h4,
  h5,
  .heading,
  .aloud,
  .alert,
  .name,
  .outcome,
  .settled {
    font-weight: 600;
  }
  h5 {
    font-size: 1em;
  }
  .small,
  .observe,
  .kind {
    font-size: 0.875em;
    color: var(--_muted);
  }
  .live {
    position: absolute;
    inline-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  :focus-visible,
  .option:has(:focus-visible) {
    outline: 0.1875em solid var(--advice-focus, var(--_accent));
    outline-offset: 0.125em;
  }
  .option :focus-visible,
  [tabindex='-1'] {
    outline: none;
  }
`;
