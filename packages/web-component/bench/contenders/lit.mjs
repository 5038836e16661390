import { html, LitElement, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { start } from './start.mjs';
import { screenAfter } from './walk.mjs';

// Lit alone, in light DOM like the others.

class Journey extends LitElement {
  static properties = { answers: { state: true } };

  constructor() {
    super();
    this.answers = [];
  }
  createRenderRoot() {
    return this;
  }
  answer(value) {
    this.answers = [...this.answers, value];
  }
  updated() {
    if (this.answers.length) this.querySelector('h2').focus({ preventScroll: true });
  }
  render() {
    const { title, options, services } = screenAfter(this.answers);
    const heading = html`<h2 tabindex="-1">${title}</h2>`;
    return keyed(
      this.answers.length,
      options
        ? html`<fieldset>
            <legend>${heading}</legend>
            ${options.map(({ value, text }) => html`<label><input type="radio" name="q" @change=${() => this.answer(value)} /> ${text}</label>`)}
          </fieldset>`
        : html`${heading} ${
            services
              ? html`<ul>
                  ${services.map(
                    ({ name, organization, phone, why }) =>
                      html`<li>
                        <h3>${name}</h3>
                        <p>${organization} · ${why}</p>
                        <a href="tel:${phone.replace(/ /g, '')}">${phone}</a>
                      </li>`,
                  )}
                </ul>`
              : nothing
          }`,
    );
  }
}
customElements.define('bench-journey', Journey);

start((place) => {
  const journey = document.createElement('bench-journey');
  place.append(journey);
  return () => journey.remove();
});
