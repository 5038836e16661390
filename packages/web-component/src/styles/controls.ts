import { css } from 'lit';

/** Buttons, answers, ticks and fields: at least 44 pixels high where they decide something, 24 elsewhere. */
export const controls = css`
  button {
    font: inherit;
    font-weight: 500;
    color: var(--_text);
    cursor: pointer;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.6em;
    min-block-size: 2.75em;
    overflow-wrap: break-word;
    padding: 0.5em 1em;
    text-align: start;
    background: var(--_surface);
    border: 0.0625em solid var(--_strong);
    border-radius: var(--_radius);
  }
  .compact button {
    min-block-size: 2.25em;
    padding-block: 0.25em;
  }
  button:hover,
  .option:hover {
    background: var(--_sunken);
  }
  button.main {
    color: var(--_on-accent);
    background: var(--_accent);
    border-color: var(--_accent);
    font-weight: 600;
    padding-inline: 1.5em;
  }
  button.main:hover {
    background: color-mix(in srgb, var(--_accent) 88%, var(--_text));
  }
  button.quiet {
    color: var(--_accent);
    background: none;
    border-color: transparent;
    padding-inline: 0.625em;
  }
  button.quiet:hover {
    background: var(--_sunken);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  button.danger {
    color: var(--_urgent);
    border-color: var(--_urgent);
    font-weight: 600;
  }
  button.danger:hover {
    background: var(--_urgent-tint);
  }
  button.launcher {
    color: var(--_accent);
    border-color: var(--_border);
    background: var(--_surface);
  }
  kbd {
    font: 500 0.75em/1 ui-monospace, 'SF Mono', Consolas, monospace;
    min-inline-size: 1.6em;
    padding: 0.3em 0.35em;
    text-align: center;
    color: inherit;
    opacity: 0.8;
    border: 0.083em solid currentcolor;
    border-radius: 0.33em;
    white-space: nowrap;
  }
  @media (hover: none) and (pointer: coarse) {
    kbd {
      display: none;
    }
  }
  .options,
  .topics {
    display: grid;
    gap: 0.5em;
  }
  .option {
    display: flex;
    align-items: center;
    justify-content: flex-start;
    gap: 0.75em;
    inline-size: 100%;
    min-block-size: 2.75em;
    padding: 0.5em 0.875em;
    cursor: pointer;
    background: var(--_surface);
    border: 0.0625em solid var(--_strong);
    border-radius: var(--_radius);
  }
  .compact .option {
    min-block-size: 2.25em;
    padding-block: 0.25em;
  }
  .option > span {
    flex: 1;
  }
  .option:has(input:checked),
  .option[aria-pressed='true'],
  .mark[aria-pressed='true'] {
    background: var(--_tint);
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 0.0625em var(--_accent);
  }
  .option:has(input:focus-visible) {
    outline: 0.1875em solid var(--_focus);
    outline-offset: 0.125em;
  }
  .option input:focus-visible {
    outline: none;
  }
  input[type='radio'],
  input[type='checkbox'] {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    margin: 0;
    accent-color: var(--_accent);
    cursor: pointer;
  }
  .scale {
    display: grid;
    grid-template-columns: repeat(11, minmax(0, 1fr));
    gap: 0.25em;
  }
  .scale .option {
    flex-direction: column;
    gap: 0.25em;
    padding: 0.5em 0;
    text-align: center;
  }
  .ends {
    display: flex;
    justify-content: space-between;
    gap: 1em;
    padding-block-start: 0.5em;
    color: var(--_muted);
    font-size: 0.875em;
  }
  .field {
    display: flex;
    align-items: center;
    gap: 0.5em;
  }
  .field input,
  textarea {
    font: inherit;
    color: var(--_text);
    background: var(--_surface);
    border: 0.0625em solid var(--_strong);
    border-radius: var(--_radius);
    padding: 0.5em 0.75em;
  }
  .field input {
    inline-size: 6em;
    min-block-size: 2.75em;
  }
  .field input[aria-invalid='true'] {
    border: 0.125em solid var(--_urgent);
  }
  textarea {
    display: block;
    inline-size: 100%;
    resize: vertical;
    background: var(--_sunken);
  }
  .mark {
    min-block-size: 2.25em;
    padding: 0.25em 0.875em;
  }
  .mark[aria-pressed='true'] > span::before {
    content: '✓ ';
    content: '✓ ' / '';
  }
  details > summary {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-block-size: 1.75em;
    color: var(--_accent);
    font-weight: 500;
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::before {
    content: '';
    inline-size: 0.45em;
    block-size: 0.45em;
    border-block-end: 0.125em solid;
    border-inline-end: 0.125em solid;
    transform: rotate(45deg) translate(-0.1em, -0.1em);
  }
  details[open] > summary::before {
    transform: rotate(225deg) translate(-0.1em, -0.1em);
  }
  summary:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  a.link {
    color: var(--_accent);
    text-underline-offset: 0.2em;
    min-block-size: 1.5em;
    display: inline-block;
  }
  a.link[target='_blank']::after {
    content: ' ↗';
    content: ' ↗' / '';
  }
  button.link {
    min-block-size: 1.75em;
    padding: 0;
    color: var(--_urgent);
    background: none;
    border: 0;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
`;
