import type { View } from '@everycontact/core';
import { html, type TemplateResult } from 'lit';
import { hint, numberKey, onward, shortcut } from './control.js';
import type { Face } from './face.js';
import { eyebrow, heading, prompt } from './line.js';

/** Several topics to choose from, one after the other. */
export function agenda(view: View & { kind: 'agenda' }, face: Face): TemplateResult {
  return html`
    ${eyebrow(view, face)} ${heading(view)} ${prompt(view, face)}
    <ul class="topics">
      ${view.topics.map(
        (topic, index) =>
          html`<li>
            <button
              type="button"
              class="option"
              part="option"
              aria-pressed=${topic.on ? 'true' : 'false'}
              aria-keyshortcuts=${shortcut(face, numberKey(index))}
              @click=${() => face.send(topic.intent)}
            >
              <span>${topic.label}</span>${hint(face, numberKey(index))}
            </button>
          </li>`,
      )}
    </ul>
    ${onward(face, view.next)}
  `;
}
