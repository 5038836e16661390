import type { Choice, Shown, View } from '@everycontact/core';
import { openKeys, type Keys } from './keys.js';
import type { Pen } from './pen.js';
import { groupLines, helpCardLines } from './services.js';

/** A view as lines of text, and the choice behind each key. */
export interface Drawn {
  readonly lines: readonly string[];
  readonly choices: ReadonlyMap<string, Choice>;
}

/** Draws any view: what to say in quotes, the prompt to the worker, numbers for its own choices, letters for the common ones. */
export function draw(view: View, pen: Pen): Drawn {
  const keys = openKeys(pen);
  if (view.kind === 'closed' && view.settled) return { lines: ['', pen.label('ui.settled')], choices: keys.choices };
  const lines = ['', ...heading(view, pen), ...body(view, keys, pen), ...common(view, keys, pen)];
  return { lines, choices: keys.choices };
}

/** What is said aloud stands in quotes; somebody who reads for themselves just reads it. */
function heading({ say, prompt, hidden, common: { progress } }: View, pen: Pen): string[] {
  const spoken = pen.reader.audience === 'worker' && !hidden;
  return [
    ...(progress ? [pen.dim(pen.label('ui.progress', { at: progress.at, of: progress.of }))] : []),
    ...(say && spoken ? [`${pen.label('ui.say')}: ${pen.line({ ...say, text: pen.bold(`“${say.text}”`) })}`] : []),
    ...(say && !spoken ? [pen.line({ ...say, text: pen.bold(say.text) })] : []),
    ...(prompt ? [say ? `${pen.label('ui.prompt')}: ${pen.line(prompt)}` : pen.line(prompt)] : []),
  ];
}

function body(view: Shown, keys: Keys, pen: Pen): string[] {
  const list = (...choices: readonly Choice[]) => choices.map((choice) => `  ${keys.numbered(choice)}`);
  switch (view.kind) {
    case 'agenda':
      return list(...view.topics, view.next);
    case 'permission':
      return list(view.yes, view.no);
    case 'question':
      return [
        ...list(...view.choices),
        skip(view, keys),
        ...(view.attribution ? [pen.dim(pen.line(view.attribution))] : []),
      ];
    case 'ruler':
      return [
        `  0 = ${pen.line(view.low)}, 10 = ${pen.line(view.high)}`,
        `  ${view.choices.map(keys.itself).join('  ')}`,
        skip(view, keys),
      ];
    case 'number': {
      const given = view.value === undefined ? '' : ` (x) ${view.value}`;
      return [`  ${view.range} (${pen.line(view.unit)})${given}`, skip(view, keys)];
    }
    case 'statement': {
      const { title, publisher } = view.source;
      return [
        ...view.results.map(({ value, band }) => `  ${value}: ${pen.line(band)}`),
        pen.dim(pen.label('ui.source', { title, publisher })),
        ...list(view.next),
      ];
    }
    case 'signposts':
    case 'notice':
      return [...view.groups.flatMap((group) => groupLines(group, keys, pen)), ...(view.next ? list(view.next) : [])];
    case 'urgent':
      return [...helpCardLines(view.card, pen), ...list(view.next)];
    case 'closed':
      return [pen.label(`outcome.${view.outcome}`), ...(view.next ? list(view.next) : [])];
  }
}

const skip = ({ skip: choice }: { readonly skip: Choice }, keys: Keys) => `  ${keys.under('k', choice)}`;

/** A letter for each, the same on every view; urgent help stands first. Those that cannot be taken here are left out. */
function common({ kind, common: all }: View, keys: Keys, pen: Pen): string[] {
  const closed = kind === 'closed';
  const letters: readonly (readonly [string, Choice | undefined])[] = [
    ['u', kind === 'urgent' ? undefined : all.help],
    ['b', all.back],
    ['n', all.notNow],
    ['d', all.decline],
    ['a', all.alreadySupported],
    ['f', all.notAppropriate],
    ['p', closed ? undefined : all.notPrivate],
    ['h', { label: all.hide.label, intent: all.hide.intent }],
    ['q', closed ? undefined : all.stop],
  ];
  const ticks = all.observe.map((choice, index) => `  ${keys.under(`t${index + 1}`, choice)}`);
  return [
    ...(ticks.length ? [pen.dim(pen.label('ui.observe')), ...ticks] : []),
    letters.flatMap(([key, choice]) => (choice ? [keys.under(key, choice)] : [])).join('  '),
  ];
}
