import { Model } from 'survey-core';
import { renderSurvey, unmountComponentAtNode } from 'survey-js-ui';
import { journey } from 'journey';
import { start } from './start.mjs';

// SurveyJS: a page for each question, going on when it is answered; points as a calculated value, services as text.

const { questions, atLeast, offer, close, signposts, services } = journey;
const lines = services.map(
  ({ name, organization, phone, why }) =>
    `<li><h3>${name}</h3><p>${organization} · ${why}</p><a href="tel:${phone.replace(/ /g, '')}">${phone}</a></li>`,
);
const json = {
  showNavigationButtons: false,
  showCompletePage: false,
  calculatedValues: [{ name: 'points', expression: questions.map(({ id }) => `{${id}}`).join(' + ') }],
  pages: [
    ...questions.map(({ id, text, options }) => ({
      elements: [
        {
          type: 'radiogroup',
          name: id,
          title: text,
          choices: options.map((option) => ({ value: option.points, text: option.text })),
        },
      ],
    })),
    {
      visibleIf: `{points} >= ${atLeast}`,
      elements: [
        {
          type: 'radiogroup',
          name: 'offer',
          title: offer.text,
          choices: [
            { value: 1, text: offer.yes },
            { value: 2, text: offer.no },
          ],
        },
      ],
    },
    {
      visibleIf: `{points} >= ${atLeast} and {offer} = 1`,
      elements: [{ type: 'html', name: 'services', html: `<h2>${signposts}</h2><ul>${lines.join('')}</ul>` }],
    },
    { visibleIf: `{points} < ${atLeast} or {offer} = 2`, elements: [{ type: 'html', name: 'close', html: close }] },
  ],
};

start((place) => {
  const model = new Model(json);
  model.onValueChanged.add(() => model.nextPage());
  const inside = document.createElement('div');
  place.append(inside);
  renderSurvey(model, inside);
  return () => {
    unmountComponentAtNode(inside);
    model.dispose();
    inside.remove();
  };
});
