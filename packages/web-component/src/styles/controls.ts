import { css } from './css.js';

/** Buttons, answers, ticks and fields: at least 44 pixels high where they decide something, 24 elsewhere. */
export const controls = css`
  button,
  .option,
  .entry {
    font: inherit;
    color: var(--_text);
    background: var(--_surface);
    border: 0.0625em solid var(--_strong);
    border-radius: var(--_radius);
    min-block-size: max(24px, var(--_height));
    padding: 0.4em 1em;
  }
  button,
  .option {
    display: inline-flex;
    align-items: center;
    gap: 0.6em;
    text-align: start;
    overflow-wrap: break-word;
    cursor: pointer;
    &:hover {
      background: var(--_sunken);
    }
  }
  .main {
    color: var(--_on-accent);
    background: var(--_accent);
    border-color: var(--_accent);
    justify-content: center;
    font-weight: 600;
    padding-inline: 1.5em;
    &:hover {
      background: color-mix(in srgb, var(--_accent) 88%, var(--_text));
    }
  }
  .quiet,
  .launcher,
  a,
  summary,
  .aloud {
    color: var(--_accent);
  }
  .quiet {
    background: none;
    border-color: transparent;
    padding-inline: 0.625em;
  }
  .quiet:hover,
  summary:hover {
    text-decoration: underline;
  }
  .danger {
    color: var(--_urgent);
    border-color: var(--_urgent);
    font-weight: 600;
  }
  .launcher {
    border-color: var(--_border);
  }
  /* The key that does the same. A browser that would read it out does not draw it. */
  :is(button, summary)[aria-keyshortcuts]::after {
    content: attr(aria-keyshortcuts) / '';
  }
  /* Where two keys do the same, one is drawn: both in one box read as keys to be pressed together. */
  button[aria-keyshortcuts='2 d']::after {
    content: '2' / '';
  }
  [data-key]::after {
    content: attr(data-key) / '';
  }
  :is(button, summary, label)::after {
    display: var(--_keys, inline-block);
    visibility: var(--_keys-seen, inherit);
    min-inline-size: 1.6em;
    padding: 0.3em;
    font-size: 0.75em;
    font-weight: 400;
    line-height: 1;
    text-align: center;
    white-space: nowrap;
    vertical-align: middle;
    border: 0.083em solid;
    border-radius: 0.33em;
  }
  label::after {
    margin-inline-start: auto;
  }
  summary::after {
    margin-inline-start: 0.4em;
  }
  /* As large as the others, where the words are smaller. */
  :is(.toolbar, .out, .observe) :is(button, summary, label)::after,
  .small > .tag {
    font-size: calc(6em / 7);
  }
  /* They keep their room: what is under a finger that comes down must not move before it is lifted. */
  details:not(:focus-within) > :not(summary),
  .step:has(details[open]:focus-within) .options {
    --_keys-seen: hidden;
  }
  .scale {
    --_keys: none;
  }
  @media (hover: none) and (pointer: coarse) {
    .panel {
      --_keys: none;
    }
  }
  @container (max-width: 28em) {
    .toolbar {
      --_keys: none;
    }
    .tick {
      inline-size: 100%;
    }
  }
  @container (max-width: 17em) {
    .panel {
      --_keys: none;
    }
  }
  .option {
    display: flex;
    inline-size: 100%;
  }
  .option:has(:checked),
  [aria-pressed='true'] {
    background: var(--_tint);
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 0.0625em var(--_accent);
  }
  .mark[aria-pressed='true']::before {
    content: '✓' / '';
  }
  [type='radio'],
  [type='checkbox'] {
    flex: none;
    inline-size: 1.2em;
    block-size: 1.2em;
    margin: 0;
    font-size: inherit;
    accent-color: var(--_accent);
    cursor: pointer;
  }
  .scale {
    display: grid;
    grid-template-columns: repeat(6, 1fr);
    gap: 0.25em;
    .option {
      flex-direction: column;
      gap: 0.25em;
      padding-inline: 0;
      text-align: center;
    }
  }
  .ends {
    justify-content: space-between;
  }
  input.entry {
    inline-size: 6em;
  }
  [aria-invalid='true'] {
    border: 0.125em solid var(--_urgent);
  }
  textarea {
    inline-size: 100%;
    field-sizing: content;
  }
  summary {
    inline-size: fit-content;
    padding-block: 0.2em;
    min-block-size: 24px;
    cursor: pointer;
  }
  summary + * {
    margin-block-start: 0.5em;
  }
  a {
    display: inline-block;
    min-block-size: max(24px, 1.5em);
  }
  @container (min-width: 30em) {
    .scale {
      grid-template-columns: repeat(11, 1fr);
    }
  }
  /* Its space is one that does not break, so that the arrow stands on no line of its own. */
  [target='_blank']::after {
    content: ' ↗' / '';
  }
`;
