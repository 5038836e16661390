import { css } from './css.js';

/** Where things stand, from a side panel of 240 pixels to a full page. */
export const layout = css`
  .panel {
    --_side: 1.25em;
    background: var(--_surface);
    border: 0.0625em solid var(--_border);
    border-radius: calc(var(--_radius) * 1.5);
    box-shadow: var(--advice-shadow, none);
    content-visibility: auto;
    contain-intrinsic-block-size: auto 30em;
  }
  .step,
  .fallback,
  .fallback > div,
  .urgent,
  .notice,
  .needs,
  .group,
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_gap);
  }
  .options,
  .need,
  .lines,
  .card,
  .out {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5em;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.5em;
  }
  .step,
  .fallback,
  .toolbar,
  .out {
    padding: calc(var(--_gap) * 1.25) var(--_side);
  }
  .toolbar,
  .out {
    --_height: 2.25em;
    padding-block: 0.75em;
    border: 0 solid var(--_border);
    button,
    summary {
      font-size: 0.875em;
    }
    button {
      gap: 0.4em;
      padding-inline: 0.7em;
    }
  }
  .toolbar,
  .preview {
    border-block-end: 0.0625em solid var(--_border);
  }
  .out {
    border-block-start-width: 0.0625em;
  }
  .private {
    column-gap: 0;
    margin-inline: auto -0.4em;
    button {
      padding-inline: 0.4em;
    }
  }
  .preview,
  .tag {
    color: var(--_note);
    background: var(--_note-tint);
  }
  .preview {
    padding: 0.375em calc(var(--_side) / 0.875);
    font-size: 0.875em;
  }
  .tag {
    padding: 0 0.5em;
    display: inline-block;
    font-size: 0.75em;
    font-weight: 400;
    border-radius: 1em;
  }
  .observe fieldset {
    gap: 0.5em 1em;
  }
  .tick {
    display: inline-flex;
    align-items: center;
    gap: 0.45em;
    min-block-size: max(24px, 1.9em);
    cursor: pointer;
    &:has(:checked) {
      color: var(--_text);
      font-weight: 600;
    }
  }
  .heading {
    font-size: 1.375em;
    line-height: 1.3;
    padding-inline-start: 0.6em;
    border-inline-start: 0.1875em solid var(--_border);
    &:focus-visible {
      border-color: var(--advice-focus, var(--_accent));
    }
  }
  .long {
    font-size: 1.125em;
    font-weight: 400;
    line-height: inherit;
  }
  :host([compact]) .heading:not(.long),
  .notice .heading {
    font-size: 1.2em;
  }
  .eyebrow {
    margin-block-end: calc(var(--_gap) * -0.6);
  }
  .prompt {
    padding: 0.625em 0.875em;
    background: var(--_sunken);
    border-inline-start: 0.25em solid var(--_border);
    > b {
      font-size: 0.875em;
    }
  }
  .skip {
    margin-block-start: calc(var(--_gap) * -0.5);
  }
  :is(.skip, .out) .quiet {
    margin-inline-start: -0.625em;
  }
  /* Grounds are gone, so what decides has a thicker frame. Frames are drawn that were not there: none touches another. */
  @media (forced-colors: active) {
    .main,
    .option:has(:checked),
    [aria-pressed='true'] {
      border-width: 0.1875em;
    }
    :is(.private, .skip, .out, .about) .quiet {
      margin-inline: 0 0.5em;
    }
  }
  .hidden {
    min-block-size: 10em;
    place-content: center;
    text-align: center;
    .heading {
      font: inherit;
      color: var(--_muted);
      border: 0;
    }
  }
  :host([layout='side']) {
    block-size: 100%;
    .root,
    .panel {
      block-size: inherit;
      max-inline-size: none;
    }
    .panel {
      display: flex;
      flex-direction: column;
      overflow-y: auto;
      scroll-padding-block-start: 8em;
      border-width: 0;
      border-inline-start-width: 0.0625em;
      border-radius: 0;
    }
    .out {
      margin-block-start: auto;
    }
    .toolbar {
      position: sticky;
      inset-block-start: 0;
      background: var(--_surface);
    }
  }
  :host([layout='page']) {
    .root {
      max-inline-size: none;
    }
    .panel {
      max-inline-size: 72em;
      margin-inline: auto;
      border-width: 0;
    }
    .step > :not(.needs),
    .options {
      max-inline-size: 44em;
    }
    .lines {
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 22em), 1fr));
    }
  }
  @container (min-width: 48em) {
    :host([layout='page']) .heading {
      font-size: 1.75em;
    }
  }
  /* One row: each step would begin lower by another. */
  @container (max-width: 24em) {
    .toolbar {
      column-gap: 0;
      button {
        font-size: 0.8125em;
      }
      .danger {
        padding-inline: 0.5em;
      }
    }
  }
  @container (max-width: 26em) {
    .panel {
      --_side: 0.875em;
    }
    .heading:not(.long) {
      font-size: 1.2em;
    }
    .onward .main {
      inline-size: 100%;
    }
  }
`;
