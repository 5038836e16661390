import { interfaceTexts } from '../src/parse.js';
import { spoken } from './sample-texts.js';
import type { About, AnswerSpec, HelpLine, Pack, Text, Words } from '../src/index.js';

const draft = { standing: 'draft', checkedOn: '2026-11-01', reviewBy: '2027-05-01' } as const;
const verified = { ...draft, standing: 'verified' } as const;
const line = (id: string, more: Partial<HelpLine>): HelpLine => ({
  id,
  name: `line.${id}`,
  source: 'handbook',
  ...verified,
  ...more,
});

const text = (words: Words, about?: About[]): Text => ({ words, ...verified, ...(about && { about }) });
const labels = Object.entries(interfaceTexts).map(([key, parameters]): [string, Text] => [
  key,
  text([`[${key}]`, ...parameters.map((name) => `{${name}}`)].join(' ')),
]);
const inEnglish = Object.fromEntries([
  ...Object.entries(spoken).map(([key, words]): [string, Text] => [key, text(words)]),
  ...labels,
]);
const pseudo = (words: Words): Words => {
  if (typeof words === 'string') return `⟦${words}⟧`;
  return 'by' in words
    ? { by: Object.fromEntries(Object.entries(words.by).map(([who, said]) => [who, pseudo(said as string) as string])) }
    : words;
};
const inPseudo = Object.fromEntries(Object.entries(inEnglish).map(([key, { words }]) => [key, text(pseudo(words))]));

/** The answer to a plain question. */
export const yesOrNo: AnswerSpec = {
  type: 'choice',
  options: [
    { value: 'yes', text: 'option.yes' },
    { value: 'no', text: 'option.no' },
  ],
};

/**
 * An invented pack about gardening that has every kind of step, answer, flag and domain. Nothing in it is health content.
 */
export const gardening: Pack = {
  schema: 'everycontact/pack@1',
  id: 'gardening',
  version: '1.0.0',
  digest: 'sha256-invented',
  place: {
    id: 'nowhere',
    timeZone: 'Europe/London',
    facts: { emergencyNumber: { value: '999', source: 'handbook', ...verified } },
  },
  locales: ['en-GB', 'ar-XB'],
  audiences: ['worker', 'person'],
  variants: ['men'],
  context: {
    'context.age': { type: 'number', min: 0, max: 120, by: 1, label: 'context.age' },
    'context.tired': { type: 'yes-no', label: 'context.tired' },
    'context.pregnant': { type: 'yes-no', label: 'context.pregnant' },
    'context.language': { type: 'language', label: 'context.language' },
  },
  behaviours: { gardening: { name: 'behaviour.gardening' } },
  scripts: {
    'gardening.brief': {
      behaviour: 'gardening',
      method: 'brief',
      start: 'permission',
      steps: {
        permission: { kind: 'permission', say: 'ask.permission', next: 'gardens' },
        gardens: {
          kind: 'ask',
          say: 'ask.garden',
          prompt: 'prompt.garden',
          answer: yesOrNo,
          next: {
            when: [
              { if: { fact: 'answer.gardening.brief.gardens', is: 'yes' }, to: 'minutes' },
              { if: { fact: 'answer.gardening.brief.gardens', is: 'no' }, to: 'close-no' },
            ],
            otherwise: 'advise',
          },
        },
        minutes: {
          kind: 'ask',
          say: 'ask.minutes',
          answer: { type: 'number', unit: 'unit.minutes', min: 0, max: 600, by: 30 },
          next: 'matters',
        },
        matters: {
          kind: 'ask',
          say: 'ask.importance',
          answer: { type: 'ruler', low: 'ruler.low', high: 'ruler.high' },
          next: 'questions',
        },
        questions: {
          kind: 'instrument',
          instrument: 'digging-long',
          next: {
            when: [{ if: { fact: 'score.digging-long', atLeast: 3 }, to: 'advise-careful' }],
            otherwise: 'advise',
          },
        },
        advise: { kind: 'advise', say: 'advise', source: 'handbook', next: 'act' },
        'advise-careful': { kind: 'advise', say: 'advise.careful', source: 'handbook', next: 'act' },
        act: { kind: 'signpost', say: 'act', next: 'close' },
        close: { kind: 'close', say: 'close.advised', outcome: 'advised' },
        'close-no': { kind: 'close', say: 'close.no', outcome: 'not-relevant' },
        'close-declined': { kind: 'close', say: 'close.declined', outcome: 'declined' },
        'close-not-now': { kind: 'close', say: 'close.not-now', outcome: 'not-now' },
      },
      endings: { declined: 'close-declined', 'not-now': 'close-not-now' },
    },
  },
  instruments: {
    digging: {
      items: [
        {
          id: 'weeds',
          text: 'item.first',
          options: [
            { value: 'never', text: 'option.never', points: 0, implies: { 'item.digging.digs': 'never' } },
            { value: 'often', text: 'option.often', points: 2 },
          ],
        },
        {
          id: 'digs',
          text: 'item.second',
          options: [
            { value: 'never', text: 'option.never', points: 0 },
            { value: 'often', text: 'option.often', points: 2 },
          ],
        },
      ],
      bands: [{ bands: [{ from: 0, text: 'band.low', source: 'handbook' }] }],
      attribution: 'attribution',
      algorithm: 'sum',
      ...verified,
    },
    'digging-long': {
      continues: 'digging',
      items: [
        {
          id: 'frightened',
          text: 'item.third',
          options: [
            { value: 'no', text: 'option.no', points: 0 },
            { value: 'yes', text: 'option.yes', points: 4 },
          ],
        },
      ],
      bands: [
        {
          bands: [
            { from: 0, text: 'band.low', source: 'handbook' },
            { from: 3, text: 'band.high', source: 'handbook' },
          ],
        },
      ],
      attribution: 'attribution',
      algorithm: 'sum',
      ...verified,
    },
  },
  measures: [
    {
      of: 'activityMinutes',
      moderate: 'answer.gardening.brief.minutes',
      vigorous: 'answer.gardening.brief.minutes',
      bands: [{ bands: [{ from: 0, text: 'band.low', source: 'handbook' }] }],
      source: 'handbook',
    },
  ],
  flags: {
    danger: {
      level: 'emergency',
      help: 'urgent',
      observable: { label: 'flag.danger.label' },
      source: 'handbook',
      confidential: true,
    },
    frightened: {
      level: 'crisis',
      help: 'urgent',
      when: { fact: 'item.digging-long.frightened', is: 'yes' },
      source: 'handbook',
      confidential: true,
    },
    child: {
      level: 'stop-topic',
      behaviours: ['gardening'],
      when: { fact: 'context.age', below: 18 },
      notice: 'flag.child',
      needs: ['young'],
      source: 'handbook',
    },
    tired: {
      level: 'pause',
      behaviours: ['gardening'],
      when: {
        all: [
          { fact: 'context.tired', is: true },
          { fact: 'answer.gardening.brief.gardens', is: 'yes' },
        ],
      },
      observable: { label: 'flag.tired.label', states: 'context.tired' },
      notice: 'flag.tired',
      goTo: { 'gardening.brief': 'advise-careful' },
      source: 'handbook',
    },
  },
  urgentHelp: {
    urgent: {
      heading: 'help.heading',
      worker: 'help.worker',
      lines: [line('emergency', { phone: '999', tel: '999' })],
    },
  },
  helpAtHand: 'urgent',
  needs: {
    club: {
      name: 'need.club',
      noun: 'need.club.noun',
      another: 'need.another',
      national: [line('club', { phone: '01632 960001', tel: '+441632960001' })],
    },
    young: {
      name: 'need.young',
      noun: 'need.young',
      another: 'need.another',
      national: [line('young', { phone: '01632 960002' })],
    },
  },
  signposting: [
    {
      id: 'gardener',
      when: { not: { fact: 'answer.gardening.brief.gardens', is: 'no' } },
      need: 'club',
      why: 'why.club',
      source: 'handbook',
    },
    {
      id: 'gardens',
      when: { fact: 'answer.gardening.brief.gardens', is: 'yes' },
      need: 'club',
      why: 'why.club',
      source: 'handbook',
    },
  ],
  sources: {
    handbook: { title: 'An invented handbook', publisher: 'Nobody', url: 'https://example.org/handbook', ...verified },
  },
  texts: { 'en-GB': inEnglish, 'ar-XB': inPseudo },
};
