import { dayInWords, type Day, type Speaker, type View } from '@everycontact/core';
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { button, fold, numberKey } from './control.js';
import { draw } from './draw.js';
import type { Face } from './face.js';
import { handOver } from './hand-over.js';
import { heading, headingLine, sentence } from './line.js';

/** Which place a view shows: another place is another step for the eye, the focus and the ear. */
export function placeOf(view: View): string {
  const at = 'step' in view ? [view.step, view.item] : 'flag' in view ? [view.flag] : [];
  return [view.hidden ? 'hidden' : view.kind, ...at].join(' ');
}

/** A view with the choices that stand on every step, in the same order on each. */
export function frame(view: View, face: Face): TemplateResult {
  return html`<section class="panel" part="panel" aria-label=${face.label('ui.title')}>
    ${toolbar(view, face)}
    ${view.preview ? html`<p class="preview" part="banner">${face.label('ui.preview')}</p>` : nothing}
    ${
      view.hidden
        ? hidden(view, face)
        : keyed(placeOf(view), html`<div class="step">${draw(view, face)}</div> ${ways(view, face)}`)
    }
  </section>`;
}

/** Urgent help comes first, always; then what hides the screen from others. */
function toolbar({ common, kind, hidden }: View, face: Face): TemplateResult {
  return html`<div class="row toolbar" part="toolbar">
    ${kind === 'urgent' && !hidden ? nothing : button(face, common.help, 'danger', 'u')}
    <span class="row private">
      ${hidden || kind === 'closed' ? nothing : button(face, common.notPrivate, 'quiet', 'p')}
      ${hidden ? nothing : button(face, common.hide, 'quiet', 'h')}
    </span>
  </div>`;
}

/** A neutral sheet: nothing of the talk, and the way back to it. */
function hidden(view: View, face: Face): TemplateResult {
  const line = view.kind === 'notice' ? headingLine(view) : undefined;
  return html`<div class="step hidden" part="hidden">
    ${heading(line ? sentence(line) : face.label('ui.hidden'))}
    <p class="onward">${button(face, view.common.hide, 'main', 'h')}</p>
  </div>`;
}

/** The ways out: back is free, each other one is a full outcome. */
function ways(view: View, face: Face): TemplateResult | typeof nothing {
  const { kind, common, say } = view;
  // The agenda has its own way out.
  if (kind === 'closed' || kind === 'agenda') return nothing;
  const { back, notNow, decline, alreadySupported, notAppropriate, stop } = common;
  return html`<div class="out" part="ways">
    ${
      kind === 'urgent'
        ? nothing
        : html`<div class="row">
            ${back ? button(face, back, 'quiet', 'b') : nothing} ${notNow ? button(face, notNow, 'plain', 'n') : nothing}
            ${decline ? button(face, decline, 'plain', 'd') : nothing}
            ${say && !('confidential' in view) ? handOver(face, face.forThePerson?.turn, 'turn', 'ui.turn', 'quiet', 'v') : nothing}
          </div>`
    }
    ${fold(
      face,
      'm',
      face.label('ui.other-ends'),
      undefined,
      () => html`<p class="row">
        ${[alreadySupported, notAppropriate, stop]
          .filter((choice) => choice !== undefined)
          .map((choice, index) => button(face, choice, 'plain', numberKey(index)))}
      </p>`,
    )}
  </div>`;
}

/** What is there before anything was asked for: one quiet, neutral button; and why it is there, where that was decided. */
export function launcher({ label, reader }: Speaker, why: WhyNow | undefined, open: () => void): TemplateResult {
  return html`<button type="button" class="launcher" part="launcher" aria-expanded="false" @click=${open}>
      <span>${label('ui.open')}</span>
    </button>
    ${
      why
        ? html`<details class="small" part="why-now">
            <summary>${label('ui.why-now')}</summary>
            <p>
              ${label('ui.why-now-rules', { count: why.rules })}
              ${why.last ? label('ui.why-now-last', { date: dayInWords(reader.locale, why.last) }) : nothing}
            </p>
          </details>`
        : nothing
    }`;
}

/** How many rules were asked, and when it was last raised. */
interface WhyNow {
  readonly rules: number;
  readonly last?: Day;
}
