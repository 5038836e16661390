import type { Group, ShownMatch } from '@everycontact/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { Face } from './face.js';
import { helpline } from './helpline.js';
import { line, sentence } from './line.js';
import { marks, service } from './service.js';

const shownAtFirst = 3;

/** One need with its local services and, always, the national line. */
export function group(given: Group, face: Face, first: boolean): TemplateResult {
  const { name, another, services, national } = given;
  const matches = typeof services === 'object' ? services.matches : [];
  return html`<section class="need" part="group">
    <h3>${sentence(name)}</h3>
    ${another ? html`<p class="another">${line(another, face)}</p>` : nothing}
    ${services === 'looking' ? html`<p class="state">${face.label('ui.looking')}</p>` : nothing}
    ${services === 'unavailable' ? html`<p class="state">${face.label('ui.unavailable')}</p>` : nothing}
    ${typeof services === 'object' ? local(services, given, face, first) : nothing}
    ${
      national.length
        ? html`<h4 class="kind">${face.label('ui.national')}</h4>
          <ul class="lines">
            ${national.map(
              (one, index) =>
                html`<li>
                  ${helpline(one, face)}
                  ${marks(one.choices, face, first && index === 0 && !matches.length, one.name.text)}
                </li>`,
            )}
          </ul>`
        : nothing
    }
  </section>`;
}

function local(
  { matches, excluded, relax }: Exclude<Group['services'], string>,
  given: Group,
  face: Face,
  first: boolean,
): TemplateResult {
  const list = (shown: readonly ShownMatch[], offset: number) =>
    html`<ul class="services">
      ${shown.map((match, index) => service(match, given, face, first && offset + index === 0))}
    </ul>`;
  const rest = matches.slice(shownAtFirst);
  return html`
    ${
      matches.length
        ? html`<h4 class="kind">${face.label('ui.local')}</h4>
          ${list(matches.slice(0, shownAtFirst), 0)}`
        : html`<p class="state">${face.label('ui.no-match')} ${relax ? sentence(relax) : nothing}</p>`
    }
    ${
      rest.length
        ? html`<details class="rest">
          <summary>${face.label('ui.more')} (${rest.length})</summary>
          ${list(rest, shownAtFirst)}
        </details>`
        : nothing
    }
    ${
      excluded.length
        ? html`<details class="excluded">
          <summary>${face.label('ui.why-not')} (${excluded.length})</summary>
          <ul>
            ${excluded.map(({ name, why }) => html`<li><b><bdi>${name}</bdi></b> ${sentence(why)}</li>`)}
          </ul>
        </details>`
        : nothing
    }
  `;
}
