import { css } from 'lit';

/** Where things stand, from a side panel of 240 pixels to a full page. */
export const layout = css`
  .panel {
    max-inline-size: 44em;
    background: var(--surface);
    border: 0.0625em solid var(--border);
    border-radius: calc(var(--radius) * 1.5);
    box-shadow: var(--advice-shadow, none);
  }
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.25em 0.5em;
    padding: 0.625em 1em;
    border-block-end: 0.0625em solid var(--border);
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
    color: var(--muted);
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
    color: var(--text);
    font-weight: 600;
  }
  .tick input {
    inline-size: 1.15em;
    block-size: 1.15em;
  }
  .preview {
    padding: 0.375em 1.1em;
    font-size: 0.875em;
    color: var(--note);
    background: var(--note-tint);
    border-block-end: 0.0625em solid var(--border);
  }
  .step,
  .fallback {
    display: grid;
    gap: var(--gap);
    padding: calc(var(--gap) * 1.25) 1.25em;
  }
  .group {
    display: grid;
    gap: var(--gap);
  }
  .group > legend {
    padding: 0;
    margin-block-end: var(--gap);
    inline-size: 100%;
  }
  .heading {
    font-size: 1.375em;
    line-height: 1.3;
    font-weight: 600;
    text-wrap: pretty;
  }
  .compact .heading {
    font-size: 1.2em;
  }
  .eyebrow {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.75em;
    margin-block-end: calc(var(--gap) * -0.6);
    font-size: 0.875em;
    color: var(--muted);
  }
  .aloud {
    font-weight: 600;
    color: var(--accent);
  }
  .tag {
    display: inline-block;
    padding: 0.05em 0.5em;
    font-size: 0.875em;
    font-weight: 500;
    white-space: nowrap;
    color: var(--note);
    background: var(--note-tint);
    border: 0.0625em solid currentcolor;
    border-radius: 1em;
  }
  .prompt,
  .worker {
    padding: 0.625em 0.875em;
    background: var(--sunken);
    border-inline-start: 0.25em solid var(--border);
    border-radius: 0.125em;
  }
  .skip {
    margin-block-start: calc(var(--gap) * -0.5);
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
    border-block-start: 0.0625em solid var(--border);
  }
  .out .quiet:first-child {
    margin-inline-start: -0.625em;
  }
  .more .ways-out {
    padding-block: 0.5em 0.25em;
  }
  .source,
  .small,
  .range {
    font-size: 0.875em;
    color: var(--muted);
  }
  .range.wrong,
  .problem,
  .alert {
    color: var(--urgent);
  }
  .problem {
    padding: 0.75em 1em;
    border: 0.125em solid var(--urgent);
    border-radius: var(--radius);
  }
  .need {
    display: grid;
    gap: 0.625em;
  }
  h3 {
    font-size: 1.125em;
    font-weight: 600;
  }
  h4 {
    font-size: 1em;
    font-weight: 600;
  }
  h4.kind {
    font-size: 0.875em;
    color: var(--muted);
  }
  .services,
  .lines {
    display: grid;
    gap: 0.625em;
  }
  .service,
  .need > .lines > li {
    display: grid;
    gap: 0.4em;
    padding: 0.875em 1em;
    border: 0.0625em solid var(--border);
    border-radius: var(--radius);
  }
  .service.passed {
    border-style: dashed;
    color: var(--muted);
  }
  .alert {
    font-weight: 600;
  }
  .reasons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375em;
    font-size: 0.875em;
  }
  .reasons li {
    padding: 0.125em 0.625em;
    background: var(--tint);
    border-radius: 1em;
  }
  .facts {
    font-size: 0.875em;
    color: var(--muted);
  }
  .marks {
    padding-block-start: 0.25em;
    align-items: center;
  }
  .pass {
    margin-inline-start: -0.625em;
    margin-block: -0.25em;
  }
  details ul {
    padding-block: 0.375em;
    display: grid;
    gap: 0.25em;
  }
  .service details,
  .excluded {
    font-size: 0.875em;
  }
  .service details li {
    padding-inline-start: 1em;
    text-indent: -1em;
  }
  .service details li::before {
    content: '· ';
    content: '· ' / '';
    font-weight: 700;
  }
  .name {
    font-weight: 600;
  }
  .urgent {
    display: grid;
    gap: var(--gap);
    padding-inline-start: 1em;
    border-inline-start: 0.375em solid var(--urgent);
  }
  .urgent .heading {
    color: var(--urgent);
  }
  .urgent .number {
    font-size: 1.75em;
    line-height: 1.2;
    font-weight: 700;
    color: var(--urgent);
    text-underline-offset: 0.15em;
    min-block-size: 1.4em;
  }
  .urgent .ways {
    align-items: baseline;
  }
  .notice .heading {
    font-size: 1.2em;
  }
  .notice {
    display: grid;
    gap: var(--gap);
    padding-inline-start: 1em;
    border-inline-start: 0.375em solid var(--note);
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
    color: var(--muted);
  }
  @container (max-width: 26em) {
    .step,
    .fallback {
      padding-inline: 0.875em;
    }
    .toolbar,
    .out,
    .preview {
      padding-inline: 0.875em;
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
