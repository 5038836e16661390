import { dayInWords, directionOf, type Line, type Shown, type View } from '@everycontact/core';
import { html, nothing, type TemplateResult } from 'lit';
import { fold, numberKey, tick } from './control.js';
import type { Face, Voice } from './face.js';

/** A sentence in its own language and direction. */
export const sentence = ({ text, lang }: Line): TemplateResult =>
  html`<span lang=${lang} dir=${directionOf(lang)}>${text}</span>`;

/** What must be said of a sentence's standing, in words and not by colour alone. */
function standing({ note, checkedOn }: Line, face: Voice): TemplateResult | typeof nothing {
  if (!note) return nothing;
  const date = () => (checkedOn ? dayInWords(face.locale, checkedOn) : '');
  const said = note === 'draft' ? face.label('ui.draft') : face.label('ui.past-review', { date: date() });
  return html`<span class="tag" part="tag">${said}</span>`;
}

/** Where the whole panel is in its language, the words alone are enough. */
const words = (given: Line, { locale }: Voice) => (given.lang === locale ? given.text : sentence(given));

/** A sentence with its standing. */
export const line = (given: Line, face: Voice) =>
  given.note ? html`${words(given, face)} ${standing(given, face)}` : words(given, face);

/** The line that is the heading of a step: the words aloud, or what the worker is told where nothing is said. */
export const headingLine = (view: Shown): Line | undefined => view.say ?? view.prompt;

/** The heading that takes the focus on each step, and names the answers under it. @param about the ids of what describes it */
export const heading = (said: unknown, isLong = false, about = ''): TemplateResult =>
  html`<h2
    class=${isLong ? 'heading long' : 'heading'}
    part="heading"
    id="heading"
    tabindex="-1"
    aria-describedby=${about || nothing}
  >${said}</h2>`;

/** From here on the words of a heading would be a wall if they were as large and bold as a question. */
const longWords = 120;

/** Above the heading, and its description: who speaks, how far, and what must be said of the words' standing. */
function eyebrow(view: View, face: Face): TemplateResult | typeof nothing {
  const given = headingLine(view);
  const { progress } = view.common;
  const aloud = view.say && face.audience === 'worker';
  if (!aloud && !progress && !given?.note) return nothing;
  return html`<p class="row small eyebrow" id="eyebrow">
    ${aloud ? html`<span class="aloud">${face.label('ui.say')}</span>` : nothing}
    ${progress ? html`<span class="progress" part="progress">${face.label('ui.progress', { ...progress })}</span>` : nothing}
    ${given ? standing(given, face) : nothing}
  </p>`;
}

/**
 * What every step begins with: the heading, described by what stands above it and by what the worker is told besides, which
 * stays the same on all questions of an instrument; then what only the worker can see.
 */
export function opening(view: View, face: Face): TemplateResult {
  const { at = 1 } = view.common.progress ?? {};
  const above = eyebrow(view, face);
  const given = headingLine(view);
  const told = view.say && view.prompt;
  const about = [above !== nothing && 'eyebrow', told && at < 2 && 'told'].filter(Boolean).join(' ');
  return html`${above} ${given ? heading(words(given, face), given.text.length > longWords, about) : nothing}
  ${told ? html`<p class="prompt" part="prompt" id="told"><b>${face.label('ui.prompt')}</b> ${standing(told, face)}<br />${words(told, face)}</p>` : nothing}
  ${observe(view, face)}`;
}

/** Folded away, so that many ticks leave the question on the first screen; urgent help stays in the toolbar. */
function observe({ common: { observe } }: View, face: Face): TemplateResult | typeof nothing {
  if (!observe.length) return nothing;
  const ticks = () =>
    html`<fieldset class="row" aria-labelledby="fold-t">
      ${observe.map((choice, index) => tick(face, choice, numberKey(index)))}
    </fieldset>`;
  const label = `${face.label('ui.observe')} (${observe.length})`;
  return fold(
    face,
    't',
    label,
    'observe',
    ticks,
    observe.some(({ on }) => on),
  );
}
