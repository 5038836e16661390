import { EveryContactError } from '../error.js';
import type { At, Intent } from '../session/intent.js';
import type { Choice, View } from '../session/shown.js';

/** Every choice on a view, in the order it stands there; a number step adds the ends and the middle of its grid. */
export function choicesOf(view: View): readonly Choice[] {
  if (view.kind !== 'number') return choicesIn(view);
  const { min, max, by } = view;
  const middle = min + Math.round((max - min) / 2 / by) * by;
  return [...[min, middle, max].map((value) => numberChoice(view, value)), ...choicesIn(view)];
}

function choicesIn(part: unknown): readonly Choice[] {
  if (typeof part !== 'object' || part === null) return [];
  return 'intent' in part ? [part as Choice] : Object.values(part).flatMap(choicesIn);
}

function numberChoice({ step, item }: At, value: number): Choice {
  const at = item === undefined ? { step } : { step, item };
  return { label: String(value), intent: { type: 'answered', value, ...at } };
}

const fixed: Readonly<Record<string, (intent: Intent) => boolean>> = {
  skip: ({ type }) => type === 'skipped',
  next: ({ type }) => type === 'continued',
  read: ({ type }) => type === 'notice-read',
  done: ({ type }) => type === 'settled',
  undo: ({ type }) => type === 'reopened' || type === 'revised',
  decline: (intent) => intent.type === 'ended' && intent.as === 'declined',
  stop: (intent) => intent.type === 'ended' && intent.as === 'stopped',
  help: ({ type }) => type === 'help-opened',
  'help-back': ({ type }) => type === 'help-not-needed',
  'help-under-way': ({ type }) => type === 'help-under-way',
  hide: (intent) => intent.type === 'hidden' && intent.hidden,
  show: (intent) => intent.type === 'hidden' && !intent.hidden,
  pass: ({ type }) => type === 'service-passed',
};

/**
 * The choice on a view that a word of a named example means: `answer:yes`, `next`, `told`, `tick:pregnant`, `topic:smoking.vba`, `not-now` …
 * A mark such as `told` means the first service of the first group, or its national line where there is none.
 *
 * @throws EveryContactError `move-not-offered`, naming the choices that are
 */
export function choiceFor(view: View, move: string): Choice {
  const [word = '', about = ''] = move.split(':');
  if (word === 'answer' && view.kind === 'number') return numberChoice(view, Number(about));
  const wanted = fixed[word] ?? ((intent: Intent) => means(intent, word, about));
  const choices = choicesOf(view);
  const found = word === 'back' ? view.common.back : choices.find(({ intent }) => wanted(intent));
  if (found) return found;
  const offered = choices.map((choice) => {
    const { label, intent } = choice;
    return `"${choice === view.common.back ? 'back' : wordFor(intent)}" (${label})`;
  });
  throw new EveryContactError(
    'move-not-offered',
    view.kind,
    `Expected one of ${offered.join(', ')}, found "${move}". Write one of these words.`,
  );
}

/** The word that means what a choice does, so that somebody who missed it can write it. */
function wordFor(intent: Intent): string {
  if (intent.type === 'answered') return `answer:${intent.value}`;
  if (intent.type === 'observed') return `${intent.seen ? 'tick' : 'untick'}:${intent.flag}`;
  if (intent.type === 'topic-chosen') return `topic:${intent.script}`;
  if (intent.type === 'service-chosen') return intent.how;
  const [word] = Object.entries(fixed).find(([, wanted]) => wanted(intent)) ?? [];
  return word ?? (intent.type === 'ended' ? intent.as : intent.type);
}

function means(intent: Intent, word: string, about: string): boolean {
  if (word === 'answer') return intent.type === 'answered' && String(intent.value) === about;
  if (word === 'tick' || word === 'untick')
    return intent.type === 'observed' && intent.flag === about && intent.seen === (word === 'tick');
  if (word === 'topic') return intent.type === 'topic-chosen' && intent.script === about;
  if (intent.type === 'service-chosen') return intent.how === word;
  return intent.type === 'ended' && intent.as === word;
}
