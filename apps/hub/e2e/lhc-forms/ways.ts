import type { Pack, ScriptId } from '@everycontact/core';
import type * as r4 from 'fhir/r4.js';
import type { Answers } from '../../../../packages/fhir/test/fill-form.js';
import { walkScript } from '../../../../packages/fhir/test/walk-a-script.js';

/** A way through a form to one of its endings: the item that shows it, and what is answered on the way, in order. */
export interface Way {
  readonly ending: string;
  readonly answers: readonly (readonly [string, Answers extends ReadonlyMap<string, infer V> ? V : never])[];
}

/** The shortest of many contacts taken by chance to each ending of a script: its closing words, and where help opens. */
export function waysThrough(pack: Pack, script: ScriptId, form: r4.Questionnaire): readonly Way[] {
  const ways = new Map<string, Way>();
  const pick = seeded(1);
  const endings = closes(pack, script);
  const ended = new Set(Object.values(pack.scripts[script]?.endings ?? {}));
  for (let tries = 0; tries < 4000 && endings.some((id) => !ways.has(id) && !ended.has(id)); tries += 1) {
    const { answers, close } = walkScript(pack, script, form, pick);
    if (close === undefined || !canSay(form, answers)) continue;
    const before = ways.get(close);
    if (!before || before.answers.length > answers.size) ways.set(close, { ending: close, answers: [...answers] });
  }
  for (const [as, close] of Object.entries(pack.scripts[script]?.endings ?? {}))
    ways.set(close, { ending: close, answers: [['@ended', as]] });
  const isOnlyEnding = ({ answers }: Way) => answers.every(([link]) => link === '@ended');
  return [...ways.values()].sort((a, b) => Number(isOnlyEnding(b)) - Number(isOnlyEnding(a)));
}

export const closes = (pack: Pack, script: ScriptId): readonly string[] =>
  Object.entries(pack.scripts[script]?.steps ?? {}).flatMap(([id, { kind }]) => (kind === 'close' ? [id] : []));

/** Some answers are not in a form: they are never in a record. */
function canSay(form: r4.Questionnaire, answers: Answers): boolean {
  const options = new Map(
    (form.item ?? []).map((item) => [item.linkId, item.answerOption?.map(({ valueCoding }) => valueCoding?.code)]),
  );
  return [...answers].every(
    ([link, value]) => typeof value !== 'string' || (options.get(link)?.includes(value) ?? true),
  );
}

/** The same numbers in every run. */
function seeded(seed: number): (of: number) => number {
  let state = seed;
  return (of) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return of ? Math.floor((state / 2 ** 32) * of) : 0;
  };
}
