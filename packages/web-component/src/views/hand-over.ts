import type { InterfaceText } from '@everycontact/core';
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { shown } from './control.js';
import type { Put } from '../run/for-the-person.js';
import type { Face } from './face.js';

/**
 * A button for what is handed to the person, in a place of its own: what comes there is no template, and so the button is
 * written out here. A template of its own would look in vain for the place it stood in.
 */
export function handOver(
  face: Face,
  put: Put | undefined,
  part: string,
  label: InterfaceText,
  look: string,
  key?: string,
): TemplateResult | typeof nothing {
  if (!put) return nothing;
  const offer = (event: Event) => put((event.currentTarget as HTMLElement).parentElement as HTMLElement);
  return html`${keyed(
    face.locale,
    html`<div part=${part}>
      <button
        type="button"
        class=${look}
        part="button ${look}-button"
        aria-keyshortcuts=${shown(face, key)}
        @click=${offer}
        >${face.label(label)}</button
      >
    </div>`,
  )}`;
}
