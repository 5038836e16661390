import type { About, Method, Pack, Script, ScriptId, Step, StepId } from '../pack/pack.js';
import { targets } from '../pack/script-graph.js';
import { aboutAt } from './about.js';
import { longestPath } from './count.js';
import { pathTo } from './coverage.js';
import type { Note } from './report.js';
import type { Walk } from './walk.js';
import { heard, readersOf, wordsIn } from './wording.js';

interface MethodRule {
  /** Behaviours the method is for; without it, any. */
  readonly behaviours?: readonly string[];
  /** Kinds of step it may have; without it, any. */
  readonly kinds?: readonly Step['kind'][];
  readonly asksPermissionFirst?: true;
  readonly hasRuler?: true;
  /** Elicit, provide, elicit: advice comes after a question or permission, and a question follows. */
  readonly elicits?: true;
  readonly neverAbout?: readonly About[];
  /** Words a worker says on the longest way through, the closing included. */
  readonly mostWords?: number;
}

/** What each method promises. */
const methods: Readonly<Record<Method, MethodRule>> = {
  vba: {
    behaviours: ['smoking'],
    kinds: ['ask', 'advise', 'signpost', 'close'],
    neverAbout: ['quantity', 'harm', 'wish-to-change'],
    mostWords: 75,
  },
  'very-brief': { asksPermissionFirst: true, mostWords: 150 },
  brief: {},
  'mi-ruler': { asksPermissionFirst: true, hasRuler: true, elicits: true },
};

/** A script keeps to the rules of its method. */
export function methodFindings(pack: Pack, id: ScriptId, script: Script, note: Note): void {
  const { method, behaviour, start, steps } = script;
  const rule = methods[method];
  const where = `scripts.${id}`;
  if (rule.behaviours && !rule.behaviours.includes(behaviour))
    note(
      'method-step',
      `${where}.method`,
      `expected ${method} for ${rule.behaviours.join(', ')} alone, found it for ${behaviour}: use another method`,
    );
  if (rule.asksPermissionFirst && steps[start]?.kind !== 'permission')
    note(
      'method-step',
      `${where}.start`,
      `expected ${method} to ask permission first, found "${start}": start with a permission step`,
    );
  if (rule.hasRuler && !Object.values(steps).some(isRuler))
    note(
      'method-step',
      `${where}.steps`,
      `expected ${method} to have a ruler, found none: ask on a scale from 0 to 10`,
    );
  for (const [name, step] of Object.entries(steps)) {
    const at = `${where}.steps.${name}`;
    if (rule.kinds && !rule.kinds.includes(step.kind))
      note(
        'method-step',
        at,
        `expected ${method} to have the steps ${rule.kinds.join(', ')}, found ${step.kind}: take it out`,
      );
    if (rule.elicits && step.kind === 'advise') {
      const after = stepsBefore(script, name).filter((one) => !['ask', 'permission'].includes(steps[one]?.kind ?? ''));
      const before = targets(step.next).filter((one) => steps[one]?.kind !== 'ask');
      for (const one of [...after, ...before])
        note(
          'method-step',
          at,
          `expected a question before and after the advice, found "${one}": elicit, provide, elicit`,
        );
    }
    for (const tag of aboutAt(pack, step))
      if (rule.neverAbout?.includes(tag))
        note(
          'method-about',
          at,
          `expected nothing about ${rule.neverAbout.join(', ')} in ${method}, found ${tag}: say it another way`,
        );
  }
}

const isRuler = (step: Step) => step.kind === 'ask' && step.answer.type === 'ruler';

const stepsBefore = ({ steps }: Script, wanted: StepId): readonly StepId[] =>
  Object.entries(steps).flatMap(([name, step]) =>
    step.kind !== 'close' && targets(step.next).includes(wanted) ? [name] : [],
  );

/** What a worker says aloud on the longest way through stays within the words of the method, in each language and variant. */
export function lengthFindings(pack: Pack, walk: Walk, note: Note): void {
  const script = pack.scripts[walk.script];
  const most = script && methods[script.method].mostWords;
  if (!script || most === undefined) return;
  for (const locale of pack.locales)
    for (const reader of readersOf(pack, locale).filter(({ audience }) => audience === 'worker')) {
      const { weight, nodes } = longestPath(walk, ({ state: { position } }) => {
        const step = 'step' in position && position.step !== undefined ? script.steps[position.step] : undefined;
        return wordsIn(heard(pack, reader, step?.say)).length;
      });
      const last = nodes.at(-1);
      if (weight > most)
        note(
          'too-many-words',
          `scripts.${walk.script}`,
          `expected at most ${most} words aloud in ${locale}${reader.variant ? ` for ${reader.variant}` : ''}, found ${weight}: shorten what is said`,
          last ? { path: pathTo(last.state) } : {},
        );
    }
}
