import {
  EveryContactError,
  factsRead,
  type Finding,
  type Flag,
  type Locale,
  type Pack,
  type Script,
  type ScriptId,
  type Standing,
  type StepId,
} from '@everycontact/core';
import type * as r4 from 'fhir/r4.js';
import { isExampleAddress, questionnaireAddress } from '../canonical.js';
import { flowOf, stepsOfFacts } from './flow.js';
import { placesOf, type Places } from './places.js';
import { type Offers, writerOf } from './steps.js';
import { unsaid } from './unsaid.js';
import { textOf, wordingOf } from './wording.js';

export interface QuestionnaireOptions {
  /** The address under which the organisation publishes its forms, e.g. `https://forms.nhs.uk/everycontact`; the pack's own by default. */
  readonly canonical?: string;
  /** Allows an address that was made up for examples; such a form is for trying out alone. */
  readonly demo?: boolean;
  /** Local services by need, best first: a form asks no directory. The national lines of the pack stand beside them. */
  readonly services?: Offers;
  /** The address of the form that this one is adapted from, with its version. */
  readonly derivedFrom?: string;
}
/** A form, and what of the script it cannot say. */
export interface QuestionnaireExport {
  readonly questionnaire: r4.Questionnaire;
  readonly unsaid: readonly Finding[];
}

/**
 * A script as an SDC Questionnaire (FHIR R4, SDC 4.0.0) in one language: the same address, version and link ids in every
 * language, the other languages of the pack as translations beside the words.
 *
 * Nothing is required: every question has "skip" among its answers, which is not a "no". What is never in a record is not in
 * the form either: confidential flags, and answers that raise one.
 *
 * @throws EveryContactError `script-unknown`, `locale-unknown`, `export-canonical`, `export-example-address`
 */
export function toQuestionnaire(
  pack: Pack,
  script: ScriptId,
  locale: Locale,
  options: QuestionnaireOptions = {},
): QuestionnaireExport {
  const found = pack.scripts[script];
  if (!found)
    throw refused('script-unknown', `scripts.${script}`, `a script of "${pack.id}"`, script, Object.keys(pack.scripts));
  if (!pack.locales.includes(locale))
    throw refused('locale-unknown', 'locale', `a language of "${pack.id}"`, locale, pack.locales);
  const canonical = addressOf(pack, options);
  const places = placesOf(pack, script, found, canonical);
  const word = wordingOf(pack, locale);
  const item = itemsOf(places, found, writerOf(places, flowOf(places), word, options.services ?? {}));
  const title = word(pack.behaviours[found.behaviour]?.name ?? 'ui.title');
  const named = textOf({ ...title, text: `${title.text} (${found.method})` });
  const copyright = attributions(places).map((key) => word(key).text);
  const questionnaire: r4.Questionnaire = {
    resourceType: 'Questionnaire',
    id: `${script}.${locale}`,
    meta: { profile: ['http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire'] },
    language: locale,
    url: questionnaireAddress(canonical, script),
    version: pack.version,
    name: nameOf(script),
    title: named.text ?? script,
    ...(options.derivedFrom && { derivedFrom: [options.derivedFrom] }),
    ...standingOf(word.said()),
    experimental: options.demo === true,
    subjectType: ['Patient'],
    ...(copyright.length && { copyright: [...new Set(copyright)].join('\n') }),
    item,
  };
  return { questionnaire, unsaid: unsaid(places) };
}

const refused = (code: string, at: string, expected: string, found: string, known: readonly string[]) =>
  new EveryContactError(code, at, `Expected ${expected}, found "${found}". There is "${known.join('", "')}".`);

function addressOf(pack: Pack, { canonical = pack.canonical, demo }: QuestionnaireOptions): string {
  if (canonical === undefined || !/^https?:\/\/[^\s|#?]+$/.test(canonical))
    throw new EveryContactError(
      'export-canonical',
      'canonical',
      `Expected the http or https address under which the forms of "${pack.id}" are published, found "${canonical ?? 'none'}". Hand one in that you own, or write "canonical" into the pack.`,
    );
  if (isExampleAddress(canonical) && !demo)
    throw new EveryContactError(
      'export-example-address',
      'canonical',
      `Expected an address of your own, found the example address "${canonical}". Hand in your own, or say "demo: true", which marks the form as experimental.`,
    );
  return canonical;
}

/** In the order of a talk; under the first step what the worker sees, at the end the ways to end, the closings, and help. */
function itemsOf(places: Places, script: Script, write: ReturnType<typeof writerOf>): r4.QuestionnaireItem[] {
  const steps = Object.entries(script.steps);
  const isClose = ([, { kind }]: (typeof steps)[number]) => kind === 'close';
  const raisedAfter = (step?: StepId) =>
    places.flags.filter(([, flag]) => lastRead(places, flag) === step).map(([id]) => write.flag(id));
  const firstAdvice = steps.find(([, { kind }]) => kind === 'advise')?.[0];
  const written = (some: typeof steps) =>
    some.flatMap(([id, step]) => [
      ...(id === firstAdvice ? [write.results()] : []),
      ...write.step(id, step),
      ...raisedAfter(id),
    ]);
  const isFirst = ([id]: (typeof steps)[number]) => id === script.start;
  return [
    ...written(steps.filter(isFirst)),
    write.observed(),
    ...write.context(),
    ...raisedAfter(),
    ...written(steps.filter((step) => !isFirst(step) && !isClose(step))),
    ...write.measures(),
    write.ended(),
    ...written(steps.filter(isClose)),
    write.help(),
  ].filter((item) => item !== undefined);
}

/** The last step whose answer can raise a flag; none where only a tick or the context can. */
function lastRead(places: Places, { when }: Flag): StepId | undefined {
  const stepOf = stepsOfFacts(places);
  const read = (when ? factsRead(when) : []).map((fact) => stepOf.get(fact));
  return Object.keys(places.script.steps)
    .filter((step) => read.includes(step))
    .at(-1);
}

/** Whose questions stand in the form. */
const attributions = ({ pack, scores }: Places) =>
  [...scores.values()].flatMap(({ instrument }) => pack.instruments[instrument]?.attribution ?? []);

/** A name that a program can use: "SmokingVba". */
const nameOf = (script: ScriptId) =>
  script
    .split(/[^a-z\d]+/i)
    .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1))
    .join('');

type Dated = Pick<r4.Questionnaire, 'status' | 'approvalDate' | 'lastReviewDate' | 'effectivePeriod'>;

/** A form is as good as its least reviewed words: a draft while one of them is, reviewed on the day of the oldest check. */
function standingOf(texts: readonly Standing[]): Dated {
  const isDraft = texts.some(({ standing }) => standing === 'draft');
  const days = (pick: (text: Standing) => string) => texts.map(pick).sort();
  const approvals = texts.map((text) =>
    text.approvals
      ?.map(({ on }) => on)
      .sort()
      .at(-1),
  );
  const approved = approvals.every((on) => on !== undefined) ? [...approvals].sort().at(-1) : undefined;
  const [checked] = days(({ checkedOn }) => checkedOn);
  const [due] = days(({ reviewBy }) => reviewBy);
  return {
    status: isDraft ? 'draft' : 'active',
    ...(approved !== undefined && { approvalDate: approved }),
    ...(checked !== undefined && { lastReviewDate: checked }),
    ...(due !== undefined && { effectivePeriod: { end: due } }),
  };
}
