import type { ShownLine } from '@everycontact/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { Voice } from './face.js';
import { line, sentence } from './line.js';
import { dialled, outside } from './outside.js';

/**
 * A helpline with its ways in, its name a heading under that of its list. In urgent help, which is no list of needs, the
 * numbers are the largest things on the screen.
 */
export function helpline(given: ShownLine, face: Voice, large = false): TemplateResult {
  const { name, phone, tel, sms, url, hours } = given;
  const call = (number: string) =>
    outside(dialled('tel', tel ?? number), large ? number : face.label('ui.call', { phone: number }), name.text);
  const number = (link: TemplateResult) => html`<span class=${large ? 'number' : nothing}>${link}</span>`;
  return html`
    ${large ? html`<p class="name">${line(name, face)}</p>` : html`<h5>${line(name, face)}</h5>`}
    ${hours ? html`<p class="small">${sentence(hours)}</p>` : nothing}
    <p class="row ways">
      ${phone ? number(call(phone)) : nothing}
      ${sms ? number(outside(dialled('sms', sms), face.label('ui.sms', { number: sms }), name.text)) : nothing}
      ${url ? outside(url, face.label('ui.website') || url, name.text) : nothing}
    </p>
  `;
}
