import type { Choice, Group, Intent, View } from '@everycontact/core';

/** What a letter or digit means on a view; nothing where it means nothing there. */
export function intentFor(key: string, view: View): Intent | undefined {
  const choice = /^\d$/.test(key) ? numbered(view)[Number(key)] : lettered(view)[key.toLowerCase()];
  return choice?.intent;
}

/** The first choice has the 1; only a ruler begins at 0. */
function numbered(view: View): readonly (Choice | undefined)[] {
  if (view.hidden) return [];
  if (view.kind === 'ruler') return view.choices;
  if (view.kind === 'permission') return [undefined, view.yes, view.no];
  if ('topics' in view) return [undefined, ...view.topics];
  if ('choices' in view) return [undefined, ...view.choices];
  return 'groups' in view ? [undefined, ...firstMarks(view.groups)] : [];
}

function lettered({ common, kind, hidden }: View): Readonly<Record<string, Choice | undefined>> {
  return {
    u: kind === 'urgent' && !hidden ? undefined : common.help,
    h: common.hide,
    p: kind === 'closed' ? undefined : common.notPrivate,
    b: common.back,
    n: common.notNow,
    d: common.decline,
  };
}

/** The marks of the first service on the screen, or of the first national line where no service is there. */
function firstMarks([group]: readonly Group[]): readonly Choice[] {
  if (!group) return [];
  const matches = typeof group.services === 'object' ? group.services.matches : [];
  return (matches[0] ?? group.national[0])?.choices ?? [];
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

/** Where a key was pressed: a control that has its own use for Enter, a field for typing, an answer, or the body. */
export function placeOfKey(event: KeyboardEvent): 'control' | 'field' | 'answer' | 'body' {
  const target = event.composedPath()[0] as Element;
  if (target.matches('[type=radio]')) return 'answer';
  if (target.matches('a, button, summary, [type=checkbox]')) return 'control';
  return target.matches('input, textarea') ? 'field' : 'body';
}
