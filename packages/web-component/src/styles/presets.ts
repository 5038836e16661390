import { unsafeCSS } from 'lit';
import presets from '../../presets.json';

/** What the attribute `preset` may say. */
export const presetNames = Object.keys(presets);

/** Tokens in sets. What the page says on the element itself stands over them. */
export const presetSheet = unsafeCSS(
  Object.entries(presets)
    .map(([name, tokens]) => `:host([preset='${name}']){${declared(tokens)}}`)
    .join(''),
);

function declared(tokens: object): string {
  return Object.entries(tokens)
    .map((token) => token.join(':'))
    .join(';');
}
