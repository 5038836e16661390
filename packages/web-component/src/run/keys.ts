import type { Intent, View } from '@everycontact/core';

/**
 * Does what a letter or digit stands for: what is shown has its key, what is not shown has none. Inside an open fold the
 * fold's own controls come first. A digit that stands for nothing is typed into the field for a number, where there is one.
 *
 * @param from what has the focus
 * @returns whether the key is used up
 */
export function pressKey(key: string, from: Element): boolean {
  if (!/^[a-z\d]$/i.test(key)) return false;
  const root = from.getRootNode() as ShadowRoot;
  const fold = from.closest('details[open]');
  const named = [...root.querySelectorAll<HTMLElement>(`[aria-keyshortcuts~='${key.toLowerCase()}']`)];
  const control =
    named.find((one) => fold?.contains(one)) ?? named.find((one) => !one.closest('details') || one.matches('summary'));
  const summary = control?.closest('summary');
  if (summary) turn(summary, root);
  else if (control) {
    // What stays and turns on or off is said only of what has the focus.
    if (control.matches('[aria-pressed], [type=checkbox]')) control.focus({ preventScroll: true });
    control.click();
  } else if (key <= '9') type(root.querySelector<HTMLInputElement>('#number'));
  return control !== undefined;
}

/** Opens a fold with the focus on its first control, or closes it with the focus back on the step. */
function turn(summary: HTMLElement, root: ShadowRoot): void {
  summary.click();
  const fold = summary.parentElement as HTMLDetailsElement;
  const next = fold.open
    ? fold.querySelector<HTMLElement>('input, button')
    : root.querySelector<HTMLElement>('.heading');
  next?.focus({ preventScroll: true });
}

/** The digit that is on its way takes the place of what stands there. */
function type(field: HTMLInputElement | null): void {
  field?.focus({ preventScroll: true });
  field?.select();
}

/**
 * What Enter does on the body of a step, where no control has the focus: on to the next, or the answer that was given
 * before. Never on urgent help or the agenda, whose next ends the contact.
 */
export function onwardFrom(view: View): Intent | undefined {
  if (view.hidden || view.kind === 'urgent' || view.kind === 'agenda') return undefined;
  if (view.kind === 'question' || view.kind === 'ruler') return view.choices.find(({ on }) => on)?.intent;
  return 'next' in view ? view.next?.intent : undefined;
}

/**
 * Where a key was pressed: a control that has its own use for Enter, a field for typing, an answer, or the body. A mark that
 * was just made has the focus, and Enter means the way on: it would be taken back unseen. The space bar takes it back.
 */
export function placeOfKey(event: KeyboardEvent): 'control' | 'field' | 'answer' | 'body' {
  const target = event.composedPath()[0] as Element;
  if (target.matches('[type=radio]')) return 'answer';
  if (target.matches('.marks [aria-pressed=true]')) return 'body';
  if (target.matches('a, button, summary, [type=checkbox]')) return 'control';
  return target.matches('input, textarea') ? 'field' : 'body';
}
