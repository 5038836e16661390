import { journey } from 'journey';
import { start } from './start.mjs';

// LHC-Forms in its own form format: one form, each item shown by the answer before it.

const { questions, atLeast, offer, close, signposts, services } = journey;
const shownBy = (source, trigger) => ({
  skipLogic: { action: 'show', logic: 'ALL', conditions: [{ source, trigger }] },
});
const list = (options) => options.map(({ value, text, points }) => ({ code: value, text, score: points }));
const item = (linkId, question, answers, rest) => ({
  questionCode: linkId,
  linkId,
  question,
  dataType: 'CNE',
  displayControl: { answerLayout: { type: 'RADIO_CHECKBOX', columns: '1' } },
  answers,
  ...rest,
});
const title = (linkId, question, rest) => ({
  questionCode: linkId,
  linkId,
  question,
  dataType: 'TITLE',
  header: false,
  ...rest,
});

const definition = () => ({
  name: 'journey',
  code: 'journey',
  template: 'table',
  templateOptions: { showFormHeader: false, hideFormControls: true },
  items: [
    ...questions.map(({ id, text, options }, index) =>
      item(id, text, list(options), index > 0 && shownBy(questions[index - 1].id, { exists: true })),
    ),
    {
      questionCode: 'points',
      linkId: 'points',
      question: 'Points',
      dataType: 'INT',
      calculationMethod: { name: 'TOTALSCORE' },
      ...shownBy(questions.at(-1).id, { exists: true }),
    },
    item(
      'offer',
      offer.text,
      list([
        { value: 'yes', text: offer.yes },
        { value: 'no', text: offer.no },
      ]),
      shownBy('points', { minInclusive: atLeast }),
    ),
    title('close', close, shownBy('offer', { value: { code: 'no' } })),
    {
      ...title('signposts', signposts, shownBy('offer', { value: { code: 'yes' } })),
      items: services.map(({ name, organization, phone, why }, index) =>
        title(`service-${index}`, `${name}: ${organization} · ${why} ${phone}`),
      ),
    },
  ],
});

let count = 0;
start((place) => {
  const inside = document.createElement('div');
  inside.id = `journey-${(count += 1)}`;
  place.append(inside);
  globalThis.LForms.Util.addFormToPage(definition(), inside.id);
  return () => inside.remove();
});
