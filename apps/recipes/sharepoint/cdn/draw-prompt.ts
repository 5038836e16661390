import '@everycontact/web-component/define';
import { england } from '@everycontact/content/england';
import type { ContactRecord } from '@everycontact/core';

/**
 * Puts the prompt into the place a web part may draw in.
 *
 * @returns what takes it away again
 */
export function drawPrompt(
  zone: HTMLElement,
  behaviour: string,
  onOutcome: (record: ContactRecord) => void,
): () => void {
  const prompt = document.createElement('advice-prompt');
  Object.assign(prompt, { behaviour, method: 'vba', preview: true, pack: england });
  prompt.textContent = 'The prompt could not be shown. In an emergency call 999.';
  prompt.addEventListener('advice-outcome', ({ detail }) => onOutcome(detail.record));
  zone.append(prompt);
  return () => prompt.remove();
}
