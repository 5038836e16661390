import { helpLines } from '../pack/help-lines.js';
import { interfaceTexts } from '../pack/interface-texts.js';
import type { AnswerSpec, BandSet, Instrument, Pack, Step, TextKey } from '../pack/pack.js';
import { isUrgent } from '../rules/flag.js';
import { itemsOf } from '../rules/score.js';

/** A text in use. */
export interface TextUse {
  readonly key: TextKey;
  /** The part of the pack that names it. */
  readonly where: string;
  /** Spoken aloud or read by the person, a note to the worker, an answer, part of an instrument, or a label. */
  readonly role: 'say' | 'prompt' | 'option' | 'instrument' | 'label';
}

/** Every text that a pack can show, once for each place that names it. */
export function textsUsed(pack: Pack): readonly TextUse[] {
  return [
    ...Object.entries(pack.scripts).flatMap(([id, { steps }]) =>
      Object.entries(steps).flatMap(([name, step]) => usesOfStep(`scripts.${id}.steps.${name}`, step)),
    ),
    ...Object.entries(pack.instruments).flatMap(([id, instrument]) =>
      usesOfInstrument(`instruments.${id}`, instrument),
    ),
    ...pack.measures.flatMap(({ of, bands }) => bandTexts(bands).flatMap(use(`measures.${of}.bands`, 'prompt'))),
    ...Object.entries(pack.flags).flatMap(([id, flag]) => [
      ...use(`flags.${id}.observable`, 'label')(flag.observable?.label),
      ...(isUrgent(flag) ? [] : use(`flags.${id}.notice`, 'prompt')(flag.notice)),
    ]),
    ...Object.entries(pack.urgentHelp).flatMap(([id, { heading, worker }]) => [
      ...use(`urgentHelp.${id}.heading`, 'label')(heading),
      ...use(`urgentHelp.${id}.worker`, 'prompt')(worker),
    ]),
    ...Object.entries(pack.needs).flatMap(([id, { name, noun, another }]) => [
      ...[name, noun].flatMap(use(`needs.${id}`, 'label')),
      ...use(`needs.${id}.another`, 'say')(another),
    ]),
    ...helpLines(pack).flatMap(({ where, line }) => [line.name, line.hours].flatMap(use(where, 'label'))),
    ...pack.signposting.flatMap(({ id, why }) => use(`signposting.${id}.why`, 'label')(why)),
    ...Object.entries(pack.context).flatMap(([name, { label }]) => use(`context.${name}.label`, 'label')(label)),
    ...Object.entries(pack.behaviours).flatMap(([id, { name }]) => use(`behaviours.${id}.name`, 'label')(name)),
    ...Object.keys(interfaceTexts).flatMap(use('interface', 'label')),
  ];
}

/** The texts on the screen at a step. */
export function textsOfStep(pack: Pack, step: Step): readonly TextKey[] {
  const lent =
    step.kind === 'instrument'
      ? itemsOf(pack, step.instrument).flatMap(({ text, options }) => [text, ...options.map((one) => one.text)])
      : [];
  return [...usesOfStep('', step).map(({ key }) => key), ...lent];
}

function usesOfStep(where: string, step: Step): readonly TextUse[] {
  return [
    ...use(`${where}.say`, 'say')(step.say),
    ...use(`${where}.prompt`, 'prompt')(step.prompt),
    ...(step.kind === 'ask' ? answerTexts(step.answer).flatMap(use(`${where}.answer`, 'option')) : []),
  ];
}

function answerTexts(answer: AnswerSpec): readonly TextKey[] {
  if (answer.type === 'choice') return answer.options.map(({ text }) => text);
  return answer.type === 'number' ? [answer.unit] : [answer.low, answer.high];
}

const usesOfInstrument = (where: string, { items, bands, attribution }: Instrument): readonly TextUse[] => [
  ...items.flatMap(({ id, text, options }) =>
    [text, ...options.map((one) => one.text)].flatMap(use(`${where}.items.${id}`, 'instrument')),
  ),
  ...[...bandTexts(bands), attribution].flatMap(use(`${where}.bands`, 'instrument')),
];

const bandTexts = (sets: readonly BandSet[]) => sets.flatMap(({ bands }) => bands.map(({ text }) => text));

const use =
  (where: string, role: TextUse['role']) =>
  (key: TextKey | undefined): readonly TextUse[] =>
    key === undefined ? [] : [{ key, where, role }];
