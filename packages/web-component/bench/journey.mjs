import { england } from '@everycontact/content/england';
import { minimisePack } from '@everycontact/core/adapt';

// What everybody builds: three questions, a branch on their sum, an offer, and three services. It is cut from the shipped pack,
// so that words and points are the same for all; ours keeps what else stands on every step: urgent help, ticks, sources, ways out.

const name = 'alcohol.brief';
const [steps, start, offer, signposts, close] = [england.scripts[name].steps, 'consumption', 'hear', 'act', 'close'];
const { instrument: instrumentName, next } = steps[start];
const branch = next.when.find(
  ({ if: condition }) => condition.atLeast !== undefined && condition.fact.startsWith('score.'),
);

/** The pack of the journey: the script for alcohol, begun at AUDIT-C and going on from there by the shortest way. */
export const pack = minimisePack(
  {
    ...england,
    scripts: {
      ...england.scripts,
      [name]: {
        ...england.scripts[name],
        start,
        steps: {
          [start]: { ...steps[start], next: { when: [{ ...branch, to: offer }], otherwise: close } },
          [offer]: {
            ...steps[offer],
            next: { when: steps[offer].next.when.map((way) => ({ ...way, to: signposts })), otherwise: close },
          },
          // Where flags lead to, and every ending.
          ...Object.fromEntries(Object.entries(steps).filter(([id]) => /^(act|advise-pregnant|close)/.test(id))),
        },
      },
    },
  },
  { locales: ['en-GB'], scripts: [name] },
);

const words = (key) => {
  const { words: said } = england.texts['en-GB'][key];
  return said.by?.worker ?? said;
};
const { items } = england.instruments[instrumentName];

/** The same as data for everybody else. */
export const journey = {
  questions: items.map(({ id, text, options }) => ({
    id,
    text: words(text),
    options: options.map((option) => ({ value: option.value, text: words(option.text), points: option.points })),
  })),
  atLeast: branch.if.atLeast,
  offer: { text: words(steps[offer].say), yes: words('ui.yes'), no: words('ui.no') },
  close: words(steps[close].say),
  signposts: words(steps[signposts].say),
  services: ['Harbour advice', 'Wexmarsh drop-in', 'Evening line'].map((title, index) => ({
    name: title,
    organization: 'Wexmarsh Council',
    phone: `01632 960 00${index + 1}`,
    why: 'Close to you',
  })),
};

/** What is clicked, and what stands on the screen before and after each click. */
export const clicks = ['4 or more times per week', '7 to 9', 'Weekly', journey.offer.yes];
export const screens = [...journey.questions.map(({ text }) => text), journey.offer.text, journey.services[0].name];

/** The services as our own file wants them. */
export const services = journey.services.map(({ name: title, organization, phone }, index) => ({
  id: `service-${index}`,
  name: title,
  phone,
  organization: { name: organization },
  needs: [{ need: 'alcohol-support', how: 'main' }],
  state: 'open',
  delivery: ['phone'],
  locations: [],
  area: { kind: 'unknown' },
  who: {},
  languages: [],
  interpreter: 'unknown',
  cost: 'free',
  access: { self: 'yes', professional: 'unknown', appointment: 'unknown', 'drop-in': 'unknown' },
  provenance: { feed: 'bench', fetchedAt: '2026-11-22T09:00:00.000Z' },
}));
