import { nothingFits, type Group, type ShownLine } from '@everycontact/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { Face } from './face.js';
import { helpline } from './helpline.js';
import { line, sentence } from './line.js';
import { marks, service, wrong } from './service.js';

const shownAtFirst = 3;

/** One need with its local services and, always, the national line. */
export function group(given: Group, face: Face, first: boolean): TemplateResult {
  const { name, another, services, national } = given;
  // The numbers do not move from one line to another while somebody presses one.
  const isKeyed = first && services !== 'looking' && !(typeof services === 'object' && services.matches.length);
  return html`<section class="need" part="group">
    <h3>${sentence(name)}</h3>
    ${another ? html`<p>${line(another, face)}</p>` : nothing}
    ${typeof services === 'object' ? local(services, given, face, first) : html`<p>${face.label(`ui.${services}`)}</p>`}
    ${
      national.length
        ? html`<h4 class="kind">${face.label('ui.national')}</h4>
          <ul class="lines">
            ${national.map(
              (one, index) =>
                html`<li class="card">
                  ${helpline(one, face)}
                  ${marks(one.choices, face, isKeyed && index === 0, one.name.text)} ${about(one, face)}
                </li>`,
            )}
          </ul>`
        : nothing
    }
  </section>`;
}

/** Your own doctor stands here without a number that could be wrong. */
const about = (one: ShownLine, face: Face) =>
  one.phone || one.sms || one.url
    ? html`<div class="row about" role="group" aria-label=${one.name.text}>${wrong(one, face)}</div>`
    : nothing;

function local(
  { matches, excluded, relax, credits }: Exclude<Group['services'], string>,
  given: Group,
  face: Face,
  first: boolean,
): TemplateResult {
  const list = (from: number, to?: number) =>
    matches.slice(from, to).map((match) => {
      const isFirst = match === matches[0];
      return service(match, given, face, isFirst, isFirst && first);
    });
  const folded = (label: string, count: number, inside: () => unknown) =>
    count > 0
      ? html`<details>
          <summary>${label} (${count})</summary>
          <ul class="lines">${inside()}</ul>
        </details>`
      : nothing;
  return html`
    ${
      matches.length
        ? html`<h4 class="kind">${face.label('ui.local')}</h4>
          <ul class="lines">${list(0, shownAtFirst)}</ul>`
        : nothingFits(given)
          ? html`<p>${face.label('ui.no-match')} ${relax ? sentence(relax) : nothing}</p>`
          : nothing
    }
    ${folded(face.label('ui.more'), matches.length - shownAtFirst, () => list(shownAtFirst))}
    ${folded(face.label('ui.why-not'), excluded.length, () =>
      excluded.map(({ name, why }) => html`<li><b><bdi>${name}</bdi></b> ${sentence(why)}</li>`),
    )}
    ${credits ? html`<p class="small credits">${face.label('ui.credits', { names: credits.join('; ') })}</p>` : nothing}
  `;
}
