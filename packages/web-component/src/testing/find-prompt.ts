import { EveryContactError } from '@everycontact/core';
import type { AdvicePrompt } from '../prompt.js';

/**
 * The first `<advice-prompt>` within a document, an element or a shadow root, through the open shadow roots in it.
 *
 * @throws EveryContactError `prompt-not-found`
 */
export function findPrompt(within: ParentNode = document): AdvicePrompt {
  const found = first(within);
  if (found) return found;
  const message =
    'Expected an <advice-prompt> in the document or an open shadow root of it, found none. Wait until your page has drawn it.';
  throw new EveryContactError('prompt-not-found', 'advice-prompt', message);
}

function first(within: ParentNode): AdvicePrompt | undefined {
  const here = within.querySelector('advice-prompt');
  if (here) return here;
  for (const { shadowRoot } of within.querySelectorAll('*')) {
    const inside = shadowRoot && first(shadowRoot);
    if (inside) return inside;
  }
  return undefined;
}
