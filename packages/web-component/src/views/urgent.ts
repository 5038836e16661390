import type { HelpCard, View } from '@everycontact/core';
import { html, nothing, type TemplateResult } from 'lit';
import { button } from './control.js';
import type { Face, Voice } from './face.js';
import { helpline } from './helpline.js';
import { heading, sentence } from './line.js';

/** Urgent help: the numbers first, then what to do, then the way back. Nothing here is chosen by Enter. */
export function urgent({ card: given, next, common: { back } }: View & { kind: 'urgent' }, face: Face): TemplateResult {
  return html`
    ${card(given, face)}
    <p class="row">${button(face, next, 'plain', 'o')} ${back ? button(face, back, 'plain', 'b') : nothing}</p>
  `;
}

/** The card alone: also what is left to show when everything else is broken. Some lines are for the worker's eyes only. */
export function card({ heading: words, worker, lines }: HelpCard, face: Voice): TemplateResult {
  const mine = lines.filter(({ workerOnly }) => !workerOnly || face.audience === 'worker');
  return html`<div class="urgent" part="urgent">
    ${heading(sentence(words))}
    <ul class="lines">
      ${mine.map((given) => html`<li>${helpline(given, face, true)}</li>`)}
    </ul>
    <p class="prompt">${sentence(worker)}</p>
  </div>`;
}
