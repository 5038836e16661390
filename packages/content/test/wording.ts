import type { Audience, Locale, Pack, Script, ScriptId, Step, StepId, Text, Variant } from '@everycontact/core';
import { formsOf, targets, wordingsFor } from '@everycontact/core/pack';

/** A wording as somebody hears or reads it, with the facts of the place filled in. */
export interface Spoken {
  readonly key: string;
  readonly to: string;
  readonly words: string;
}

/** Every wording of a text, by whom it is for: "worker", "worker/men", "person", or "all". */
export const wordings = (text: Text): readonly { readonly to: string; readonly words: string }[] =>
  wordingsFor(text).flatMap(([to, wording]) => formsOf(wording).map(([, form]) => ({ to, words: form })));

export interface Listener {
  readonly audience: Audience;
  readonly variant?: Variant;
}
/** Everybody a pack speaks to. */
export const listeners = ({ audiences, variants }: Pack): readonly Listener[] =>
  audiences.flatMap((audience) => [{ audience }, ...variants.map((variant) => ({ audience, variant }))]);

/** The texts of validated questions, the line that the PHQ-2 begins with among them: kept word for word, so exempt from our own rules of wording. */
export function instrumentTexts({ instruments, scripts }: Pack): ReadonlySet<string> {
  const keys = Object.values(instruments).flatMap(({ items, bands, attribution }) => [
    attribution,
    ...items.flatMap(({ text, options }) => [text, ...options.map((option) => option.text)]),
    ...bands.flatMap((set) => set.bands.map(({ text }) => text)),
  ]);
  const stems = Object.values(scripts).flatMap(({ steps }) =>
    Object.values(steps).flatMap((step) =>
      step.kind === 'instrument' && step.instrument === 'phq-2' ? (step.prompt ?? []) : [],
    ),
  );
  return new Set([...keys, ...stems]);
}

export const filled = (pack: Pack, words: string): string =>
  words.replace(/\{([\w-]+)\}/g, (_, name: string) => String(pack.place.facts[name]?.value ?? 'x'));

/** What a worker says aloud, or a person reads: never the notes to the worker, nor validated questions. */
export function spoken(pack: Pack, locale: Locale): readonly Spoken[] {
  const exempt = instrumentTexts(pack);
  const aloud = Object.values(pack.scripts).flatMap(saidIn);
  const needs = Object.values(pack.needs).flatMap(({ noun, another }) => [noun, another]);
  const ours = Object.entries(pack.texts[locale] ?? {}).filter(([key]) => !exempt.has(key));
  return ours.flatMap(([key, text]) =>
    wordings(text)
      .filter(({ to }) => aloud.includes(key) || needs.includes(key) || to === 'person')
      .map(({ to, words }) => ({ key, to, words: filled(pack, words) })),
  );
}

/** Notes on the screen for the worker. */
export function notes(pack: Pack, locale: Locale): readonly Spoken[] {
  const prompts = Object.values(pack.scripts).flatMap(({ steps }) =>
    Object.values(steps).flatMap(({ prompt }) => prompt ?? []),
  );
  const notices = Object.values(pack.flags).flatMap((flag) => ('notice' in flag ? flag.notice : []));
  const help = Object.values(pack.urgentHelp).map(({ worker }) => worker);
  const exempt = instrumentTexts(pack);
  const ours = [...prompts, ...notices, ...help].filter((key) => !exempt.has(key));
  return ours.flatMap((key) =>
    wordings(pack.texts[locale]![key]!).map(({ to, words }) => ({ key, to, words: filled(pack, words) })),
  );
}

const saidIn = ({ steps }: Script) =>
  Object.values(steps).flatMap((step) => [
    ...(step.say === undefined ? [] : [step.say]),
    ...(step.kind === 'ask' && step.answer.type === 'choice' ? step.answer.options.map(({ text }) => text) : []),
  ]);

/** One wording as one reader gets it; a variant falls back to its audience. */
export function heard(pack: Pack, locale: Locale, key: string, { audience, variant = '' }: Listener): string {
  const all = wordings(pack.texts[locale]![key]!);
  const found = [`${audience}/${variant}`, audience, 'all'].flatMap((who) => all.find(({ to }) => to === who) ?? []);
  return filled(pack, found[0]!.words);
}

export const words = (text: string): readonly string[] => text.match(/[\p{L}\p{N}'’-]+/gu) ?? [];

export const sentences = (text: string): readonly string[] =>
  text.split(/[.!?:]+(?:\s|$)/).filter((one) => words(one).length > 0);

/** Words in a sentence plus the share of words longer than six letters: the Nordic measure of how hard a text is. */
export function lix(text: string): number {
  const all = words(text);
  const long = all.filter((word) => word.length > 6);
  return all.length / sentences(text).length + (100 * long.length) / all.length;
}

/** The most words said aloud on any way through a script, closing included; a flag may lead elsewhere after any question. */
export function mostWords(pack: Pack, locale: Locale, id: ScriptId, listener: Listener): number {
  const { start, steps } = pack.scripts[id]!;
  const raised = Object.values(pack.flags).flatMap((flag) => ('goTo' in flag ? (flag.goTo?.[id] ?? []) : []));
  const said = ({ say }: Step) => (say === undefined ? 0 : words(heard(pack, locale, say, listener)).length);
  const from = (at: StepId, before: readonly StepId[]): number => {
    const step = steps[at]!;
    const after = step.kind === 'close' ? [] : [...targets(step.next), ...(step.kind === 'ask' ? raised : [])];
    const fresh = after.filter((next) => next !== at && !before.includes(next));
    return said(step) + Math.max(0, ...fresh.map((next) => from(next, [...before, at])));
  };
  return from(start, []);
}
