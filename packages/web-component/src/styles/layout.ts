import { css } from 'lit';

/** Where things stand, from a side panel of 240 pixels to a full page. */
export const layout = css`
  .panel {
    max-inline-size: 44em;
    background: var(--_surface);
    border: 0.0625em solid var(--_border);
    border-radius: calc(var(--_radius) * 1.5);
    box-shadow: var(--advice-shadow, none);
  }
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.5em;
    padding: 0.625em 1.25em;
    border-block-end: 0.0625em solid var(--_border);
  }
  .toolbar button {
    min-block-size: 2.25em;
    padding-block: 0.25em;
    font-size: 0.9375em;
  }
  .private {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em;
    margin-inline-start: auto;
  }
  .observe {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125em 1em;
    inline-size: 100%;
    font-size: 0.875em;
    color: var(--_muted);
  }
  .observe legend {
    padding: 0;
    font-weight: 600;
    float: inline-start;
    padding-block: 0.3em;
  }
  .tick {
    display: inline-flex;
    align-items: center;
    gap: 0.45em;
    min-block-size: 1.9em;
    cursor: pointer;
  }
  .tick:has(input:checked) {
    color: var(--_text);
    font-weight: 600;
  }
  .tick input {
    inline-size: 1.15em;
    block-size: 1.15em;
  }
  .preview {
    padding: 0.375em 1.43em;
    font-size: 0.875em;
    color: var(--_note);
    background: var(--_note-tint);
    border-block-end: 0.0625em solid var(--_border);
  }
  .step,
  .fallback {
    display: grid;
    gap: var(--_gap);
    padding: calc(var(--_gap) * 1.25) 1.25em;
  }
  .group {
    display: grid;
    gap: var(--_gap);
  }
  .group > legend {
    padding: 0;
    margin-block-end: var(--_gap);
    inline-size: 100%;
  }
  .heading {
    font-size: 1.375em;
    line-height: 1.3;
    font-weight: 600;
    text-wrap: pretty;
    padding-inline-start: 0.6em;
    border-inline-start: 0.1875em solid var(--_border);
  }
  .heading:focus-visible {
    border-color: var(--_focus);
  }
  .compact .heading {
    font-size: 1.2em;
  }
  .eyebrow {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.75em;
    margin-block-end: calc(var(--_gap) * -0.6);
    font-size: 0.875em;
    color: var(--_muted);
  }
  .aloud {
    font-weight: 600;
    color: var(--_accent);
  }
  .tag {
    display: inline-block;
    padding: 0 0.5em;
    margin-inline-start: 0.25em;
    font-size: 0.75em;
    font-weight: 500;
    white-space: nowrap;
    color: var(--_note);
    background: var(--_note-tint);
    border-radius: 1em;
    border: 0.0625em solid transparent;
  }
  .prompt,
  .worker {
    padding: 0.625em 0.875em;
    background: var(--_sunken);
    border-inline-start: 0.25em solid var(--_border);
    border-radius: 0.125em;
  }
  .skip {
    margin-block-start: calc(var(--_gap) * -0.5);
    margin-inline-start: -0.625em;
  }
  .pair,
  .ways-out,
  .marks,
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .ways {
    gap: 0.25em 1.25em;
  }
  .out {
    display: grid;
    gap: 0.5em;
    padding: 0.75em 1.25em 0.875em;
    border-block-start: 0.0625em solid var(--_border);
  }
  .out button {
    font-size: 0.9375em;
    padding-inline: 0.7em;
  }
  .out .quiet:first-child {
    margin-inline-start: -0.7em;
  }
  .more .ways-out {
    padding-block: 0.5em 0.25em;
  }
  .source,
  .small,
  .range {
    font-size: 0.875em;
    color: var(--_muted);
  }
  .range.wrong,
  .problem,
  .alert {
    color: var(--_urgent);
  }
  .problem {
    padding: 0.75em 1em;
    border: 0.125em solid var(--_urgent);
    border-radius: var(--_radius);
  }
  .results b {
    font-size: 1.25em;
  }
  .outcome,
  .settled {
    font-weight: 600;
  }
  .hidden {
    min-block-size: 10em;
    place-content: center;
    justify-items: center;
    text-align: center;
  }
  .hidden .heading {
    font-size: 1em;
    font-weight: 400;
    color: var(--_muted);
  }
  @container (max-width: 17em) {
    kbd {
      display: none;
    }
  }
  @container (max-width: 26em) {
    .step,
    .fallback {
      padding-inline: 0.875em;
    }
    .toolbar,
    .out {
      padding-inline: 0.875em;
    }
    .preview {
      padding-inline: 1em;
    }
    .heading {
      font-size: 1.2em;
    }
    .scale {
      grid-template-columns: repeat(6, minmax(0, 1fr));
    }
    .onward .main {
      inline-size: 100%;
    }
  }
  @media (forced-colors: active) {
    .option:has(input:checked),
    [aria-pressed='true'] {
      border: 0.1875em solid Highlight;
    }
    button.main {
      border: 0.1875em solid ButtonText;
    }
    .reasons li,
    .prompt,
    .worker,
    .preview {
      border: 0.0625em solid CanvasText;
    }
    :focus-visible,
    .option:has(input:focus-visible) {
      outline-color: Highlight;
    }
  }
`;
