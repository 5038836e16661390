import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Face } from './face.js';

/** Something to take home, where there is something. What is pressed gives its place to a panel that is no template. */
export function takeAway({ label, locale, closing }: Face): TemplateResult | typeof nothing {
  const { takeAway: put } = closing;
  if (!put) return nothing;
  const offer = (event: Event) => put((event.currentTarget as HTMLElement).parentElement as HTMLElement);
  return html`${keyed(
    locale,
    html`<div part="take-away">
      <button type="button" class="plain" part="button plain-button" @click=${offer}>
        <span>${label('take.offer')}</span>
      </button>
    </div>`,
  )}`;
}
