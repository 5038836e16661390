import type { Choice, Group, ShownLine, ShownMatch } from '@everycontact/core';
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { button, numberKey, press, toggle } from './control.js';
import type { Face } from './face.js';
import { line, sentence } from './line.js';
import { dialled, outside } from './outside.js';

/** Words out of a feed, in whatever direction they run. */
const foreign = (words: string): TemplateResult => html`<bdi>${words}</bdi>`;

/**
 * One local service: who, what, the two most telling reasons, how to get there, and what was done with it; all as text.
 * @param whole the first of its list; the others show the rest on request where the prompt is narrow
 * @param hasKeys the first on the screen, which has the number keys
 */
export function service(match: ShownMatch, group: Group, face: Face, whole: boolean, hasKeys: boolean): TemplateResult {
  const { name, organization, responsible, summary, alert, passed, why } = match;
  return html`<li class=${passed ? 'card service passed' : 'card service'} part="service">
    <h5>${foreign(name)}</h5>
    <p class="small">
      ${foreign(organization)}
      ${responsible ? html`· ${foreign(face.label('ui.responsible', { name: responsible }))}` : nothing}
    </p>
    ${alert ? html`<p class="alert">${foreign(alert)}</p>` : nothing}
    ${summary ? html`<p>${foreign(summary)}</p>` : nothing}
    <ul class="row reasons">
      ${why.slice(0, 2).map((reason) => html`<li>${sentence(reason)}</li>`)}
    </ul>
    ${whole ? nothing : keyed(match.service, more(match, face))}
    <ul class="small">
      ${facts(match, face).map((fact) => html`<li>${foreign(fact)}</li>`)}
      <li>${sentence(match.checkedInWords)}</li>
    </ul>
    ${ways(match, face)} ${marks(match.choices, face, hasKeys, name)}
    <div class="row about" role="group" aria-label=${name}>
      ${keyed(match.service, whyThis(match, group, face))} ${passed ? match.pass.label : button(face, match.pass, 'quiet')}
      ${wrong(match, face)}
    </div>
  </li>`;
}

/** Opens the rest of its card, which follows it: the style sheet hides that where the prompt is narrow, and this where it is wide. */
const more = ({ name }: ShownMatch, { label }: Face) =>
  html`<details class="more" aria-label=${name}><summary>${label('ui.details')}</summary></details>`;

/** Told, sent or referred: pressed again, the mark goes away. The first service on the screen has the number keys. */
export function marks(choices: readonly Choice[], face: Face, first: boolean, name: string): TemplateResult {
  return html`<p class="row marks" role="group" aria-label=${name}>
    ${choices.map((choice, index) => toggle(face, choice, 'mark', first ? numberKey(index) : undefined))}
  </p>`;
}

/** How far it is stands here only where it is not among the two reasons. */
function facts(match: ShownMatch, face: Face): string[] {
  const { address, distanceInWords, about, hoursInWords, howTo, next, reasons } = match;
  const told = reasons.slice(0, 2).some(({ code }) => code === 'distance');
  const far = !told && distanceInWords && (about ? `≈ ${distanceInWords}` : distanceInWords);
  const where = [address, far].filter(Boolean).join(' · ');
  const afterwards = next && face.label('ui.next-service', { names: listed(next, face) });
  return [where, hoursInWords, howTo && `${face.label('ui.how-to')}: ${howTo}`, afterwards].filter(
    (fact) => !!fact,
  ) as string[];
}

const listed = (names: readonly string[], { locale }: Face) =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);

/** Only one address: after `?`, `&`, `%` or `#` a link would name other receivers, a subject or a text. */
const mailbox = /^[^\s@?&%#]+@[^\s@?&%#]+$/;

/** An address we do not open is shown as it stands, so that a reader sees what the feed says. */
function ways({ name, phone, email, url }: ShownMatch, { label }: Face) {
  if (!phone && !email && !url) return nothing;
  return html`<p class="row ways" role="group" aria-label=${name}>
    ${phone ? outside(dialled('tel', phone), label('ui.call', { phone })) : nothing}
    ${email ? outside(mailbox.test(email) ? `mailto:${email}` : '', email) : nothing}
    ${url ? (/^https?:/i.test(url) ? outside(url, label('ui.website')) : foreign(url)) : nothing}
  </p>`;
}

/** The button stays, so that the focus does; what comes of it stands beside it. */
export function wrong(given: ShownMatch | ShownLine, face: Face): TemplateResult {
  const told = face.reports.told(given);
  return html`${press(face, face.label('ui.wrong'), () => face.reports.report(given, face.label), 'quiet')} ${told ? foreign(told) : nothing}`;
}

function whyThis({ why }: ShownMatch, { because, why: rule }: Group, face: Face) {
  return html`<details>
    <summary>${face.label('ui.why-this')}</summary>
    <ul>
      <li>${line(rule, face)} ${because}</li>
      ${why.map((reason) => html`<li>${sentence(reason)}</li>`)}
    </ul>
  </details>`;
}
