import { css } from 'lit';

/** What is looked up or stands apart: services, helplines, urgent help, notices. */
export const cards = css`
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
    color: var(--_muted);
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
    border: 0.0625em solid var(--_border);
    border-radius: var(--_radius);
  }
  .service.passed {
    border-style: dashed;
    color: var(--_muted);
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
    background: var(--_tint);
    border-radius: 1em;
  }
  .facts {
    font-size: 0.875em;
    color: var(--_muted);
  }
  .marks {
    padding-block-start: 0.25em;
    align-items: center;
  }
  .about {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: space-between;
    gap: 0 1em;
  }
  .about button {
    font-size: 0.875em;
    margin-inline-end: -0.625em;
    min-block-size: 1.75em;
    padding-block: 0;
  }
  .about details[open] {
    inline-size: 100%;
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
    gap: var(--_gap);
    padding-inline-start: 1em;
    border-inline-start: 0.375em solid var(--_urgent);
  }
  .urgent .heading,
  .notice .heading,
  .hidden .heading {
    padding: 0;
    border: 0;
  }
  .urgent .heading {
    color: var(--_urgent);
  }
  .urgent .number {
    font-size: 1.75em;
    line-height: 1.2;
    font-weight: 700;
    color: var(--_urgent);
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
    gap: var(--_gap);
    padding-inline-start: 1em;
    border-inline-start: 0.375em solid var(--_note);
  }
`;
