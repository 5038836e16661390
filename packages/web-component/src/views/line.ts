import type { Choice, Line, Shown, View } from '@everycontact/core';
import { html, nothing, type TemplateResult } from 'lit';
import { directionOf } from '../run/language.js';
import { dayInWords, type Face, type Voice } from './face.js';

/** A sentence in its own language and direction. */
export const sentence = ({ text, lang }: Line): TemplateResult =>
  html`<span lang=${lang} dir=${directionOf(lang)}>${text}</span>`;

/** What must be said of a sentence's standing, in words and not by colour alone. */
export function standing({ note, checkedOn }: Line, face: Voice): TemplateResult | typeof nothing {
  if (!note) return nothing;
  const words =
    note === 'draft'
      ? face.label('ui.draft')
      : face.label('ui.past-review', { date: checkedOn ? dayInWords(face, checkedOn) : '' });
  return html`<span class="tag" part="tag">${words}</span>`;
}

/** A sentence with its standing. */
export const line = (given: Line, face: Voice): TemplateResult => html`${sentence(given)} ${standing(given, face)}`;

/** The line that is the heading of a step: the words aloud, or what the worker is told where nothing is said. */
export const headingLine = (view: Shown): Line | undefined => view.say ?? view.prompt;

/** The heading that takes the focus on each step. */
export function heading(view: Shown): TemplateResult | typeof nothing {
  const given = headingLine(view);
  return given ? html`<h2 class="heading" part="heading" tabindex="-1">${sentence(given)}</h2>` : nothing;
}

/** What stands above the heading: who speaks, how far along, and its standing. */
export function eyebrow(view: Shown, face: Voice, progress?: string): TemplateResult | typeof nothing {
  const given = headingLine(view);
  const aloud = view.say !== undefined && face.audience === 'worker';
  if (!aloud && !progress && !given?.note) return nothing;
  return html`<p class="eyebrow">
    ${aloud ? html`<span class="aloud">${face.label('ui.say')}</span>` : nothing}
    ${progress ? html`<span class="progress" part="progress">${progress}</span>` : nothing}
    ${given ? standing(given, face) : nothing}
  </p>`;
}

/** What the worker is told besides the words aloud, and the ticks of what only the worker can see, unspoken. */
export function prompt(view: View, face: Face): TemplateResult {
  const told = view.say && view.prompt;
  return html`${told ? html`<p class="prompt" part="prompt"><b>${face.label('ui.prompt')}</b> ${standing(told, face)}<br />${sentence(told)}</p>` : nothing}
  ${observe(view.common.observe, face)}`;
}

function observe(ticks: readonly Choice[], face: Face): TemplateResult | typeof nothing {
  if (!ticks.length) return nothing;
  return html`<fieldset class="observe" part="observe">
    <legend>${face.label('ui.observe')}</legend>
    ${ticks.map(
      ({ label, intent, on }) =>
        html`<label class="tick">
          <input type="checkbox" part="tick" .checked=${on ?? false} @change=${() => face.send(intent)} />
          <span>${label}</span>
        </label>`,
    )}
  </fieldset>`;
}
