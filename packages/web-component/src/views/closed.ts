import type { View } from '@everycontact/core';
import { html, nothing, type TemplateResult } from 'lit';
import { button, press } from './control.js';
import type { Face } from './face.js';
import { heading, opening } from './line.js';
import { handOver } from './hand-over.js';

type ClosedView = View & { kind: 'closed' };

/** The end: what came of it, in the worker's words and for the worker only, some seconds to take it back, then a note to copy and the way out. */
export function closed(view: ClosedView, face: Face): TemplateResult {
  const outcome = face.label(`outcome.${view.outcome}`);
  return html`
    ${
      view.say || view.prompt
        ? html`${opening(view, face)}
          ${face.audience === 'worker' ? html`<p class="outcome" part="outcome">${outcome}</p>` : nothing}`
        : heading(outcome)
    }
    ${view.settled ? nothing : undo(view, face)} ${handOver(face, face.forThePerson?.takeAway, 'take-away', 'take.offer', 'plain')} ${view.settled ? settled(face) : nothing}
  `;
}

function undo({ next, common: { back } }: ClosedView, face: Face): TemplateResult {
  const { left } = face.closing;
  return html`
    <p class="row">
      ${next ? button(face, next, 'main', 'Enter') : nothing} ${back ? button(face, back, 'plain', 'b') : nothing}
    </p>
    ${back && left ? html`<p class="small">${face.label('ui.undo-seconds', { seconds: left })}</p>` : nothing}
  `;
}

/** Where there is no clipboard - plain http - the text is selected instead, ready for the keys everybody knows. */
function settled(face: Face): TemplateResult {
  const { note, copied, copy, close, doNotAsk } = face.closing;
  const toCopy = face.label('ui.copy-note');
  return html`
    <p class="settled">${face.label('ui.settled')}</p>
    ${
      note !== undefined
        ? html`<textarea class="entry" readonly rows="3" part="note" aria-label=${toCopy} .value=${note}></textarea>
          <p>${press(face, copied ? face.label('ui.copied') : toCopy, copy, 'plain')}</p>`
        : nothing
    }
    ${doNotAsk ? html`<p>${press(face, face.label('ui.do-not-ask'), doNotAsk.say, 'mark', undefined, doNotAsk.said)}</p>` : nothing}
    <p class="onward">${press(face, face.label('ui.close'), close, 'main')}</p>
  `;
}
