import type { Audience, Locale, Pack, Script, Text, Wording } from '@everycontact/core';

/** A wording as somebody hears or reads it, with the facts of the place filled in. */
export interface Spoken {
  readonly key: string;
  readonly to: string;
  readonly words: string;
}

const patterns = (wording: Wording | undefined): readonly string[] =>
  typeof wording === 'object'
    ? Object.entries(wording).flatMap(([form, words]) => (form === 'plural' ? [] : [words]))
    : [wording].flatMap((words) => words ?? []);

/** Every wording of a text, by whom it is for: "worker", "worker/men", "person", or "all". */
export function wordings({ words }: Text): readonly { readonly to: string; readonly words: string }[] {
  const each = typeof words === 'object' && 'by' in words ? Object.entries(words.by) : [['all', words] as const];
  return each.flatMap(([to, wording]) => patterns(wording).map((pattern) => ({ to, words: pattern })));
}

export const filled = (pack: Pack, words: string): string =>
  words.replace(/\{([\w-]+)\}/g, (_, name: string) => String(pack.place.facts[name]?.value ?? 'x'));

/** What a worker says aloud, or a person reads: never the notes to the worker. */
export function spoken(pack: Pack, locale: Locale): readonly Spoken[] {
  const aloud = Object.values(pack.scripts).flatMap(saidIn);
  const needs = Object.values(pack.needs).flatMap(({ noun, another }) => [noun, another]);
  return Object.entries(pack.texts[locale] ?? {}).flatMap(([key, text]) =>
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
  return [...prompts, ...notices, ...help].flatMap((key) =>
    wordings(pack.texts[locale]![key]!).map(({ to, words }) => ({ key, to, words: filled(pack, words) })),
  );
}

const saidIn = ({ steps }: Script) =>
  Object.values(steps).flatMap((step) => [
    ...(step.say === undefined ? [] : [step.say]),
    ...(step.kind === 'ask' && step.answer.type === 'choice' ? step.answer.options.map(({ text }) => text) : []),
  ]);

/** One wording as one reader gets it; a variant falls back to its audience. */
export function heard(pack: Pack, locale: Locale, key: string, audience: Audience, variant?: string): string {
  const all = wordings(pack.texts[locale]![key]!);
  const found = [`${audience}/${variant ?? ''}`, audience, 'all'].flatMap(
    (who) => all.find(({ to }) => to === who) ?? [],
  );
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
