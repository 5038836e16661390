import { directionOf, helpCard, speaker, type Audience, type Instant, type Locale } from '@everycontact/core';
import { html, nothing, type TemplateResult } from 'lit';
import { todayAt } from '../run/contact.js';
import type { OpenedPack } from '../run/pack-source.js';
import { readerFor } from '../run/start.js';
import type { Voice } from './face.js';
import { card } from './urgent.js';

/** What is left when something is broken: what the page wrote into the element, and urgent help wherever that is whole. */
export function fallback(
  opened: OpenedPack | undefined,
  audience: Audience,
  lang: Locale | undefined,
  clock: () => Instant,
): TemplateResult {
  return html`<div class="panel fallback" part="fallback">
    <slot></slot>
    ${urgentHelp(opened, audience, lang, clock)}
  </div>`;
}

function urgentHelp(
  opened: OpenedPack | undefined,
  audience: Audience,
  lang: Locale | undefined,
  clock: () => Instant,
) {
  const part = opened && ('pack' in opened ? opened.pack : opened.urgentHelp);
  if (!part) return nothing;
  try {
    const today = todayAt(part, timeBy(clock));
    const reader = readerFor(part, { audience: audience === 'person' ? 'person' : 'worker', variant: undefined }, lang);
    const words = speaker(part, reader, today);
    const label: Voice['label'] = (key, parameters) => {
      try {
        return words.label(key, parameters);
      } catch {
        return Object.values(parameters ?? {}).join(' ');
      }
    };
    return html`<div lang=${reader.locale} dir=${directionOf(reader.locale)}>
      ${label('ui.problem') ? html`<p class="small">${label('ui.problem')}</p>` : nothing}
      ${card(helpCard(part, part.helpAtHand, reader, today), { label, ...reader })}
    </div>`;
  } catch {
    return nothing;
  }
}

/** The card stands also where the clock of the page is what broke. */
function timeBy(clock: () => Instant): Instant {
  try {
    return clock();
  } catch {
    return new Date().toISOString();
  }
}
