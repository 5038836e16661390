import type { Choice, Group, Intent, View } from '@everycontact/core';

/** What a letter or digit means on a view; nothing where it means nothing there. */
export function intentFor(key: string, view: View): Intent | undefined {
  return (/^\d$/.test(key) ? numbered(Number(key), view) : lettered(key.toLowerCase(), view))?.intent;
}

function lettered(key: string, { common, kind, hidden }: View): Choice | undefined {
  switch (key) {
    case 'u':
      return kind === 'urgent' && !hidden ? undefined : common.help;
    case 'h':
      return common.hide;
    case 'p':
      return kind === 'closed' ? undefined : common.notPrivate;
    case 'b':
      return common.back;
    case 'n':
      return common.notNow;
    case 'd':
      return common.decline;
    default:
      return undefined;
  }
}

function numbered(digit: number, view: View): Choice | undefined {
  if (view.hidden) return undefined;
  switch (view.kind) {
    case 'agenda':
      return view.topics[digit - 1];
    case 'permission':
      return [view.yes, view.no][digit - 1];
    case 'question':
      return view.choices[digit - 1];
    case 'ruler':
      return view.choices.find(({ intent }) => intent.type === 'answered' && intent.value === digit);
    case 'signposts':
    case 'notice':
      return firstMarks(view.groups)[digit - 1];
    default:
      return undefined;
  }
}

/** The marks of the first service on the screen, or of the first national line where no service is there. */
function firstMarks([group]: readonly Group[]): readonly Choice[] {
  if (!group) return [];
  const matches = typeof group.services === 'object' ? group.services.matches : [];
  return (matches[0] ?? group.national[0])?.choices ?? [];
}

/**
 * What Enter does on the body of a step, where no control has the focus: on to the next, or the answer that was given
 * before. Never on urgent help, whose next ends the contact.
 */
export function onwardFrom(view: View): Intent | undefined {
  if (view.hidden || view.kind === 'urgent') return undefined;
  if (view.kind === 'question' || view.kind === 'ruler') return view.choices.find(({ on }) => on)?.intent;
  return 'next' in view ? view.next?.intent : undefined;
}

/** Where a key was pressed: a control that has its own use for Enter, a field for typing, an answer, or the body. */
export function placeOfKey(event: KeyboardEvent): 'control' | 'field' | 'answer' | 'body' {
  const [target] = event.composedPath();
  if (target instanceof HTMLTextAreaElement) return 'field';
  if (target instanceof HTMLInputElement) {
    if (target.type === 'radio') return 'answer';
    return target.type === 'checkbox' ? 'control' : 'field';
  }
  return target instanceof Element && target.matches('a, button, summary') ? 'control' : 'body';
}
