import type { Flag, FlagId, Next, Pack, ScriptId, Step, StepId, TextKey } from '../pack/pack.js';
import type { Reader } from '../pack/reader.js';
import { findText } from '../pack/text.js';
import { flagsFor, isUrgent } from '../rules/flag.js';
import { itemsOf } from '../rules/score.js';
import { scriptOf } from '../session/place.js';
import { conditionWords } from './condition-words.js';
import { knownIn, rootsOf } from './conditions.js';

const longest = 90;
/** Opening and closing sign of a node, by the kind of step. */
const shapes = {
  permission: ['{{', '}}'],
  ask: ['{', '}'],
  instrument: ['[[', ']]'],
  advise: ['[', ']'],
  signpost: ['[/', '/]'],
  close: ['([', '])'],
} as const satisfies Record<Step['kind'], readonly [string, string]>;

/**
 * A script as a Mermaid flowchart in the reader's words, for the person who signs it off: each step with what is said,
 * each branch with its condition, the endings, and the flags that act here.
 *
 * @throws EveryContactError `script-unknown`, `text-missing`
 */
export function diagram(pack: Pack, script: ScriptId, reader: Reader): string {
  const { start, steps, endings } = scriptOf(pack, script);
  const say = (key: TextKey) => findText(pack, reader, key).text;
  const ids = new Map(Object.keys(steps).map((name, index) => [name, `s${index}`]));
  const idOf = (step: StepId) => ids.get(step) ?? 'missing';
  const node = (id: string, [open, close]: readonly [string, string], words: string) =>
    `  ${id}${open}"${escaped(words)}"${close}`;
  const edge = (from: string, line: '-->' | '-.->', label: string, to: string) =>
    `  ${from} ${line}${label ? `|"${escaped(label)}"|` : ''} ${to}`;

  const drawn = Object.entries(steps).map(([name, step]) => node(idOf(name), shapes[step.kind], stepWords(step, say)));
  const onwards = Object.entries(steps).flatMap(([name, step]) =>
    step.kind === 'close'
      ? []
      : branches(pack, script, name, step, step.next, say).map(({ label, to }) =>
          edge(idOf(name), '-->', label, idOf(to)),
        ),
  );
  const ends = Object.entries(endings).map(([as, step]) =>
    edge('start', '-.->', say(`outcome.${as === 'not-private' ? 'not-now' : as}`), idOf(step)),
  );
  const flags = flagsHere(pack, script).flatMap(([id, flag], index) => [
    node(`f${index}`, ['>', ']'], `⚑ ${id}: ${shortened(flagWords(pack, flag, say))}`),
    ...raisedAt(pack, script, flag).map((step) =>
      edge(step === undefined ? 'start' : idOf(step), '-.->', flagReasons(pack, flag, say), `f${index}`),
    ),
    ...leadsTo(flag, script).map((step) => edge(`f${index}`, '-->', '', idOf(step))),
  ]);
  return [
    'flowchart TD',
    node('start', ['((', '))'], say(pack.behaviours[scriptOf(pack, script).behaviour]?.name ?? '')),
    ...drawn,
    edge('start', '-->', '', idOf(start)),
    ...onwards,
    ...ends,
    ...flags,
    '',
  ].join('\n');
}

type Say = (key: TextKey) => string;

function stepWords(step: Step, say: Say): string {
  const key = step.say ?? step.prompt;
  const words = key === undefined ? (step.kind === 'instrument' ? step.instrument : '') : shortened(say(key));
  return step.kind === 'close' ? `${words} (${say(`outcome.${step.outcome}`)})` : words;
}

/** Where a step leads, each with the condition in words; the careful path is named by the answers that are left. */
function branches(pack: Pack, script: ScriptId, name: StepId, step: Step, next: Next, say: Say) {
  if (typeof next === 'string') return [{ label: '', to: next }];
  const asked = `answer.${script}.${name}` as const;
  const named = next.when.map((branch) => ({ label: conditionWords(pack, branch.if, say, asked), to: branch.to }));
  const left =
    step.kind === 'ask' || step.kind === 'instrument' ? [...leftOver(step, next, asked), say('ui.skip')] : ['…'];
  return [
    ...named,
    {
      label: left.map((one) => (one in labelOf(step) ? `“${say(labelOf(step)[one] ?? '')}”` : one)).join(' / '),
      to: next.otherwise,
    },
  ];
}

/** Answers that no branch names. */
function leftOver(step: Step, next: Exclude<Next, string>, asked: string): readonly string[] {
  const named = next.when.flatMap((branch) =>
    'fact' in branch.if && branch.if.fact === asked && 'is' in branch.if ? [branch.if.is].flat() : [],
  );
  return Object.keys(labelOf(step)).filter((value) => !named.includes(value));
}

const labelOf = (step: Step): Readonly<Record<string, TextKey>> =>
  step.kind === 'ask' && step.answer.type === 'choice'
    ? Object.fromEntries(step.answer.options.map(({ value, text }) => [value, text]))
    : {};

/** The flags that can be raised here, without what only other scripts ask. */
function flagsHere(pack: Pack, script: ScriptId): readonly (readonly [FlagId, Flag])[] {
  return flagsFor(pack, scriptOf(pack, script).behaviour).flatMap(([id, { when, ...flag }]) => {
    const known = when && knownIn(pack, script, when);
    return known || flag.observable ? [[id, { ...flag, ...(known && { when: known }) }] as const] : [];
  });
}

const flagWords = (pack: Pack, flag: Flag, say: Say): string =>
  say(isUrgent(flag) ? (pack.urgentHelp[flag.help]?.heading ?? 'ui.help') : flag.notice);

const flagReasons = (pack: Pack, { when, observable }: Flag, say: Say): string =>
  [...(when ? [conditionWords(pack, when, say)] : []), ...(observable ? [`☑ ${say(observable.label)}`] : [])].join(
    ' / ',
  );

/** The steps of this script that ask what a flag reads; none where it is told or ticked. */
function raisedAt(pack: Pack, script: ScriptId, { when }: Flag): readonly (StepId | undefined)[] {
  const roots = when ? rootsOf(pack, when) : [];
  const steps = Object.entries(pack.scripts[script]?.steps ?? {}).flatMap(([name, step]) => {
    const asked = step.kind === 'instrument' ? itemsOf(pack, step.instrument).map((item) => item.name) : [];
    return roots.some((root) => root === `answer.${script}.${name}` || asked.includes(root as (typeof asked)[number]))
      ? [name]
      : [];
  });
  return steps.length ? steps : [undefined];
}

const leadsTo = (flag: Flag, script: ScriptId): readonly StepId[] => {
  const step = isUrgent(flag) ? undefined : flag.goTo?.[script];
  return step === undefined ? [] : [step];
};

function shortened(words: string): string {
  if (words.length <= longest) return words;
  return `${words.slice(0, words.lastIndexOf(' ', longest))} …`;
}

/** Nothing in a text is ever read as a part of the drawing. @see https://mermaid.js.org/syntax/flowchart.html on entity codes */
const escaped = (words: string): string =>
  words.replace(/\s+/g, ' ').replace(/["#&;<>`|\\[\]{}]/g, (sign) => `#${sign.charCodeAt(0)};`);
