import type * as r4 from 'fhir/r4.js';
import { answerSystem, linkId, questionnaireAddress } from '../canonical.js';
import type { Draft } from './draft.js';
import type { Leaving } from './leaving.js';
import type { BundleOptions } from './options.js';

type Answer = Leaving['answers'][number];

/** The form with its version: what was run. */
export const formOf = ({ record, options }: Draft): string =>
  `${questionnaireAddress(options.canonical, record.script)}|${record.pack.version}`;

/** What was answered, in the words that were shown. */
export function addResponse(draft: Draft): r4.Reference {
  const { record, about, author } = draft;
  const item = items(draft);
  return draft.add('response', {
    resourceType: 'QuestionnaireResponse',
    language: record.locale,
    questionnaire: formOf(draft),
    status: record.ended,
    ...about,
    authored: draft.at,
    ...(author && { author }),
    ...(about.subject && { source: about.subject }),
    ...(item.length && { item }),
  });
}

function items(draft: Draft): r4.QuestionnaireResponseItem[] {
  const { answers } = draft.record;
  const steps = [...new Set(answers.map(({ step }) => step))];
  const asked = steps.map((step): r4.QuestionnaireResponseItem => {
    const here = answers.filter((one) => one.step === step);
    const [first] = here;
    if (first && first.item === undefined) return itemOf(draft, first);
    return { linkId: linkId({ step }), item: here.map((one) => itemOf(draft, one)) };
  });
  return [...permission(draft), ...asked];
}

const itemOf = (draft: Draft, given: Answer): r4.QuestionnaireResponseItem => ({
  linkId: linkId(given),
  ...(given.question && { text: given.question }),
  answer: [answerOf(draft, given)],
});

function answerOf({ record, options }: Draft, given: Answer): r4.QuestionnaireResponseItemAnswer {
  const { value, answer } = given;
  if (typeof value === 'boolean') return { valueBoolean: value };
  if (typeof value === 'number')
    return isWhole(given, record, options.pack) ? { valueInteger: value } : { valueDecimal: value };
  const system = answerSystem(options.canonical, record.script, given);
  return { valueCoding: { system, code: value, ...(answer && { display: answer }) } };
}

const scriptIn = (record: Leaving, pack: BundleOptions['pack']) =>
  pack?.id === record.pack.id && pack.version === record.pack.version ? pack.scripts[record.script] : undefined;

/** As the form has it; without the pack at hand, as the number is. */
function isWhole({ step, value }: Answer, record: Leaving, pack: BundleOptions['pack']): boolean {
  const found = scriptIn(record, pack)?.steps[step];
  const by = found?.kind === 'ask' && found.answer.type === 'number' ? found.answer.by : undefined;
  return Number.isInteger(value) && (by === undefined || Number.isInteger(by));
}

/** Whether the person gave permission to talk: the record does not say at which step, the pack does. */
function permission({ record, options }: Draft): readonly r4.QuestionnaireResponseItem[] {
  const steps = Object.entries(scriptIn(record, options.pack)?.steps ?? {});
  const [step] = steps.find(([, { kind }]) => kind === 'permission') ?? [];
  if (step === undefined || record.permission === 'not-asked') return [];
  const code = record.permission === 'given' ? 'yes' : 'no';
  const system = answerSystem(options.canonical, record.script, { step });
  return [{ linkId: linkId({ step }), answer: [{ valueCoding: { system, code } }] }];
}
