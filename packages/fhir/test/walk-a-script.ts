import { createSession, type Intent, type Pack, type ScriptId, type StepId, type View } from '@everycontact/core';
import { memoryDirectory } from '@everycontact/core/directory';
import { choicesOf } from '@everycontact/core/testing';
import type * as r4 from 'fhir/r4.js';
import type { Answers } from './fill-form.js';

/** A contact from its start to an end, with its answers as a form has them. */
export interface Walked {
  readonly answers: Answers;
  /** The questions that were asked, by link id. */
  readonly asked: readonly string[];
  /** The step that closed it; none where a notice did, or where urgent help opened. */
  readonly close: StepId | undefined;
}

/**
 * Ticks and what was known beforehand first, then answers, skips and going on.
 *
 * @param pick chooses one of so many; 0 of none
 */
export function walkScript(pack: Pack, script: ScriptId, form: r4.Questionnaire, pick: (of: number) => number): Walked {
  const answers = new Map<string, string | number | boolean | readonly string[]>();
  const inForm = (link: string) => form.item?.find(({ linkId }) => linkId === link);
  const registered = inForm('@context.registered') !== undefined && pick(2) === 1;
  if (registered) answers.set('@context.registered', true);
  const session = createSession({
    pack,
    script,
    occasion: { setting: 'patient', registered },
    reader: { locale: form.language ?? '', audience: 'worker' },
    directory: memoryDirectory([], '2026-11-22T09:00:00.000Z'),
    preview: true,
  });
  const ticks = inForm('@observed')?.answerOption ?? [];
  const tick = ticks[pick(ticks.length * 3)]?.valueCoding?.code;
  if (tick !== undefined) {
    session.send({ type: 'observed', flag: tick, seen: true });
    answers.set('@observed', [tick]);
  }
  const asked: string[] = [];
  for (;;) {
    const { view, state } = session;
    const { position } = state;
    if (position.in === 'closed') return { answers, asked, close: position.step };
    if (position.in === 'urgent') return { answers, asked, close: undefined };
    const onward = choicesOf(view).filter(({ intent }) => isOnward.has(intent.type));
    const ways = (view.kind === 'permission' ? [view.yes, view.no] : onward).map(({ intent }) => intent);
    if (view.kind === 'number') ways.push(...numbersOn(view, pick));
    const intent = ways[pick(ways.length)] ?? view.common.stop.intent;
    if (position.in === 'script') {
      const link = position.item === undefined ? position.step : `${position.step}.${position.item}`;
      if (view.kind === 'permission') answers.set(link, intent.type === 'continued' ? 'yes' : 'no');
      if (intent.type === 'answered') answers.set(link, intent.value);
      if (intent.type === 'skipped') answers.set(view.kind === 'question' ? link : `${link}@skip`, 'skipped');
      if (asks.has(view.kind)) asked.push(link);
    }
    session.send(intent);
  }
}

/** Some numbers of the grid besides its ends and its middle, small ones among them. */
function numbersOn(
  { min, max, by, ...at }: View & { kind: 'number' },
  pick: (of: number) => number,
): readonly Intent[] {
  const steps = Math.floor((max - min) / by);
  return [pick(steps), pick(Math.min(steps, 20))].map((step) => ({
    type: 'answered',
    step: at.step,
    value: Math.round((min + step * by) * 1000) / 1000,
  }));
}

const isOnward: ReadonlySet<string> = new Set(['answered', 'skipped', 'continued', 'notice-read']);
const asks: ReadonlySet<string> = new Set(['permission', 'question', 'number', 'ruler']);
