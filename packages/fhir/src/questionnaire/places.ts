import {
  evaluate,
  factsRead,
  type AnswerName,
  type ContextFact,
  type ContextName,
  type FactName,
  type Flag,
  type FlagId,
  type InstrumentId,
  type Item,
  type Measure,
  type Pack,
  type Script,
  type ScriptId,
  type Step,
  type StepId,
} from '@everycontact/core';
import { branchesOf, flagsFor, inputsOf, itemsOf } from '@everycontact/core/pack';
import { answerSystem, linkId, type Linked } from '../canonical.js';
import { any, type Formula, never, oneOf, type Place } from './formula.js';

/** An answer to every question of ours besides its own: the person need not say. */
export const skipped = 'skipped';

/** Items that no step of a pack has: a step's id never begins with this sign, nor holds it. */
export const links = {
  observed: '@observed',
  ended: '@ended',
  help: '@help',
  results: '@results',
  context: (name: ContextName) => `@${name}`,
  flag: (flag: FlagId) => `@flag.${flag}`,
  measure: ({ of }: Measure) => `@measure.${of}`,
  part: (of: string, part: string) => `${of}@${part}`,
};

/** A question of an instrument where it is first asked, and the answers to others that answer it, by its value. */
export interface AskedItem {
  readonly item: Item;
  readonly name: AnswerName;
  readonly place: Place;
  readonly implied: ReadonlyMap<string, Formula>;
}
export interface ScorePlaces {
  readonly instrument: InstrumentId;
  readonly score: Place;
  readonly least: Place;
  readonly most: Place;
  /** All items it sums, those of the instrument that it continues too. */
  readonly items: readonly AskedItem[];
}
/** Where the form finds a fact. A condition over a fact that is nowhere in the form is never known in it. */
export type Source =
  | { readonly kind: 'choice'; readonly place: Place; readonly implied?: ReadonlyMap<string, Formula> }
  | { readonly kind: 'number'; readonly place: Place; readonly by: number }
  | { readonly kind: 'yes-no'; readonly place: Place }
  | { readonly kind: 'ticked'; readonly when: Formula }
  | { readonly kind: 'score'; readonly score: ScorePlaces };

/** The items of a form that hold answers, before any is written. */
export interface Places {
  readonly pack: Pack;
  readonly id: ScriptId;
  readonly script: Script;
  /** Flags with a say in this script that may stand in a record, the gravest first. */
  readonly flags: readonly (readonly [FlagId, Flag])[];
  readonly observed: Place;
  readonly ended: Place;
  readonly context: ReadonlyMap<ContextName, { readonly fact: ContextFact; readonly place: Place }>;
  readonly questions: ReadonlyMap<StepId, Place>;
  /** The way past a number, which has no option for it. */
  readonly skips: ReadonlyMap<StepId, Place>;
  readonly items: ReadonlyMap<StepId, readonly AskedItem[]>;
  readonly scores: ReadonlyMap<StepId, ScorePlaces>;
  readonly measures: ReadonlyMap<Measure, Place>;
  readonly sources: ReadonlyMap<FactName, Source>;
  /** Answers that would put what is confidential into a record: they are not options of the form. */
  readonly leftOut: readonly { readonly step: StepId; readonly value: string }[];
}

export function placesOf(pack: Pack, id: ScriptId, script: Script, canonical: string): Places {
  const system = (at: Linked) => answerSystem(canonical, id, at);
  const leftOut: { step: StepId; value: string }[] = [];
  const sources = new Map<FactName, Source>();
  const questions = new Map<StepId, Place>();
  const skips = new Map<StepId, Place>();
  const items = new Map<StepId, readonly AskedItem[]>();
  const scores = new Map<StepId, ScorePlaces>();
  const asked = new Map<AnswerName, AskedItem>();
  const flags = flagsFor(pack, script.behaviour).filter(([, flag]) => !flag.confidential);

  const choice = (link: string, at: Linked, values: readonly string[]): Place => ({ link, values, system: system(at) });

  function ask(step: StepId, { answer }: Step & { kind: 'ask' }): void {
    const name: AnswerName = `answer.${id}.${step}`;
    const link = linkId({ step });
    if (answer.type === 'choice') {
      const values = answer.options.map(({ value }) => value).filter((value) => !betrays(pack, name, value));
      for (const { value } of answer.options) if (!values.includes(value)) leftOut.push({ step, value });
      const place = choice(link, { step }, [...values, skipped]);
      questions.set(step, place);
      sources.set(name, { kind: 'choice', place });
      return;
    }
    const by = answer.type === 'ruler' ? 1 : answer.by;
    const place: Place = { link, ...(Number.isInteger(by) && { whole: true as const }) };
    questions.set(step, place);
    skips.set(step, choice(links.part(link, 'skip'), { step }, [skipped]));
    sources.set(name, { kind: 'number', place, by });
  }

  function askItems(step: StepId, instrument: InstrumentId): void {
    const owned = itemsOf(pack, instrument);
    const own = owned.filter(({ name }) => !asked.has(name));
    for (const item of own) {
      const { name } = item;
      const at = { step, item: item.id };
      const place = { ...choice(linkId(at), at, [...item.options.map(({ value }) => value), skipped]), within: step };
      const implied = new Map<string, Formula>();
      asked.set(name, { item, name, place, implied });
      sources.set(name, { kind: 'choice', place, implied });
    }
    const all = owned.flatMap(({ name }) => asked.get(name) ?? []);
    items.set(
      step,
      all.filter(({ name }) => own.some((one) => one.name === name)),
    );
    const link = (part: string): Place => ({ link: links.part(step, part), within: step, whole: true });
    const score = { instrument, score: link('score'), least: link('least'), most: link('most'), items: all };
    scores.set(step, score);
    sources.set(`score.${instrument}`, { kind: 'score', score });
  }

  for (const [step, found] of Object.entries(script.steps)) {
    if (found.kind === 'permission') questions.set(step, choice(linkId({ step }), { step }, ['yes', 'no']));
    if (found.kind === 'ask') ask(step, found);
    if (found.kind === 'instrument') askItems(step, found.instrument);
  }
  for (const { item, place } of asked.values())
    for (const { value, implies = {} } of item.options)
      for (const [name, follows] of Object.entries(implies) as [AnswerName, string][]) {
        const implied = asked.get(name)?.implied as Map<string, Formula> | undefined;
        implied?.set(follows, any(implied.get(follows) ?? never, oneOf(place, [value])));
      }

  const ticks = flags.flatMap(([flag, { level, observable }]) =>
    observable && level !== 'emergency' && level !== 'crisis' ? [{ flag, states: observable.states }] : [],
  );
  const observed: Place = {
    link: links.observed,
    values: ticks.map(({ flag }) => flag),
    system: system({ step: 'observed' }),
    several: true,
  };
  for (const { flag, states } of ticks)
    if (states) {
      const known = sources.get(states);
      const when = oneOf(observed, [flag]);
      sources.set(states, { kind: 'ticked', when: known?.kind === 'ticked' ? any(known.when, when) : when });
    }

  const context = new Map<ContextName, { fact: ContextFact; place: Place }>();
  for (const name of contextRead(pack, script, flags)) {
    const fact = pack.context[name];
    if (!fact || sources.has(name)) continue;
    const link = links.context(name);
    if (fact.type === 'choice') {
      const place = choice(link, { step: name }, fact.values);
      context.set(name, { fact, place });
      sources.set(name, { kind: 'choice', place });
    } else if (fact.type === 'yes-no') {
      context.set(name, { fact, place: { link } });
      sources.set(name, { kind: 'yes-no', place: { link } });
    } else if (fact.type === 'number') {
      const place: Place = { link, ...(Number.isInteger(fact.by) && { whole: true as const }) };
      context.set(name, { fact, place });
      sources.set(name, { kind: 'number', place, by: fact.by });
    }
  }

  const measures = new Map<Measure, Place>();
  for (const measure of pack.measures)
    if (inputsOf(measure).every((name) => sources.get(name)?.kind === 'number')) {
      const place: Place = {
        link: links.measure(measure),
        ...(measure.of === 'activityMinutes' && { whole: true as const }),
      };
      measures.set(measure, place);
      sources.set(`measure.${measure.of}`, { kind: 'number', place, by: measure.of === 'waistToHeight' ? 0.01 : 0.1 });
    }

  const ended: Place = { link: links.ended, values: endings, system: system({ step: 'ended' }) };
  return {
    pack,
    id,
    script,
    flags,
    observed,
    ended,
    context,
    questions,
    skips,
    items,
    scores,
    measures,
    sources,
    leftOut,
  };
}

/** The ways to end that are an item of the form. "Not private" is recorded as "not now", and why is recorded nowhere. */
const endings = ['declined', 'not-now', 'already-supported', 'not-appropriate', 'stopped'] as const;

/** Whether an answer alone raises a flag that is never in a record. */
const betrays = (pack: Pack, name: AnswerName, value: string): boolean =>
  Object.values(pack.flags).some(
    ({ confidential, when }) => confidential && when && evaluate(when, { [name]: value }).truth === true,
  );

/** What a script reads of its context; not what only flags read that the worker can tick instead. */
function contextRead(
  pack: Pack,
  script: Script,
  flags: readonly (readonly [FlagId, Flag])[],
): ReadonlySet<ContextName> {
  const branches = Object.values(script.steps)
    .flatMap(branchesOf)
    .map((branch) => branch.if);
  const raising = flags.flatMap(([, { when, observable }]) => (when && !observable ? [when] : []));
  const names = [...branches, ...raising].flatMap(factsRead);
  return new Set(names.filter((name): name is ContextName => name.startsWith('context.')));
}
