import type { Choice, Group, ShownMatch } from '@everycontact/core';
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { button, hint, numberKey, shortcut } from './control.js';
import type { Face } from './face.js';
import { line, sentence } from './line.js';
import { dialled, outside } from './outside.js';

/** One local service: who, what, two reasons, how to get there, and what was done with it. All of it is shown as text. */
export function service(match: ShownMatch, group: Group, face: Face, first: boolean): TemplateResult {
  const { name, organization, responsible, summary, alert, passed } = match;
  return html`<li class=${passed ? 'service passed' : 'service'} part="service">
    <h4><bdi>${name}</bdi></h4>
    <p class="small">
      <bdi>${organization}</bdi>${
        responsible !== undefined ? html` · <bdi>${face.label('ui.responsible', { name: responsible })}</bdi>` : nothing
      }
    </p>
    ${alert !== undefined ? html`<p class="alert"><bdi>${alert}</bdi></p>` : nothing}
    ${summary !== undefined ? html`<p><bdi>${summary}</bdi></p>` : nothing}
    <ul class="reasons">
      ${match.why.slice(0, 2).map((why) => html`<li>${sentence(why)}</li>`)}
    </ul>
    ${facts(match, face)} ${ways(match, face)} ${marks(match.choices, face, first, name)}
    <div class="about">
      ${keyed(match.service, whyThis(match, group, face))} ${passed ? nothing : button(face, match.pass, 'quiet')}
    </div>
  </li>`;
}

/** Told, sent or referred: pressed again, the mark goes away. The first service on the screen has the number keys. */
export function marks(choices: readonly Choice[], face: Face, first: boolean, name: string): TemplateResult {
  const key = (index: number) => (first ? numberKey(index) : undefined);
  return html`<p class="marks" role="group" aria-label=${name}>
    ${choices.map(
      ({ label, intent, on }, index) =>
        html`<button
          type="button"
          class="mark"
          part="mark"
          aria-pressed=${on ? 'true' : 'false'}
          aria-keyshortcuts=${shortcut(face, key(index))}
          @click=${() => face.send(intent)}
        >
          <span>${label}</span>${hint(face, key(index))}
        </button>`,
    )}
  </p>`;
}

function facts({ address, distanceInWords, about, hoursInWords, howTo, checkedInWords }: ShownMatch, face: Face) {
  const where = [address, distanceInWords && (about ? `≈ ${distanceInWords}` : distanceInWords)].filter(Boolean);
  return html`<ul class="facts">
    ${where.length ? html`<li><bdi>${where.join(' · ')}</bdi></li>` : nothing}
    ${hoursInWords !== undefined ? html`<li><bdi>${hoursInWords}</bdi></li>` : nothing}
    ${howTo !== undefined ? html`<li><bdi>${face.label('ui.how-to')} ${howTo}</bdi></li>` : nothing}
    <li>${sentence(checkedInWords)}</li>
  </ul>`;
}

function ways({ phone, email, url }: ShownMatch, face: Face) {
  if (phone === undefined && email === undefined && url === undefined) return nothing;
  return html`<p class="ways">
    ${phone !== undefined ? outside(dialled('tel', phone), face.label('ui.call', { phone })) : nothing}
    ${email !== undefined ? outside(/^[^\s@]+@[^\s@]+$/.test(email) ? `mailto:${email}` : '', email) : nothing}
    ${url !== undefined ? website(url, face) : nothing}
  </p>`;
}

/** An address we do not open is shown as it stands, so that a reader sees what the feed says. */
function website(url: string, face: Face) {
  return /^https?:/i.test(url) ? outside(url, face.label('ui.website')) : html`<bdi class="link">${url}</bdi>`;
}

function whyThis({ why }: ShownMatch, { because, why: rule }: Group, face: Face) {
  return html`<details>
    <summary>${face.label('ui.why-this')}</summary>
    <ul>
      <li>${line(rule, face)}${because ? html` ${because}` : nothing}</li>
      ${why.map((reason) => html`<li>${sentence(reason)}</li>`)}
    </ul>
  </details>`;
}
