import { css } from './css.js';

/** What is looked up or stands apart: services, helplines, urgent help, notices. */
export const cards = css`
  .card {
    align-content: start;
    padding: 0.875em 1em;
    border: 0.0625em solid var(--_border);
    border-radius: var(--_radius);
  }
  .passed {
    border-style: dashed;
    color: var(--_muted);
  }
  .reasons {
    font-size: 0.875em;
    > li {
      padding: 0.125em 0.625em;
      background: var(--_tint);
      border: 0.0625em solid transparent;
      border-radius: 1em;
    }
  }
  .marks {
    --_height: 2.25em;
    button {
      gap: 0.4em;
      padding-inline: 0.7em;
    }
  }
  .ways {
    column-gap: 1.25em;
  }
  .about {
    align-items: start;
    column-gap: 1em;
    font-size: 0.875em;
    --_height: 0em;
    button {
      padding: 0.2em 0.4em;
      margin-inline: -0.4em;
    }
    [open] {
      inline-size: 100%;
    }
    ul {
      padding-inline-start: 1.25em;
    }
    li {
      list-style: disc;
    }
  }
  .more {
    display: none;
  }
  /* Three services in full would be four screens of a phone, with the way on at their end. */
  @container (max-width: 30em) {
    .more {
      display: block;
      &:not([open]) ~ * {
        display: none;
      }
    }
  }
  /* In sight from the first need on, and not before somebody can have seen what there is. */
  @media (min-height: 30em) {
    .need ~ .onward {
      position: sticky;
      inset-block-end: 0;
      padding-block: 0.5em;
      background: var(--_surface);
    }
    .need :is(a, button, summary) {
      scroll-margin-block-end: 5em;
    }
  }
  .alert {
    color: var(--_urgent);
  }
  .problem {
    padding: 0.75em 1em;
    border: 0.125em solid var(--_urgent);
    border-radius: var(--_radius);
  }
  .urgent,
  .notice {
    padding-inline-start: 1em;
    border-inline-start: 0.375em solid var(--_note);
    .heading {
      padding: 0;
      border: 0;
    }
  }
  .urgent {
    border-color: var(--_urgent);
    .heading,
    .number a {
      color: var(--_urgent);
    }
    .lines {
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 14em), 1fr));
      gap: var(--_gap);
    }
  }
  .number {
    font-size: 1.75em;
    font-weight: 700;
    line-height: 1.2;
  }
`;
