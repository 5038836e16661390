import { expect } from 'storybook/test';
import { drawn } from './walk.js';

/** What somebody sees of a prompt, in a sentence, with one blank between words. */
export async function seen(canvasElement: HTMLElement): Promise<string> {
  const prompt = await drawn(canvasElement);
  await prompt.updateComplete;
  return (prompt.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** The numbers to call that stand on the screen. */
export async function numbers(canvasElement: HTMLElement): Promise<readonly string[]> {
  const prompt = await drawn(canvasElement);
  const links = prompt.shadowRoot?.querySelectorAll<HTMLAnchorElement>('a[href^="tel:"]') ?? [];
  return [...links].map(({ href }) => href);
}

/** What the page wrote into the prompt is on the screen. */
export async function expectFallback(canvasElement: HTMLElement): Promise<void> {
  const prompt = await drawn(canvasElement);
  const slot = prompt.shadowRoot?.querySelector('slot');
  await expect(slot?.assignedElements()).toHaveLength(1);
  await expect(slot).toBeVisible();
}
