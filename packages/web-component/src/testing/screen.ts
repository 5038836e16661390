import type { EveryContactError, View } from '@everycontact/core';
import type { AdvicePrompt } from '../prompt.js';

/** What stands on the screen of a prompt. */
export interface Screen {
  /** The kind of view; or `hidden`, the quiet button, the fallback, or nothing at all. */
  readonly kind: View['kind'] | 'hidden' | 'launcher' | 'fallback' | 'nothing';
  /** Empty where there is none. */
  readonly heading: string;
  /** What can be pressed or ticked, by its label, in the order in which it stands there. */
  readonly choices: readonly string[];
  /** The names of local services. */
  readonly services: readonly string[];
}

/** What the element keeps to itself. */
interface Inside {
  readonly view?: View;
  readonly problem?: EveryContactError;
  readonly off: boolean;
  readonly offered: boolean;
}
export const insideOf = (prompt: AdvicePrompt): Inside => prompt as unknown as Inside;

/** What is on the screen now. Whoever has just changed something asks after `await prompt.updateComplete`. */
export function screenOf(prompt: AdvicePrompt): Screen {
  const textsOf = (selector: string) => all(prompt, selector).map(wordsOf);
  return {
    kind: kindOf(prompt),
    heading: textsOf('.heading')[0] ?? '',
    choices: controlsOf(prompt).map(labelOf),
    services: textsOf('.service h5'),
  };
}

function kindOf(prompt: AdvicePrompt): Screen['kind'] {
  const { view, problem, off, offered } = insideOf(prompt);
  if (off) return 'nothing';
  if (problem) return 'fallback';
  if (!prompt.open) return offered ? 'launcher' : 'nothing';
  return view?.hidden ? 'hidden' : (view?.kind ?? 'nothing');
}

/** All that can be pressed or ticked, also inside folds; what is in those is drawn when they are first opened, or here. */
export function controlsOf(prompt: AdvicePrompt): readonly HTMLElement[] {
  for (const fold of all(prompt, 'details')) fold.dispatchEvent(new Event('toggle'));
  return all(prompt, 'button, input[type=radio], input[type=checkbox]');
}

/** The label of a control as a reader sees it. */
export const labelOf = (control: HTMLElement): string =>
  wordsOf(control.matches('input') ? control.closest('label') : control);

const all = (prompt: AdvicePrompt, selector: string): readonly HTMLElement[] => [
  ...(prompt.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];
const wordsOf = (element: Element | null | undefined) => element?.textContent.replace(/\s+/g, ' ').trim() ?? '';
